package pavilion.matter;

import java.util.Optional;
import pavilion.db.Tx;
import pavilion.matter.PanelProvider.Panel;
import pavilion.web.Request;

/** The one thing that this person can do now, shown first on the page of a matter that is open and at the stage. */
public interface StageAction {
    /** The page says whom the matter waits for. */
    StageAction NONE = (tx, request, matter, relation, waits) -> Optional.empty();

    /**
     * @param waits the sentence that says whom the matter waits for
     * @return empty where this person can do nothing
     */
    Optional<Panel> of(Tx tx, Request request, Matter matter, Relation relation, String waits);
}
