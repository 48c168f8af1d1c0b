package pavilion.poll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Ballots of people without a phone: entered by name in a named poll, given out on paper in a secret one. */
public final class AssistedBallotPages {
    private static final int MOST = 60;
    static final Role[] CLERKS = {Role.RECORDER, Role.MODERATOR, Role.COMMITTEE};

    private final Database db;
    private final PollAccess access;
    private final AssistedBallots ballots;
    private final PaperBallots papers;

    public AssistedBallotPages(Database db, PollAccess access, Polls polls) {
        this.db = db;
        this.access = access;
        this.ballots = polls.assistedBallots();
        this.papers = polls.paperBallots();
    }

    public List<Route> routes() {
        Access clerks = Access.of(CLERKS);
        return List.of(
                Route.get("/c/:c/polls/:id/assisted", clerks, this::show),
                Route.post(
                        "/c/:c/polls/:id/assisted",
                        clerks,
                        this::enter,
                        AnswerForm.fields(FormField.choice("sure"), FormField.choice("again", "1"))),
                Route.post(
                        "/c/:c/polls/:id/paper", clerks, this::issue, FormField.key("key"), FormField.choice("voter")));
    }

    private Poll poll(Request request) {
        return access.poll(request, CLERKS);
    }

    private Response show(Request request) {
        Poll poll = poll(request);
        String done = request.query("done");
        return request.page(
                "poll/assisted", model(poll, request.query("q"), "", done.matches("[0-9]{1,18}") ? done : ""));
    }

    /** @param done the voter whose ballot was just entered or given out, otherwise empty */
    private Map<String, Object> model(Poll poll, String asked, String sentence, String done) {
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("session", poll.session() == null ? "" : poll.session());
        model.put("lines", poll.open() ? ballots.waiting(db.plain(), poll, asked, MOST) : List.of());
        model.put("entered", poll.open() ? ballots.entered(db.plain(), poll) : List.of());
        model.put("q", asked);
        model.put("sentence", sentence);
        model.put("secret", !ballots.takesBallotsByName(poll));
        model.put("key", Tokens.token());
        if (!done.isEmpty()) {
            long voter = Long.parseLong(done);
            model.put("done", ballots.voter(poll, voter).map(PollVoter::label).orElse(""));
            model.put("receipt", papers.receipt(poll, voter));
            model.put("given", poll.session() == null ? "poll.papers.handed" : "");
        }
        return model;
    }

    /** Chosen, it is read back to the voter first; only what was confirmed is written. */
    private Response enter(Request request) {
        FormData form = request.form();
        String sure = form.text("sure");
        boolean again = form.text("again").equals("1");
        if (sure.isEmpty()) {
            return readBack(request, again);
        }
        return act(request, (poll, voter) -> {
            String post = access.actor(request, poll).post();
            if (again) {
                ballots.correct(poll, voter, sure, form.text("key"), post);
            } else {
                ballots.enter(poll, voter, sure, form.text("key"), post);
            }
        });
    }

    private Response readBack(Request request, boolean again) {
        Poll poll = poll(request);
        FormData form = request.form();
        long voter = form.number("voter", n -> n > 0, "web.form.choose");
        String choice;
        try {
            ballots.requireHall(poll);
            choice = AnswerForm.read(form, poll.optionSet());
        } catch (Refused refused) {
            return request.page(409, "poll/assisted", model(poll, "", request.say(refused.refusal()), ""));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("poll", PollView.of(poll));
        model.put("pollId", poll.id());
        model.put("voter", voter);
        model.put("label", ballots.voter(poll, voter).map(PollVoter::label).orElseThrow(HttpError::notFound));
        model.put("choice", choice);
        model.put("said", OptionSetView.said(poll, choice));
        model.put("again", again);
        model.put("key", form.text("key"));
        return request.page("poll/read-back", model);
    }

    /** Gives out a paper ballot with its receipt; the turnout records to whom. */
    private Response issue(Request request) {
        String key = request.form().text("key");
        return act(
                request,
                (poll, voter) -> papers.issue(
                        poll.community(),
                        poll.id(),
                        voter,
                        access.actor(request, poll).post(),
                        key));
    }

    private interface Act {
        void on(Poll poll, long voter);
    }

    private Response act(Request request, Act act) {
        Poll poll = poll(request);
        long voter = request.form().number("voter", n -> n > 0, "web.form.choose");
        try {
            act.on(poll, voter);
        } catch (Refused refused) {
            Map<String, Object> model = model(poll, "", request.say(refused.refusal()), "");
            return request.page(409, "poll/assisted", model);
        }
        return Response.to("/c/" + request.community().code() + "/polls/" + poll.id() + "/assisted?done=" + voter);
    }
}
