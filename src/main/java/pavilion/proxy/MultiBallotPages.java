package pavilion.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.poll.BallotPaper;
import pavilion.poll.MultiBallots;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.poll.Polls;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** One screen for whoever holds several ballots: chosen one by one, read out together, sent at once. */
public final class MultiBallotPages {
    private final Database db;
    private final Polls polls;
    private final ProxyLetters letters;
    private final MultiBallots ballots;

    public MultiBallotPages(Database db, Polls polls, ProxyLetters letters) {
        this.db = db;
        this.polls = polls;
        this.letters = letters;
        this.ballots = new MultiBallots(db, polls);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/polls/:id/several", Access.SIGNED_IN, this::show),
                Route.post("/c/:c/polls/:id/several", Access.SIGNED_IN, this::send));
    }

    /** One answer that can be given to one ballot. */
    record Option(String key, boolean chosen) {}

    /**
     * One ballot on the screen.
     *
     * @param holderOf whose letter it is cast by, null for the own one
     * @param choice what was chosen so far, empty where nothing is
     */
    record Row(BallotPaper paper, @Nullable ProxyLetter holderOf, String choice, List<Option> options) {}

    /** How often an answer was chosen. */
    record Sum(String key, long count) {}

    private Poll poll(Request request) {
        Poll poll =
                polls.find(db.plain(), request.here().id(), request.id("id")).orElseThrow(HttpError::notFound);
        if (!request.me().belongs(poll.community(), polls.placePath(poll))) {
            throw HttpError.forbidden("poll.why.not-entitled");
        }
        return poll;
    }

    private Response show(Request request) {
        return request.page("proxy/several", model(poll(request), request.me(), Map.of(), Tokens.token()));
    }

    private Map<String, Object> model(Poll poll, CurrentUser me, Map<Long, String> chosen, String key) {
        Map<Long, ProxyLetter> used = new HashMap<>();
        letters.used(db.plain(), poll.community(), poll.id(), me.person()).forEach(l -> used.put(l.voter(), l));
        List<Row> rows = ballots.papers(poll, me).stream()
                .map(paper -> {
                    long voter = paper.voter().voter();
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

    private Response send(Request request) {
        Poll poll = poll(request);
        FormData form = request.form();
        Map<Long, String> chosen = new LinkedHashMap<>();
        for (BallotPaper paper : ballots.papers(poll, request.me())) {
            long voter = paper.voter().voter();
            String choice = form.text("choice" + voter);
            if (!choice.isEmpty()) {
                chosen.put(voter, choice);
            }
        }
        String key = form.text("key");
        if (form.checked("again")) {
            return request.page("proxy/several", model(poll, request.me(), chosen, key));
        }
        try {
            if (chosen.isEmpty() || !ballots.choices().containsAll(chosen.values())) {
                throw new Refused("proxy.several.choose");
            }
            if (!form.checked("sure")) {
                return sure(request, poll, chosen, key);
            }
            ballots.cast(poll, request.me(), chosen, key);
        } catch (Refused refused) {
            Map<String, Object> model = model(poll, request.me(), chosen, key);
            model.put("sentence", request.say(refused.refusal()));
            return request.page(409, "proxy/several", model);
        }
        return Response.to("/c/" + request.here().code() + "/polls/" + poll.id() + "/several");
    }

    // Without a script nothing has read the sum out yet.
    private Response sure(Request request, Poll poll, Map<Long, String> chosen, String key) {
        Map<String, Object> model = model(poll, request.me(), chosen, key);
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
        return request.page("proxy/sure", model);
    }
}
