package pavilion.matter;

import java.util.List;
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

    /** @param model a record whose accessors the template names, or a map */
    record Panel(Region region, String template, Object model) {
        String render(Request request) {
            return request.webContext().templates().render(template, request.lang(), request.shared(), model);
        }
    }

    List<Panel> panels(Request request, Matter matter, Relation relation);

    /** For the page of the day, above the matters; their region does not count. */
    default List<Panel> today(Request request) {
        return List.of();
    }
}
