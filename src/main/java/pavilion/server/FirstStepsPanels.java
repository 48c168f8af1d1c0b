package pavilion.server;

import java.util.List;
import pavilion.matter.Matter;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.roster.FirstSteps;
import pavilion.web.Request;

/** Tells the staff of a new community on the page of the day what to do next. */
final class FirstStepsPanels implements PanelProvider {
    private final FirstSteps steps;

    FirstStepsPanels(FirstSteps steps) {
        this.steps = steps;
    }

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        return List.of();
    }

    @Override
    public List<Panel> today(Request request) {
        return steps
                .of(request)
                .map(view -> new Panel(view.asks() ? Region.ACTION : Region.LEAD, "roster/first-steps", view))
                .stream()
                .toList();
    }
}
