package pavilion.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.poll.HallBallots;
import pavilion.poll.Papers;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.poll.Seat;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Visit;

/** Ballots of those who came without a phone: entered by name in a named poll, given out on paper in a secret one. */
final class HallPages {
    private static final int MOST = 60;
    private static final Role[] CLERKS = {Role.RECORDER, Role.MODERATOR, Role.COMMITTEE};

    private final Database db;
    private final PollDesk desk;
    private final HallBallots ballots;
    private final Papers papers;

    HallPages(Database db, PollDesk desk, HallBallots ballots, Papers papers) {
        this.db = db;
        this.desk = desk;
        this.ballots = ballots;
        this.papers = papers;
    }

    List<Door> doors() {
        Access clerks = Access.of(CLERKS);
        return List.of(
                Door.get("/c/:c/polls/:id/hall", clerks, this::show),
                Door.post("/c/:c/polls/:id/hall", clerks, this::cast),
                Door.post("/c/:c/polls/:id/paper", clerks, this::issue));
    }

    private Poll poll(Visit visit) {
        return desk.poll(visit, CLERKS);
    }

    private Answer show(Visit visit) {
        Poll poll = poll(visit);
        String done = visit.query("done");
        return visit.page("session/hall", model(poll, visit.query("q"), "", done.matches("[0-9]{1,18}") ? done : ""));
    }

    /** @param done the voter whose ballot was just put in or given out, empty where nothing was done */
    private Map<String, Object> model(Poll poll, String asked, String sentence, String done) {
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("session", poll.session() == null ? "" : poll.session());
        model.put("lines", poll.open() ? ballots.waiting(db.plain(), poll, asked, MOST) : List.of());
        model.put("q", asked);
        model.put("sentence", sentence);
        model.put("secret", poll.secret());
        model.put("key", Secrets.token());
        if (!done.isEmpty()) {
            long voter = Long.parseLong(done);
            model.put("done", ballots.seat(poll, voter).map(Seat::label).orElse(""));
            model.put("receipt", papers.receipt(poll, voter));
        }
        return model;
    }

    private Answer cast(Visit visit) {
        Form form = visit.form();
        return act(visit, (poll, voter) -> {
            Optional<Refusal> no = ballots.castInHall(poll, voter, ballots.answer(poll, form), form.text("key"));
            if (no.isPresent()) {
                throw new Refused(no.get());
            }
        });
    }

    /** A paper ballot is given out: to whom stands in the turnout, and the receipt goes along with it. */
    private Answer issue(Visit visit) {
        String key = visit.form().text("key");
        return act(
                visit,
                (poll, voter) -> papers.issue(
                        poll.community(),
                        poll.id(),
                        voter,
                        desk.actor(visit, poll).post(),
                        key));
    }

    private interface Act {
        void on(Poll poll, long voter);
    }

    private Answer act(Visit visit, Act act) {
        Poll poll = poll(visit);
        long voter = visit.form().number("voter", n -> n > 0, "web.form.choose");
        try {
            act.on(poll, voter);
        } catch (Refused refused) {
            Map<String, Object> model = model(poll, visit.form().text("q"), visit.say(refused.refusal()), "");
            return visit.page(409, "session/hall", model);
        }
        return Answer.to("/c/" + visit.here().code() + "/polls/" + poll.id() + "/hall?done=" + voter);
    }
}
