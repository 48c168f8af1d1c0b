package pavilion.poll;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** The ballot box's slot, the receipt desk and the scrutineers' room. */
public final class PollPages {
    private static final List<Role> COUNTERS_AT =
            List.of(Role.SCRUTINEER, Role.SUPERVISION, Role.COMMITTEE, Role.MODERATOR);
    private static final Access COUNTERS = Access.of(COUNTERS_AT.toArray(Role[]::new));

    private final Database db;
    private final Polling polling;
    private final Acknowledgement acknowledgement = new Acknowledgement();

    public PollPages(Database db, Polling polling) {
        this.db = db;
        this.polling = polling;
    }

    public List<Door> doors() {
        return List.of(
                Door.hot("/c/:c/polls/:id/ballot", Access.SIGNED_IN, this::cast),
                Door.get("/c/:c/polls/:id/mine", Access.SIGNED_IN, this::mine),
                Door.get("/c/:c/receipts", Access.ANYONE, this::receipt),
                Door.get("/c/:c/polls/:id/room", COUNTERS, this::room));
    }

    // On the event loop: everything it needs is in memory but the urn itself.
    private Future<Answer> cast(Visit visit) {
        Viewer me = visit.me();
        String key = visit.form().text("key");
        String voter = visit.form().text("voter");
        if (key.isEmpty() || key.length() > 64 || !voter.matches("[0-9]{1,18}")) {
            return Future.failedFuture(Stop.because(422, Refusal.of("poll.refused.choose")));
        }
        return polling.known(visit.here().id(), visit.id("id")).compose(poll -> {
            if (polling.needsCheck(poll, me.level())) {
                return Future.failedFuture(Stop.forbidden("poll.why.level"));
            }
            String choice;
            try {
                choice = AnswerForm.read(visit.form(), poll.slate());
            } catch (Refused refused) {
                return Future.failedFuture(Stop.because(422, refused.refusal()));
            }
            return polling.cast(poll, Long.parseLong(voter), me.person(), choice, key, "phone")
                    .map(counted -> answer(visit, poll, counted));
        });
    }

    private Answer answer(Visit visit, Poll poll, Counted counted) {
        if (!counted.stands()) {
            boolean late = counted.late();
            throw Stop.because(late ? 409 : 403, counted.refusal());
        }
        return visit.wantsFragment()
                ? acknowledgement.answer(visit, poll, counted)
                : Answer.to(Acknowledgement.where(visit, String.valueOf(counted.receipt())));
    }

    private Poll poll(Visit visit) {
        return polling.find(db.plain(), visit.here().id(), visit.id("id")).orElseThrow(Stop::notFound);
    }

    private Answer mine(Visit visit) {
        Poll poll = poll(visit);
        Viewer me = visit.me();
        if (!me.belongs(poll.community(), polling.placePath(poll))) {
            throw Stop.forbidden("poll.why.not-entitled");
        }
        return visit.page("poll/mine-page", mine(poll, me));
    }

    /** The personal part of a poll's panel. */
    public Map<String, Object> mine(Poll poll, Viewer me) {
        List<BallotPaper> papers = polling.papers(db.plain(), poll, me.person(), me.level());
        // Plans to choose among are long enough alone: each of those ballots keeps a form of its own.
        long waiting = poll.slate() != null
                ? 0
                : papers.stream().filter(p -> p.canCast() && !p.isCast()).count();
        return Map.of(
                "papers",
                papers,
                "poll",
                PollView.of(poll),
                "pollId",
                poll.id(),
                "several",
                waiting > 1 ? waiting : "");
    }

    private Answer receipt(Visit visit) {
        String code = visit.query("code").toUpperCase(java.util.Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        var found = code.isEmpty()
                ? java.util.Optional.<Poll>empty()
                : BallotStore.receipt(db.plain(), visit.here().id(), code)
                        .flatMap(json -> polling.find(db.plain(), visit.here().id(), json.getLong("poll")));
        Map<String, Object> model = new java.util.HashMap<>();
        model.put("code", code);
        model.put("asked", !code.isEmpty());
        found.ifPresent(poll -> {
            model.put("poll", PollView.of(poll));
            model.put("back", poll.session() != null ? "/sessions/" + poll.session() : "/matters/" + poll.matter());
        });
        return visit.page(found.isEmpty() && !code.isEmpty() ? 404 : 200, "poll/receipt", model);
    }

    private Answer room(Visit visit) {
        Poll poll = poll(visit);
        String path = polling.placePath(poll);
        if (COUNTERS_AT.stream().noneMatch(role -> visit.me().has(role, poll.community(), path))) {
            throw Stop.forbidden("web.stop.role");
        }
        boolean named = poll.closed() && !poll.secret();
        boolean counts =
                visit.me().has(Role.SCRUTINEER, poll.community()) || visit.me().has(Role.SUPERVISION, poll.community());
        List<BallotStore.Line> lines = named && counts ? BallotStore.lines(db.plain(), poll) : List.of();
        return visit.page(
                "poll/room",
                Map.of(
                        "poll",
                        PollView.of(poll),
                        "lines",
                        lines,
                        "box",
                        String.valueOf(poll.boxSha()),
                        "sha",
                        String.valueOf(poll.electorateSha()),
                        "key",
                        Secrets.token()));
    }
}
