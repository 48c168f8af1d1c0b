package pavilion.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.poll.Hands;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Visit;

/** Where each of two people puts down the hands they counted, without seeing what the other put down. */
final class HandPages {
    private static final Role[] COUNTERS = {Role.MODERATOR, Role.COMMITTEE, Role.RECORDER, Role.SCRUTINEER};

    private final Database db;
    private final PollDesk desk;
    private final Hands hands;

    HandPages(Database db, PollDesk desk, Hands hands) {
        this.db = db;
        this.desk = desk;
        this.hands = hands;
    }

    List<Door> doors() {
        Access counters = Access.of(COUNTERS);
        return List.of(
                Door.get("/c/:c/polls/:id/hands", counters, this::show),
                Door.post("/c/:c/polls/:id/hands", counters, this::count));
    }

    private Answer show(Visit visit) {
        Poll poll = desk.poll(visit, COUNTERS);
        return visit.page("session/hands", model(visit, poll, ""));
    }

    private Map<String, Object> model(Visit visit, Poll poll, String sentence) {
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("state", hands.state(db.plain(), poll, visit.me().person()));
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
        String sentence = "";
        if (form.good()) {
            try {
                String post = desk.actor(visit, poll).post();
                hands.count(poll.community(), poll.id(), visit.me().person(), post, yes, no, abstain);
                return Answer.to("/c/" + visit.here().code() + "/polls/" + poll.id() + "/hands");
            } catch (Refused refused) {
                sentence = visit.say(refused.refusal());
            }
        }
        Map<String, Object> model = model(visit, poll, sentence);
        model.put("values", form.values());
        model.put("errors", form.errors());
        return visit.page(form.good() ? 409 : 422, "session/hands", model);
    }

    private static int whole(Form form, String name) {
        return (int) form.number(name, n -> n >= 0 && n <= 100_000, "session.refused.count");
    }
}
