package pavilion.matter;

import java.util.List;
import pavilion.web.Visit;

/**
 * What other rooms show on a matter's page. Slots in order of the page: {@code now} (takes the place of the card that says
 * what this person can do), {@code poll}, {@code resolution}, {@code work}, {@code rating}.
 */
public interface MatterPanels {
    record Panel(String slot, String template, Object model) {}

    List<Panel> panels(Visit visit, Matter matter, Standing standing);
}
