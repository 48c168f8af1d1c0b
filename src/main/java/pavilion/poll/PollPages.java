package pavilion.poll;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Casting a ballot and looking up a receipt. */
public final class PollPages {
    private final Database db;
    private final Polls polls;
    private final BallotHolders holders;
    private final Acknowledgement acknowledgement = new Acknowledgement();

    public PollPages(Database db, Polls polls, BallotHolders holders) {
        this.db = db;
        this.polls = polls;
        this.holders = holders;
    }

    public List<Route> routes() {
        return List.of(
                Route.hot("/c/:c/polls/:id/ballot", Access.SIGNED_IN, this::cast, AnswerForm.FIELDS),
                Route.get("/c/:c/polls/:id/mine", Access.SIGNED_IN, this::mine),
                Route.get("/c/:c/ballots", Access.SIGNED_IN, this::ballots),
                Route.get("/c/:c/receipts", Access.ANYONE, this::receipt));
    }

    // On the event loop: all that it needs is in memory, but the ballot box itself.
    private Future<Response> cast(Request request) {
        CurrentUser me = request.user();
        String key = request.form().text("key");
        String voter = request.form().text("voter");
        if (key.isEmpty() || key.length() > 64 || !voter.matches("[0-9]{1,18}")) {
            return Future.failedFuture(HttpError.because(422, Refusal.of("poll.refused.choose")));
        }
        return polls.known(request.community().id(), request.id("id")).compose(known -> {
            Poll poll = known.poll();
            if (known.needsCheck(me.level())) {
                return Future.failedFuture(HttpError.forbidden("poll.why.level"));
            }
            String choice;
            try {
                choice = AnswerForm.read(request.form(), poll.optionSet());
            } catch (Refused refused) {
                return Future.failedFuture(HttpError.because(422, refused.refusal()));
            }
            return polls.cast(poll, Long.parseLong(voter), me.person(), choice, key, BallotChannel.PHONE)
                    .map(result -> answer(request, poll, result, choice));
        });
    }

    private Response answer(Request request, Poll poll, CastResult result, String choice) {
        if (!result.stands()) {
            boolean late = result.late();
            throw HttpError.because(late ? 409 : 403, result.refusal());
        }
        return request.wantsFragment()
                ? acknowledgement.answer(request, poll, result, choice, undoMinutes(poll))
                : Response.to(Acknowledgement.where(request, String.valueOf(result.receipt())));
    }

    private int undoMinutes(Poll poll) {
        return polls.box(poll).changeable() ? poll.undoMinutes() : 0;
    }

    private Poll poll(Request request) {
        return polls.find(db.plain(), request.community().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
    }

    private Response mine(Request request) {
        Poll poll = poll(request);
        CurrentUser me = request.user();
        if (!me.belongs(poll.community(), polls.placePath(poll))) {
            throw HttpError.forbidden("poll.why.not-entitled");
        }
        return request.page("poll/mine-page", mine(poll, me));
    }

    /** The personal part of a poll's panel; {@code home} is the household of whoever looks, who need not read its code. */
    public Map<String, Object> mine(Poll poll, CurrentUser me) {
        List<VoterBallot> papers = polls.ballotsOf(db.plain(), poll, me.person(), me.level());
        // Plans to choose among are long enough alone: each of those ballots keeps a form of its own.
        long waiting = poll.optionSet() != null
                ? 0
                : papers.stream().filter(p -> p.canCast() && !p.isCast()).count();
        return Map.of(
                "papers",
                papers,
                "poll",
                PollView.of(poll),
                "pollId",
                poll.id(),
                "given",
                papers.isEmpty() ? holders.of(db.plain(), poll, me.person()) : List.of(),
                "several",
                waiting > 1 ? waiting : "",
                "home",
                me.household());
    }

    // On the roll of another community nobody of this one has cast anything.
    private Response ballots(Request request) {
        CurrentUser me = request.user();
        boolean here = me.community() == request.community().id();
        return request.page("poll/my-ballots", Map.of("ballots", here ? MyBallotStore.of(db.plain(), me) : List.of()));
    }

    private Response receipt(Request request) {
        String code = request.query("code").toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        var found = code.isEmpty()
                ? Optional.<Poll>empty()
                : BallotStore.receipt(db.plain(), request.community().id(), code)
                        .flatMap(json ->
                                polls.find(db.plain(), request.community().id(), json.getLong("poll")));
        Map<String, Object> model = new HashMap<>();
        model.put("code", code);
        model.put("asked", !code.isEmpty());
        found.ifPresent(poll -> {
            model.put("poll", PollView.of(poll));
            model.put("again", poll.isVoid() && polls.openOfMatter(db.plain(), poll.community(), poll.matter()));
            model.put("back", poll.session() != null ? "/sessions/" + poll.session() : "/matters/" + poll.matter());
        });
        return request.page(found.isEmpty() && !code.isEmpty() ? 404 : 200, "poll/receipt", model);
    }
}
