package pavilion.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.poll.BallotPaper;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.poll.Polling;
import pavilion.poll.SeveralBallots;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** One screen for whoever holds several ballots: chosen one by one, read out together, sent at once. */
public final class SeveralPages {
    private final Database db;
    private final Polling polling;
    private final Letters letters;
    private final SeveralBallots ballots;

    public SeveralPages(Database db, Polling polling, Letters letters) {
        this.db = db;
        this.polling = polling;
        this.letters = letters;
        this.ballots = new SeveralBallots(db, polling);
    }

    public List<Door> doors() {
        return List.of(
                Door.get("/c/:c/polls/:id/several", Access.SIGNED_IN, this::show),
                Door.post("/c/:c/polls/:id/several", Access.SIGNED_IN, this::send));
    }

    /** One answer that can be given to one ballot. */
    record Option(String key, boolean chosen) {}

    /**
     * One ballot on the screen.
     *
     * @param holderOf whose letter it is cast by, null for the own one
     * @param choice what was chosen so far, empty where nothing is
     */
    record Row(BallotPaper paper, @Nullable Letter holderOf, String choice, List<Option> options) {}

    /** How often an answer was chosen. */
    record Sum(String key, long count) {}

    private Poll poll(Visit visit) {
        Poll poll = polling.find(db.plain(), visit.here().id(), visit.id("id")).orElseThrow(Stop::notFound);
        if (!visit.me().belongs(poll.community(), polling.placePath(poll))) {
            throw Stop.forbidden("poll.why.not-entitled");
        }
        return poll;
    }

    private Answer show(Visit visit) {
        return visit.page("proxy/several", model(poll(visit), visit.me(), Map.of(), Secrets.token()));
    }

    private Map<String, Object> model(Poll poll, Viewer me, Map<Long, String> chosen, String key) {
        Map<Long, Letter> used = new HashMap<>();
        letters.used(db.plain(), poll.community(), poll.id(), me.person()).forEach(l -> used.put(l.voter(), l));
        List<Row> rows = ballots.papers(poll, me).stream()
                .map(paper -> {
                    long voter = paper.seat().voter();
                    String choice = chosen.getOrDefault(voter, "");
                    List<Option> options = ballots.choices().stream()
                            .map(each -> new Option(each, each.equals(choice)))
                            .toList();
                    return new Row(paper, used.get(voter), choice, options);
                })
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("back", poll.session() != null ? "/sessions/" + poll.session() : "/matters/" + poll.matter());
        model.put(
                "open",
                rows.stream()
                        .filter(row -> row.paper().canCast() && !row.paper().isCast())
                        .toList());
        model.put(
                "rest",
                rows.stream()
                        .filter(row -> !row.paper().canCast() || row.paper().isCast())
                        .toList());
        model.put("key", key);
        return model;
    }

    private Answer send(Visit visit) {
        Poll poll = poll(visit);
        Form form = visit.form();
        Map<Long, String> chosen = new LinkedHashMap<>();
        for (BallotPaper paper : ballots.papers(poll, visit.me())) {
            long voter = paper.seat().voter();
            String choice = form.text("choice" + voter);
            if (!choice.isEmpty()) {
                chosen.put(voter, choice);
            }
        }
        String key = form.text("key");
        if (form.checked("again")) {
            return visit.page("proxy/several", model(poll, visit.me(), chosen, key));
        }
        try {
            if (chosen.isEmpty() || !ballots.choices().containsAll(chosen.values())) {
                throw new Refused("proxy.several.choose");
            }
            if (!form.checked("sure")) {
                return sure(visit, poll, chosen, key);
            }
            ballots.cast(poll, visit.me(), chosen, key);
        } catch (Refused refused) {
            Map<String, Object> model = model(poll, visit.me(), chosen, key);
            model.put("sentence", visit.say(refused.refusal()));
            return visit.page(409, "proxy/several", model);
        }
        return Answer.to("/c/" + visit.here().code() + "/polls/" + poll.id() + "/several");
    }

    // Without a script nothing has read the sum out yet.
    private Answer sure(Visit visit, Poll poll, Map<Long, String> chosen, String key) {
        Map<String, Object> model = model(poll, visit.me(), chosen, key);
        List<Sum> sums = new ArrayList<>();
        for (String choice : ballots.choices()) {
            long count = chosen.values().stream()
                    .filter(each -> Objects.equals(each, choice))
                    .count();
            if (count > 0) {
                sums.add(new Sum(choice, count));
            }
        }
        model.put("sums", sums);
        model.put("count", chosen.size());
        return visit.page("proxy/sure", model);
    }
}
