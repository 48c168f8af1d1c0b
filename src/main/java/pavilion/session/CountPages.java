package pavilion.session;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.poll.Counting;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Visit;

/**
 * Where each of two people puts down what they counted, raised hands or papers from the box, without seeing what the other
 * put down; and the paper ballots to be printed.
 */
final class CountPages {
    private static final Role[] COUNTERS = {Role.MODERATOR, Role.COMMITTEE, Role.RECORDER, Role.SCRUTINEER};
    private static final int A_SHEET = 8;

    private final Database db;
    private final PollDesk desk;
    private final Counting counting;

    CountPages(Database db, PollDesk desk, Counting counting) {
        this.db = db;
        this.desk = desk;
        this.counting = counting;
    }

    List<Door> doors() {
        Access counters = Access.of(COUNTERS);
        return List.of(
                Door.get("/c/:c/polls/:id/count", counters, this::show),
                Door.post("/c/:c/polls/:id/count", counters, this::count),
                Door.get("/c/:c/polls/:id/papers", counters, this::print));
    }

    private Answer show(Visit visit) {
        return visit.page("session/count", model(visit, desk.poll(visit, COUNTERS), ""));
    }

    private Map<String, Object> model(Visit visit, Poll poll, String sentence) {
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("papers", !poll.ask().byHands());
        model.put("state", counting.state(db.plain(), poll, visit.me().person()));
        model.put("sentence", sentence);
        if (poll.session() != null) {
            model.put("session", poll.session());
        }
        return model;
    }

    private Answer count(Visit visit) {
        Poll poll = desk.poll(visit, COUNTERS);
        Form form = visit.form();
        int yes = whole(form, "yes");
        int no = whole(form, "no");
        int abstain = whole(form, "abstain");
        int spoiled = poll.ask().byHands() ? 0 : whole(form, "spoiled");
        String sentence = "";
        if (form.good()) {
            try {
                String post = desk.actor(visit, poll).post();
                counting.count(poll.community(), poll.id(), visit.me().person(), post, yes, no, abstain, spoiled);
                return Answer.to("/c/" + visit.here().code() + "/polls/" + poll.id() + "/count");
            } catch (Refused refused) {
                sentence = visit.say(refused.refusal());
            }
        }
        Map<String, Object> model = model(visit, poll, sentence);
        model.put("values", form.values());
        model.put("errors", form.errors());
        return visit.page(form.good() ? 409 : 422, "session/count", model);
    }

    private static int whole(Form form, String name) {
        return (int) form.number(name, n -> n >= 0 && n <= 100_000, "session.refused.count");
    }

    /** A sheet of ballots to be cut apart: the question and three circles, no number and no name. */
    private Answer print(Visit visit) {
        Poll poll = desk.poll(visit, COUNTERS);
        List<String> sheet = Collections.nCopies(A_SHEET, poll.question());
        return visit.page("session/paper-sheet", Map.of("slips", sheet, "pollId", poll.id()));
    }
}
