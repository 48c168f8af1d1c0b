package pavilion.proposal;

import java.util.List;
import pavilion.db.Database;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.Relation;
import pavilion.web.Access;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Endorsing a proposal from the matter's page, and taking it back. */
final class EndorsementPages {
    private final Database db;
    private final MatterAccess access;
    private final Endorsements endorsements;

    EndorsementPages(Database db, MatterAccess access, Endorsements endorsements) {
        this.db = db;
        this.access = access;
        this.endorsements = endorsements;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/c/:c/matters/:id/endorse", Access.SIGNED_IN, this::endorse),
                Route.post("/c/:c/matters/:id/withdraw", Access.SIGNED_IN, this::withdraw));
    }

    Response endorse(Request request) {
        Matter matter = access.read(request, db.plain());
        Relation relation = Relation.of(request.user(), matter);
        db.transact(tx -> endorsements.endorse(
                tx, matter.community(), matter.id(), request.user().person(), relation));
        return Response.to(MatterAccess.url(request, matter));
    }

    Response withdraw(Request request) {
        Matter matter = access.read(request, db.plain());
        db.run(tx -> endorsements.withdraw(
                tx, matter.community(), matter.id(), request.user().person()));
        return Response.to(MatterAccess.url(request, matter));
    }
}
