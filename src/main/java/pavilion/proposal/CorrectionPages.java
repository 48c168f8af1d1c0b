package pavilion.proposal;

import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.rules.Refusal;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** What whoever proposed a matter does with it later: correcting what the committee sent back, or taking it back. */
final class CorrectionPages {
    private final Database db;
    private final MatterAccess access;
    private final Proposals proposals;

    CorrectionPages(Database db, MatterAccess access, Proposals proposals) {
        this.db = db;
        this.access = access;
        this.proposals = proposals;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/correct", Access.SIGNED_IN, this::form),
                Route.post(
                        "/c/:c/matters/:id/correct",
                        Access.SIGNED_IN,
                        this::correct,
                        ProposalPages.TITLE,
                        ProposalPages.PROBLEM,
                        ProposalPages.IDEA),
                Route.post(
                        "/c/:c/matters/:id/take-back", Access.SIGNED_IN, this::takeBack, FormField.text("why", 300)));
    }

    /** @param values what the fields hold, by their names */
    record CorrectionView(Matter matter, Map<String, String> values, Map<String, Refusal> errors) {}

    Response form(Request request) {
        Matter matter = access.read(request, db.plain());
        Map<String, String> values =
                Map.of("title", matter.title(), "problem", matter.problem(), "idea", matter.idea());
        return request.page("proposal/correct", new CorrectionView(matter, values, Map.of()));
    }

    Response correct(Request request) {
        Matter matter = access.read(request, db.plain());
        FormData form = request.form();
        String title = form.required("title");
        String problem = form.required("problem");
        String idea = form.optional("idea");
        if (!form.good()) {
            return request.again("proposal/correct", new CorrectionView(matter, form.values(), form.errors()));
        }
        db.run(tx -> proposals.correct(
                tx, matter.community(), matter.id(), request.user().person(), title, problem, idea));
        return Response.to(MatterAccess.url(request, matter));
    }

    private Response takeBack(Request request) {
        Matter matter = access.read(request, db.plain());
        String reason = request.form().optional("why");
        db.run(tx -> proposals.takeBack(
                tx, matter.community(), matter.id(), request.user().person(), reason));
        return Response.to(MatterAccess.url(request, matter));
    }
}
