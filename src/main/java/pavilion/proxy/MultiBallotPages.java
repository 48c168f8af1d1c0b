package pavilion.proxy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.poll.MultiBallots;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.poll.Polls;
import pavilion.poll.VoterBallot;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** One page for whoever holds several ballots: chosen one by one, summed up, sent at once. */
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
                Route.post(
                        "/c/:c/polls/:id/several",
                        Access.SIGNED_IN,
                        this::send,
                        FormField.choice("choice*", ballots.choices().toArray(String[]::new)),
                        FormField.key("key"),
                        FormField.choice("again", "1"),
                        FormField.choice("sure", "1")));
    }

    private Poll poll(Request request) {
        Poll poll = polls.find(db.plain(), request.community().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
        if (!request.user().belongs(poll.community(), polls.placePath(poll))) {
            throw HttpError.forbidden("poll.why.not-entitled");
        }
        return poll;
    }

    private Response show(Request request) {
        return request.page("proxy/several", view(poll(request), request.user(), Map.of(), Tokens.token(), ""));
    }

    private MultiBallotView view(Poll poll, CurrentUser me, Map<Long, String> chosen, String key, String sentence) {
        Map<Long, ProxyLetter> used = letters.used(db.plain(), poll.community(), poll.id(), me.person()).stream()
                .collect(Collectors.toMap(ProxyLetter::voter, letter -> letter));
        Map<Boolean, List<MultiBallotView.BallotRow>> rows = ballots.papers(poll, me).stream()
                .map(paper -> row(paper, used, chosen))
                .collect(Collectors.partitioningBy(MultiBallotView.BallotRow::waits));
        return new MultiBallotView(
                PollView.of(poll),
                poll.id(),
                poll.session() != null ? "/sessions/" + poll.session() : "/matters/" + poll.matter(),
                rows.get(true),
                rows.get(false),
                letters.holders(db.plain(), poll, me.person()),
                key,
                sums(chosen),
                sentence);
    }

    private MultiBallotView.BallotRow row(VoterBallot paper, Map<Long, ProxyLetter> used, Map<Long, String> chosen) {
        long voter = paper.voter().voter();
        String choice = chosen.getOrDefault(voter, "");
        return new MultiBallotView.BallotRow(
                paper,
                used.get(voter),
                choice,
                ballots.choices().stream()
                        .map(each -> new MultiBallotView.BallotOption(each, each.equals(choice)))
                        .toList());
    }

    private List<MultiBallotView.ChoiceSum> sums(Map<Long, String> chosen) {
        return ballots.choices().stream()
                .map(choice -> new MultiBallotView.ChoiceSum(
                        choice, chosen.values().stream().filter(choice::equals).count()))
                .filter(sum -> sum.count() > 0)
                .toList();
    }

    private Response send(Request request) {
        Poll poll = poll(request);
        FormData form = request.form();
        Map<Long, String> chosen = new LinkedHashMap<>();
        for (VoterBallot paper : ballots.papers(poll, request.user())) {
            long voter = paper.voter().voter();
            String choice = form.text("choice" + voter);
            if (!choice.isEmpty()) {
                chosen.put(voter, choice);
            }
        }
        String key = form.text("key");
        if (form.checked("again")) {
            return request.page("proxy/several", view(poll, request.user(), chosen, key, ""));
        }
        try {
            if (chosen.isEmpty() || !ballots.choices().containsAll(chosen.values())) {
                throw new Refused("proxy.several.choose");
            }
            if (!form.checked("sure")) {
                // Without a script nothing has read the sum out yet.
                return request.page("proxy/sure", view(poll, request.user(), chosen, key, ""));
            }
            ballots.cast(poll, request.user(), chosen, key);
        } catch (Refused refused) {
            String sentence = request.say(refused.refusal());
            return request.page(409, "proxy/several", view(poll, request.user(), chosen, key, sentence));
        }
        return Response.to("/c/" + request.community().code() + "/polls/" + poll.id() + "/several");
    }
}
