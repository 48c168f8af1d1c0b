package pavilion.matter;

import java.util.List;
import java.util.Set;
import pavilion.web.Request;

/** What a package shows on a matter's page and on the page of the day. */
public interface PanelProvider {
    /** Where on the matter's page, from top to bottom; panels of one region stand in the order of their registration. */
    enum Region {
        /** What this person can do now, instead of the sentence that says whom the matter waits for. */
        ACTION,
        /** Right below it. */
        LEAD,
        /** Below the problem, within its section. */
        PROBLEM,
        /** What became of it: reply, options, notice, resolution, work. */
        COURSE,
        /** What people say about it. */
        DISCUSSION
    }

    /**
     * @param model a record whose accessors the template names, or a map
     * @param matters on the page of the day: the matters that it speaks of, which are not said again
     */
    record Panel(Region region, String template, Object model, Set<Long> matters) {
        public Panel(Region region, String template, Object model) {
            this(region, template, model, Set.of());
        }

        String render(Request request) {
            return request.webContext().templates().render(template, request.lang(), request.shared(), model);
        }
    }

    List<Panel> panels(Request request, Matter matter, Relation relation);

    /**
     * For the page of the day: what asks for something is a panel of {@link Region#ACTION} each, and counts as one thing
     * that waits; the others stand below what waits.
     */
    default List<Panel> today(Request request) {
        return List.of();
    }
}
