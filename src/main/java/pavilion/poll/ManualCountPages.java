package pavilion.poll;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.identity.Role;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/**
 * Two people each enter what they counted, a show of hands or papers from the box, without seeing what the other entered;
 * and paper ballots are printed.
 */
public final class ManualCountPages {
    private static final Role[] COUNTERS = {Role.MODERATOR, Role.COMMITTEE, Role.RECORDER, Role.SCRUTINEER};
    private static final int A_SHEET = 8;

    private final Database db;
    private final PollAccess access;
    private final ManualCounts counting;

    public ManualCountPages(Database db, PollAccess access, ManualCounts counting) {
        this.db = db;
        this.access = access;
        this.counting = counting;
    }

    public List<Route> routes() {
        Access counters = Access.of(COUNTERS);
        return List.of(
                Route.get("/c/:c/polls/:id/count", counters, this::show),
                Route.post(
                        "/c/:c/polls/:id/count",
                        counters,
                        this::count,
                        FormField.number("yes"),
                        FormField.number("no"),
                        FormField.number("abstain"),
                        FormField.number("spoiled")),
                Route.get("/c/:c/polls/:id/papers", counters, this::print));
    }

    private Response show(Request request) {
        return request.page("poll/manual-count", model(request, access.poll(request, COUNTERS), ""));
    }

    private Map<String, Object> model(Request request, Poll poll, String sentence) {
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("papers", !poll.question().byHands());
        model.put("state", counting.state(db.plain(), poll, request.user().person()));
        model.put("sentence", sentence);
        if (poll.session() != null) {
            model.put("session", poll.session());
        }
        return model;
    }

    private Response count(Request request) {
        Poll poll = access.poll(request, COUNTERS);
        FormData form = request.form();
        int yes = whole(form, "yes");
        int no = whole(form, "no");
        int abstain = whole(form, "abstain");
        int spoiled = poll.question().byHands() ? 0 : whole(form, "spoiled");
        String sentence = "";
        if (form.good()) {
            try {
                String post = access.actor(request, poll).post();
                counting.count(poll.community(), poll.id(), request.user().person(), post, yes, no, abstain, spoiled);
                return Response.to("/c/" + request.community().code() + "/polls/" + poll.id() + "/count");
            } catch (Refused refused) {
                sentence = request.say(refused.refusal());
            }
        }
        Map<String, Object> model = model(request, poll, sentence);
        model.put("values", form.values());
        model.put("errors", form.errors());
        return request.page(form.good() ? 409 : 422, "poll/manual-count", model);
    }

    private static int whole(FormData form, String name) {
        return (int) form.number(name, n -> n >= 0 && n <= 100_000, "session.refused.count");
    }

    /** A sheet of ballots to be cut apart: each has the question and three circles, and only in a named poll a line for the name. */
    private Response print(Request request) {
        Poll poll = access.poll(request, COUNTERS);
        List<String> sheet = Collections.nCopies(A_SHEET, poll.question().text());
        return request.page(
                "poll/paper-sheet",
                Map.of(
                        "slips",
                        sheet,
                        "pollId",
                        poll.id(),
                        "named",
                        PollView.of(poll).secrecy().equals("named")));
    }
}
