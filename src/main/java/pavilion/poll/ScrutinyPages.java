package pavilion.poll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pavilion.audit.AreaOpenings;
import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The page of the scrutineers: who answered what, the areas of the ballots, and the signatures under the count. */
final class ScrutinyPages {
    private static final List<Role> COUNTERS_AT =
            List.of(Role.SCRUTINEER, Role.SUPERVISION, Role.COMMITTEE, Role.MODERATOR);
    private static final Access COUNTERS = Access.of(COUNTERS_AT.toArray(Role[]::new));
    private static final Access WATCHERS = Access.of(Role.SCRUTINEER, Role.SUPERVISION);
    private static final String WRONG = "wrong";

    private final Database db;
    private final Polls polls;

    ScrutinyPages(Database db, Polls polls) {
        this.db = db;
        this.polls = polls;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/polls/:id/scrutiny", COUNTERS, this::scrutiny),
                Route.post(
                        "/c/:c/polls/:id/sign",
                        WATCHERS,
                        this::sign,
                        FormField.choice("says", "right", WRONG),
                        FormField.text("reason", 500)),
                Route.get("/c/:c/polls/:id/areas.json", WATCHERS, this::areas));
    }

    private Poll poll(Request request) {
        return polls.find(db.plain(), request.community().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
    }

    private static boolean watches(CurrentUser user, Poll poll) {
        return user.has(Role.SCRUTINEER, poll.community()) || user.has(Role.SUPERVISION, poll.community());
    }

    private Poll watched(Request request) {
        Poll poll = poll(request);
        if (!watches(request.user(), poll)) {
            throw HttpError.forbidden("web.stop.role");
        }
        return poll;
    }

    /** What opens the areas of the published ballots: for the same people as the choices by name. */
    private Response areas(Request request) {
        Poll poll = watched(request);
        AreaOpenings openings = (poll.closed()
                        ? AreaCommitmentStore.openings(db.plain(), poll)
                        : Optional.<AreaOpenings>empty())
                .orElseThrow(HttpError::notFound);
        return Response.file("application/json", "areas-" + poll.id() + ".json", openings.write());
    }

    private Response scrutiny(Request request) {
        Poll poll = poll(request);
        String path = polls.placePath(poll);
        if (COUNTERS_AT.stream().noneMatch(role -> request.user().has(role, poll.community(), path))) {
            throw HttpError.forbidden("web.stop.role");
        }
        return request.page("poll/scrutiny", model(request, poll));
    }

    private Response sign(Request request) {
        Poll poll = watched(request);
        FormData form = request.form();
        boolean wrong = WRONG.equals(form.required("says"));
        String reason = wrong ? form.required("reason") : "";
        if (form.good()) {
            Role role = request.user().has(Role.SCRUTINEER, poll.community()) ? Role.SCRUTINEER : Role.SUPERVISION;
            try {
                polls.closing().signatures().sign(poll.community(), poll.id(), Actor.as(request.user(), role), reason);
                return Response.to("/c/" + request.community().code() + "/polls/" + poll.id() + "/scrutiny");
            } catch (Refused refused) {
                form.wrong("says", refused.refusal());
            }
        }
        Map<String, Object> model = model(request, poll);
        model.put("values", form.values());
        model.put("wrongs", request.phrases().errors(form.errors()));
        return request.again("poll/scrutiny", model);
    }

    private Map<String, Object> model(Request request, Poll poll) {
        boolean watches = watches(request.user(), poll);
        List<ScrutinyLine> lines = poll.closed() && watches ? polls.box(poll).byVoter(db.plain(), poll) : List.of();
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("lines", lines);
        model.put(
                "areas",
                !lines.isEmpty() && AreaCommitmentStore.secret(db.plain(), poll).isPresent());
        model.put("box", Objects.requireNonNullElse(poll.boxSha(), ""));
        model.put("sha", Objects.requireNonNullElse(poll.electorateSha(), ""));
        polls.closing().signatures().view(db.plain(), poll).ifPresent(view -> {
            model.put("signatures", view);
            model.put(
                    "signs",
                    watches && view.waiting() && !view.signedBy(request.user().person()));
        });
        return model;
    }
}
