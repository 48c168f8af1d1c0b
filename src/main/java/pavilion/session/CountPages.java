package pavilion.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.poll.Hands;
import pavilion.poll.Papers;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.poll.Polling;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Visit;

/**
 * Where each of two people puts down what they counted, raised hands or papers from the box, without seeing what the other
 * put down; and where paper ballots are given out and printed.
 */
final class CountPages {
    private static final Role[] COUNTERS = {Role.MODERATOR, Role.COMMITTEE, Role.RECORDER, Role.SCRUTINEER};
    private static final int A_SHEET = 8;

    private final Database db;
    private final PollDesk desk;
    private final Hands hands;
    private final Papers papers;

    CountPages(Database db, PollDesk desk, Polling polling) {
        this.db = db;
        this.desk = desk;
        this.hands = polling.hands();
        this.papers = polling.papers();
    }

    List<Door> doors() {
        Access counters = Access.of(COUNTERS);
        return List.of(
                Door.get("/c/:c/polls/:id/hands", counters, v -> show(v, false)),
                Door.post("/c/:c/polls/:id/hands", counters, v -> count(v, false)),
                Door.get("/c/:c/polls/:id/papers", counters, v -> show(v, true)),
                Door.post("/c/:c/polls/:id/papers", counters, v -> count(v, true)),
                Door.get("/c/:c/polls/:id/papers/print", counters, this::print),
                Door.post("/c/:c/polls/:id/paper", counters, this::issue));
    }

    private Answer show(Visit visit, boolean paper) {
        return visit.page("session/count", model(visit, desk.poll(visit, COUNTERS), paper, ""));
    }

    private Map<String, Object> model(Visit visit, Poll poll, boolean paper, String sentence) {
        Map<String, Object> model = new HashMap<>();
        long me = visit.me().person();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("papers", paper);
        model.put("state", paper ? papers.state(db.plain(), poll, me) : hands.state(db.plain(), poll, me));
        model.put("sentence", sentence);
        if (poll.session() != null) {
            model.put("session", poll.session());
        }
        return model;
    }

    private Answer count(Visit visit, boolean paper) {
        Poll poll = desk.poll(visit, COUNTERS);
        Form form = visit.form();
        int yes = whole(form, "yes");
        int no = whole(form, "no");
        int abstain = whole(form, "abstain");
        int spoiled = paper ? whole(form, "spoiled") : 0;
        String sentence = "";
        if (form.good()) {
            try {
                String post = desk.actor(visit, poll).post();
                long me = visit.me().person();
                if (paper) {
                    papers.count(poll.community(), poll.id(), me, post, yes, no, abstain, spoiled);
                } else {
                    hands.count(poll.community(), poll.id(), me, post, yes, no, abstain);
                }
                return Answer.to(at(visit, poll) + (paper ? "/papers" : "/hands"));
            } catch (Refused refused) {
                sentence = visit.say(refused.refusal());
            }
        }
        Map<String, Object> model = model(visit, poll, paper, sentence);
        model.put("values", form.values());
        model.put("errors", form.errors());
        return visit.page(form.good() ? 409 : 422, "session/count", model);
    }

    private static int whole(Form form, String name) {
        return (int) form.number(name, n -> n >= 0 && n <= 100_000, "session.refused.count");
    }

    private static String at(Visit visit, Poll poll) {
        return "/c/" + visit.here().code() + "/polls/" + poll.id();
    }

    private Answer issue(Visit visit) {
        Poll poll = desk.poll(visit, COUNTERS);
        Form form = visit.form();
        long voter = form.number("voter", n -> n > 0, "web.form.choose");
        String post = desk.actor(visit, poll).post();
        String receipt = papers.issue(poll.community(), poll.id(), voter, post, form.text("key"));
        return Answer.to(at(visit, poll) + "/hall?receipt=" + receipt);
    }

    /** A sheet of ballots to be cut apart: the question and three circles, no number and no name. */
    private Answer print(Visit visit) {
        Poll poll = desk.poll(visit, COUNTERS);
        List<String> sheet = new ArrayList<>(Collections.nCopies(A_SHEET, poll.question()));
        return visit.page("session/paper-sheet", Map.of("slips", sheet, "pollId", poll.id()));
    }
}
