package pavilion.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.poll.HallBallots;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Visit;

/** Ballots of those who came without a phone: entered by the recorder, household by household, in a named poll. */
final class HallPages {
    private static final int MOST = 60;
    private static final Role[] CLERKS = {Role.RECORDER, Role.MODERATOR, Role.COMMITTEE};

    private final Database db;
    private final PollDesk desk;
    private final HallBallots ballots;

    HallPages(Database db, PollDesk desk, HallBallots ballots) {
        this.db = db;
        this.desk = desk;
        this.ballots = ballots;
    }

    List<Door> doors() {
        Access clerks = Access.of(CLERKS);
        return List.of(
                Door.get("/c/:c/polls/:id/hall", clerks, this::show),
                Door.post("/c/:c/polls/:id/hall", clerks, this::cast));
    }

    private Poll poll(Visit visit) {
        return desk.poll(visit, CLERKS);
    }

    private Answer show(Visit visit) {
        Map<String, Object> model = model(poll(visit), visit.query("q"), "", visit.query("done"));
        model.put("receipt", visit.query("receipt").replaceAll("[^0-9A-Z]", ""));
        return visit.page("session/hall", model);
    }

    private Map<String, Object> model(Poll poll, String asked, String sentence, String done) {
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("session", poll.session() == null ? "" : poll.session());
        model.put("lines", poll.open() ? ballots.waiting(db.plain(), poll, asked, MOST) : List.of());
        model.put("q", asked);
        model.put("sentence", sentence);
        model.put("done", done);
        model.put("key", Secrets.token());
        model.put("secret", poll.secret());
        return model;
    }

    private Answer cast(Visit visit) {
        Poll poll = poll(visit);
        var form = visit.form();
        long voter = form.number("voter", n -> n > 0, "web.form.choose");
        Optional<Refusal> no;
        try {
            no = ballots.castInHall(poll, voter, ballots.answer(poll, form), form.text("key"));
        } catch (Refused refused) {
            no = Optional.of(refused.refusal());
        }
        if (no.isPresent()) {
            return visit.page(409, "session/hall", model(poll, form.text("q"), visit.say(no.get()), ""));
        }
        String label = java.net.URLEncoder.encode(form.text("label"), java.nio.charset.StandardCharsets.UTF_8);
        return Answer.to("/c/" + visit.here().code() + "/polls/" + poll.id() + "/hall?done=" + label);
    }
}
