package pavilion.matter;

import java.util.List;
import pavilion.web.Visit;

/**
 * What other rooms show on a matter's page and on that of the day. Slots in order of the page: {@code now} (takes the place of the card that says
 * what this person can do), {@code poll}, {@code resolution}, {@code work}, {@code rating}.
 */
public interface MatterPanels {
    record Panel(String slot, String template, Object model) {
        String render(Visit visit) {
            return visit.front().templates().render(template, visit.lang(), visit.shared(), model);
        }
    }

    List<Panel> panels(Visit visit, Matter matter, Standing standing);

    /** What this room has for the page of the day, above the matters. */
    default List<Panel> today(Visit visit) {
        return List.of();
    }
}
