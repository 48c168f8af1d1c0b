package pavilion.server;

import java.util.List;
import pavilion.account.Reprints;
import pavilion.identity.CurrentUser;
import pavilion.matter.Matter;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.web.Request;

/** Tells people on the page of the day that an invitation was printed for their account. */
final class ReprintPanels implements PanelProvider {
    private final Reprints reprints;

    ReprintPanels(Reprints reprints) {
        this.reprints = reprints;
    }

    record ReprintsView(List<Reprints.Reprint> reprints) {}

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        return List.of();
    }

    @Override
    public List<Panel> today(Request request) {
        CurrentUser me = request.user();
        List<Reprints.Reprint> mine = reprints.of(me);
        return mine.isEmpty() ? List.of() : List.of(new Panel(Region.LEAD, "account/reprints", new ReprintsView(mine)));
    }
}
