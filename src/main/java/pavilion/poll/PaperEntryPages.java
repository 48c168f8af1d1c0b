package pavilion.poll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.identity.Tokens;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Papers of a named poll over days are typed in by two people: whose waits for the other, whose differs, whose is in the box. */
final class PaperEntryPages {
    private static final int MOST = 60;
    private static final String PATH = "/c/:c/polls/:id/entries";

    private final Database db;
    private final PollAccess access;
    private final AssistedBallots ballots;
    private final PaperEntries entries;

    PaperEntryPages(Database db, PollAccess access, Polls polls) {
        this.db = db;
        this.access = access;
        this.ballots = polls.assistedBallots();
        this.entries = polls.paperEntries();
    }

    List<Route> routes() {
        Access clerks = Access.of(AssistedBallotPages.CLERKS);
        return List.of(
                Route.get(PATH, clerks, this::show),
                Route.post(PATH, clerks, this::type, AnswerForm.FIELDS),
                Route.post(PATH + "/withdraw", clerks, this::withdraw, FormField.choice("voter")));
    }

    private Poll poll(Request request) {
        return access.poll(request, AssistedBallotPages.CLERKS);
    }

    private Response show(Request request) {
        Poll poll = poll(request);
        String asked = request.query("q");
        String chosen = request.query("voter");
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("q", asked);
        if (poll.open() && entries.takes(poll)) {
            List<PaperEntry> waiting =
                    entries.waiting(db.plain(), poll, request.user().person());
            model.put("takes", true);
            model.put("over", entries.over(poll));
            model.put("waiting", waiting);
            model.put("entered", entries.entered(db.plain(), poll));
            model.put(
                    "lines",
                    ballots.waiting(db.plain(), poll, asked, MOST).stream()
                            .filter(line -> waiting.stream().noneMatch(each -> each.voter() == line.voter()))
                            .toList());
            voter(poll, chosen).ifPresent(voter -> {
                model.put("voter", voter.voter());
                model.put("label", voter.label());
                model.put("key", Tokens.token());
            });
        }
        return request.page("poll/entries", model);
    }

    /** Whose paper is at hand; empty where nobody was chosen. */
    private Optional<PollVoter> voter(Poll poll, String chosen) {
        return chosen.matches("[0-9]{1,18}") ? ballots.voter(poll, Long.parseLong(chosen)) : Optional.empty();
    }

    private Response type(Request request) {
        Poll poll = poll(request);
        long voter = request.form().number("voter", n -> n > 0, "web.form.choose");
        if (!request.form().good()) {
            throw new Refused("web.form.choose");
        }
        String choice = AnswerForm.read(request.form(), poll.optionSet());
        String post = access.actor(request, poll).post();
        entries.type(
                poll,
                voter,
                choice,
                request.user().person(),
                post,
                request.form().text("key"));
        return back(request, poll);
    }

    private Response withdraw(Request request) {
        Poll poll = poll(request);
        long voter = request.form().number("voter", n -> n > 0, "web.form.choose");
        entries.withdraw(
                poll,
                voter,
                request.user().person(),
                access.actor(request, poll).post());
        return back(request, poll);
    }

    private static Response back(Request request, Poll poll) {
        return Response.to("/c/" + request.community().code() + "/polls/" + poll.id() + "/entries");
    }
}
