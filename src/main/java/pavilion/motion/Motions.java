package pavilion.motion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.decision.Questions;
import pavilion.identity.Actor;
import pavilion.poll.Poll;
import pavilion.poll.PollListener;
import pavilion.poll.Question;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.procedure.AmendmentOrder;
import pavilion.rules.procedure.MotionText;
import pavilion.session.AgendaItem;
import pavilion.session.ItemEnding;
import pavilion.session.Session;
import pavilion.session.SessionChanges;
import pavilion.session.conduct.SessionModule;
import pavilion.session.conduct.Sessions;
import pavilion.session.presence.Quorums;

/** What becomes of a motion: those present are asked, somebody objects, it is voted on, withdrawn, or adopted with its effect. */
final class Motions implements PollListener {
    private final SessionChanges changes;
    private final Sessions sessions;
    private final Quorums quorums;
    private final Questions questions;
    private final Clock clock;

    Motions(SessionModule sessions, Questions questions, Clock clock) {
        this.changes = sessions.changes();
        this.sessions = sessions.sessions();
        this.quorums = sessions.quorums();
        this.questions = questions;
        this.clock = clock;
    }

    /** The moderator asks those present whether anybody objects. */
    void consent(Session at, long id, Actor by) {
        on(at, id, (tx, session, motion) -> {
            if (motion.state() == Motion.State.CONSENT) {
                return;
            }
            AgendaItem item = askable(tx, session, motion);
            if (motion.objected()) {
                throw new Refused("motion.refused.objected");
            }
            requireQuorum(tx, session, item, motion);
            MotionStore.state(tx, session, id, Motion.State.CONSENT);
            note(tx, session, motion, "motion.consent", by, new JsonObject());
        });
    }

    /** One objection of somebody present is enough: then only a vote decides. */
    void object(Session at, long id, long person, Actor by) {
        on(at, id, (tx, session, motion) -> {
            MotionDrafting.requirePresent(tx, session, person);
            if (motion.pending() && motion.objected()) {
                return;
            }
            if (motion.state() != Motion.State.CONSENT) {
                throw new Refused(motion.pending() ? "motion.refused.not-asked" : "motion.refused.late");
            }
            MotionStore.objected(tx, session, id);
            note(tx, session, motion, "motion.objected", by, new JsonObject());
        });
    }

    /** Nobody objected: it is adopted by consent. */
    void adopt(Session at, long id, Actor by) {
        on(at, id, (tx, session, motion) -> {
            if (motion.state() == Motion.State.ADOPTED) {
                return;
            }
            if (motion.state() != Motion.State.CONSENT) {
                throw new Refused(motion.objected() ? "motion.refused.objected" : "motion.refused.not-asked");
            }
            SessionChanges.requireOpen(session);
            changes.requireNoOpenPoll(tx, session);
            AgendaItem item = current(tx, session, motion);
            requireQuorum(tx, session, item, motion);
            adopted(tx, session, motion, Motion.Means.CONSENT, by, new JsonObject());
        });
    }

    /** The question, in the language of whoever puts it. */
    interface Wording {
        String of(Tx tx, Motion motion);
    }

    void vote(Session at, long id, Wording wording, Actor by) {
        on(at, id, (tx, session, motion) -> {
            if (motion.state() == Motion.State.VOTING) {
                return;
            }
            if (motion.state() != Motion.State.CONSENT) {
                askable(tx, session, motion);
            }
            if (current(tx, session, motion).matter() == null) {
                throw new Refused("motion.refused.no-matter");
            }
            String question = wording.of(tx, motion);
            long poll = questions.put(
                    tx, session, item -> Question.about(motion.kind().purpose(), item.id(), motion.id(), question), by);
            MotionStore.voting(tx, session, id, poll);
        });
    }

    /** @param person whose motion it must be; null: the moderator withdraws it for whoever moved it */
    void withdraw(Session at, long id, @Nullable Long person, Actor by) {
        on(at, id, (tx, session, motion) -> {
            if (person != null && !motion.by(person)) {
                throw new Refused("motion.refused.not-yours");
            }
            if (motion.state() == Motion.State.WITHDRAWN) {
                return;
            }
            if (!motion.pending() || motion.state() == Motion.State.VOTING) {
                throw new Refused(motion.pending() ? "motion.refused.voting" : "motion.refused.late");
            }
            decided(tx, session, motion, Motion.State.WITHDRAWN, null, by, new JsonObject());
        });
    }

    /** It conflicts with what was adopted, and nobody revised it. */
    void fall(Session at, long id, Actor by) {
        on(at, id, (tx, session, motion) -> {
            if (motion.state() == Motion.State.FALLEN) {
                return;
            }
            if (!motion.stale(current(tx, session, motion).debate().version())) {
                throw new Refused("motion.refused.no-conflict");
            }
            decided(tx, session, motion, Motion.State.FALLEN, null, by, new JsonObject());
        });
    }

    @Override
    public void concluded(Tx tx, Poll poll, Outcome outcome, @Nullable Long person, String post, String minority) {
        voted(tx, poll, (session, motion) -> {
            JsonObject said = new JsonObject().put("poll", poll.id());
            Actor by = new Actor(person, post);
            if (outcome.passed()) {
                adopted(tx, session, motion, Motion.Means.VOTE, by, said);
            } else {
                decided(tx, session, motion, Motion.State.REFUSED, Motion.Means.VOTE, by, said);
            }
            SessionChanges.touch(tx, session);
        });
    }

