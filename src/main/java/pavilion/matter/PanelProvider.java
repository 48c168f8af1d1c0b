package pavilion.matter;

import java.util.List;
import pavilion.web.Request;

/**
 * What other rooms show on a matter's page and on that of the day. Slots in order of the page: {@code now} (takes the place of the card that says
 * what this person can do), {@code poll}, {@code resolution}, {@code work}, {@code rating}.
 */
public interface PanelProvider {
    record Panel(String slot, String template, Object model) {
        String render(Request request) {
            return request.webContext().templates().render(template, request.lang(), request.shared(), model);
        }
    }

    List<Panel> panels(Request request, Matter matter, Relation relation);

    /** What this room has for the page of the day, above the matters. */
    default List<Panel> today(Request request) {
        return List.of();
    }
}