    @Override
    public void stopped(Tx tx, Poll poll) {
        voted(tx, poll, (session, motion) -> {
            MotionStore.state(tx, session, motion.id(), Motion.State.MOVED);
            SessionChanges.touch(tx, session);
        });
    }

    private interface Voted {
        void on(Session session, Motion motion);
    }

    private static void voted(Tx tx, Poll poll, Voted act) {
        Long session = poll.session();
        Long subject = poll.question().subject();
        if (session == null || subject == null) {
            return;
        }
        Session held = SessionChanges.locked(tx, poll.community(), session);
        MotionStore.find(tx, held, subject)
                .filter(motion -> motion.state() == Motion.State.VOTING)
                .ifPresent(motion -> act.on(held, motion));
    }

    private interface Act {
        void on(Tx tx, Session session, Motion motion);
    }

    private void on(Session at, long id, Act act) {
        changes.change(at.community(), at.id(), (tx, session) -> {
            Motion motion = MotionStore.find(tx, session, id).orElseThrow(() -> new Refused("motion.refused.none"));
            act.on(tx, session, motion);
            SessionChanges.touch(tx, session);
        });
    }

    // It waits, belongs to the current item and to the text as it is, and no other motion is being decided.
    private AgendaItem askable(Tx tx, Session session, Motion motion) {
        SessionChanges.requireOpen(session);
        changes.requireNoOpenPoll(tx, session);
        if (motion.state() != Motion.State.MOVED) {
            throw new Refused("motion.refused.late");
        }
        AgendaItem item = current(tx, session, motion);
        if (motion.stale(item.debate().version())) {
            throw new Refused("motion.refused.conflict");
        }
        if (MotionStore.ofItem(tx, session, item.id()).stream().anyMatch(Motion::undecided)) {
            throw new Refused("motion.refused.in-hand");
        }
        return item;
    }

    private AgendaItem current(Tx tx, Session session, Motion motion) {
        AgendaItem item = SessionChanges.current(tx, session);
        if (item.id() != motion.item()) {
            throw new Refused("motion.refused.other-item");
        }
        return item;
    }

    // A recess needs no quorum: too few people may still adjourn.
    private void requireQuorum(Tx tx, Session session, AgendaItem item, Motion motion) {
        if (motion.kind() != Motion.Kind.RECESS) {
            quorums.require(tx, session, item);
        }
    }

    private void adopted(Tx tx, Session session, Motion motion, Motion.Means how, Actor by, JsonObject said) {
        AgendaItem item = current(tx, session, motion);
        decided(tx, session, motion, Motion.State.ADOPTED, how, by, said.put("how", how.key()));
        switch (motion.kind()) {
            case AMEND -> amend(tx, session, item, motion, by);
            case CLOSE -> sessions.closeDebate(tx, session, item);
            case LATER -> sessions.toEnd(tx, session, item, by);
            case POSTPONE -> sessions.leave(tx, session, item, ItemEnding.POSTPONED, by);
            case REFER -> sessions.leave(tx, session, item, ItemEnding.REFERRED, by);
            case RECESS -> sessions.pause(tx, session, by);
        }
    }

    /** Replaces the text; amendments that do not conflict are carried over to it, the others wait. */
    private void amend(Tx tx, Session session, AgendaItem item, Motion adopted, Actor by) {
        Motion.Change change = adopted.change();
        if (change == null) {
            return;
        }
        int version = item.debate().version() + 1;
        sessions.motion(tx, session, item, change.text());
        JsonArray carried = new JsonArray();
        JsonArray conflicts = new JsonArray();
        for (Motion other : MotionStore.ofItem(tx, session, item.id())) {
            Motion.Change theirs = other.change();
            if (theirs == null || !other.pending() || theirs.base() != change.base()) {
                continue;
            }
            if (AmendmentOrder.conflict(theirs.edits(), change.edits())) {
                conflicts.add(other.number());
                continue;
            }
            var edits = AmendmentOrder.carried(theirs.edits(), change.edits());
            String text = MotionText.of(change.text()).with(edits).text();
            MotionStore.change(tx, session, other.id(), new Motion.Change(version, edits, text));
            carried.add(other.number());
        }
        JsonObject text = new JsonObject()
                .put("version", version)
                .put("text", change.text())
                .put("carried", carried)
                .put("conflicts", conflicts);
        note(tx, session, adopted, "motion.amended", by, text);
    }

    private void decided(
            Tx tx,
            Session session,
            Motion motion,
            Motion.State state,
            Motion.@Nullable Means how,
            Actor by,
            JsonObject said) {
        Integer became = state == Motion.State.ADOPTED && motion.change() != null
                ? Integer.valueOf(motion.change().base() + 1)
                : null;
        MotionStore.decided(tx, session, motion.id(), state, how, became, clock.instant());
        note(tx, session, motion, "motion." + state.key(), by, said);
    }

    private void note(Tx tx, Session session, Motion motion, String act, Actor by, JsonObject said) {
        changes.log(tx, session, act, by, MotionDrafting.facts(motion).mergeIn(said));
    }
}
