package pavilion.motion;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.rules.Refused;
import pavilion.rules.procedure.AmendmentOrder;
import pavilion.rules.procedure.MotionText;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionChanges;
import pavilion.session.conduct.Sessions;
import pavilion.session.presence.Presence;

/** Motions are moved, by somebody present or for somebody without a phone, and revised. */
final class MotionDrafting {
    static final int LONGEST = 2_000;
    private static final int LINES = 60;
    /** Pending motions of one person on one item. */
    private static final int EACH = 3;
    /** Pending motions on one item. */
    private static final int ALL = 30;

    private final SessionChanges changes;
    private final Clock clock;

    MotionDrafting(SessionChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Moves an amendment, or revises one that waits; the same form sent twice does so once. */
    void amend(Session at, Mover mover, AmendmentDraft draft) {
        changes.change(at.community(), at.id(), (tx, session) -> {
            AgendaItem item = openItem(tx, session, mover);
            changes.requireUndecided(tx, session, item);
            MotionText typed = MotionText.of(draft.text());
            List<Motion> all = MotionStore.ofItem(tx, session, item.id());
            boolean sent = all.stream()
                    .anyMatch(each -> each.id() == draft.again()
                            && each.change() != null
                            && each.change().text().equals(typed.text()));
            if (sent || MotionStore.known(tx, session, draft.key())) {
                return;
            }
            Motion.Change change = change(item, typed, draft.base());
            if (all.stream()
                    .anyMatch(each -> each.pending()
                            && each.change() != null
                            && each.change().base() == change.base()
                            && each.change().text().equals(change.text()))) {
                throw new Refused("motion.refused.twice");
            }
            if (draft.again() != 0) {
                Motion old = rewritable(all, draft.again(), mover.person());
                MotionStore.change(tx, session, old.id(), change);
                note(tx, session, MotionStore.find(tx, session, old.id()).orElseThrow(), "motion.rewritten", mover);
            } else {
                requireLimits(all, mover.person());
                note(
                        tx,
                        session,
                        MotionStore.add(
                                tx,
                                session,
                                item.id(),
                                Motion.Kind.AMEND,
                                mover,
                                change,
                                "",
                                draft.key(),
                                clock.instant()),
                        "motion.moved",
                        mover);
            }
            SessionChanges.touch(tx, session);
        });
    }

    /**
     * Moves a question of procedure.
     *
     * @param detail to whom something is referred, otherwise empty
     * @param key the same for a form sent twice
     */
    void procedure(Session at, Mover mover, Motion.Kind kind, String detail, String key) {
        changes.change(at.community(), at.id(), (tx, session) -> {
            AgendaItem item = openItem(tx, session, mover);
            if (MotionStore.known(tx, session, key)) {
                return;
            }
            if (kind != Motion.Kind.RECESS) {
                changes.requireUndecided(tx, session, item);
            }
            if (kind == Motion.Kind.CLOSE && item.debate().floorClosed()) {
                throw new Refused("motion.refused.floor-closed");
            }
            if (kind == Motion.Kind.LATER && Sessions.last(tx, session, item)) {
                throw new Refused("motion.refused.last");
            }
            List<Motion> all = MotionStore.ofItem(tx, session, item.id());
            if (all.stream().anyMatch(each -> each.pending() && each.kind() == kind)) {
                throw new Refused("motion.refused.pending");
            }
            requireLimits(all, mover.person());
            Motion motion = MotionStore.add(tx, session, item.id(), kind, mover, null, detail, key, clock.instant());
            note(tx, session, motion, "motion.moved", mover);
            SessionChanges.touch(tx, session);
        });
    }

    private AgendaItem openItem(Tx tx, Session session, Mover mover) {
        SessionChanges.requireOpen(session);
        changes.requireNoOpenPoll(tx, session);
        if (mover.person() != null) {
            requirePresent(tx, session, mover.person());
        }
        AgendaItem item = SessionChanges.current(tx, session);
        if (item.debate().ending() != null) {
            throw new Refused("motion.refused.ended");
        }
        return item;
    }

    static void requirePresent(Tx tx, Session session, long person) {
        if (Presence.voices(tx, session, person).isEmpty()) {
            throw new Refused("motion.refused.not-present");
        }
    }

    private static Motion.Change change(AgendaItem item, MotionText typed, int base) {
        MotionText now = MotionText.of(item.motion());
        if (now.lines().isEmpty()) {
            throw new Refused("session.refused.no-motion");
        }
        if (base != item.debate().version()) {
            throw new Refused("motion.refused.stale");
        }
        if (typed.lines().size() > LINES) {
            throw new Refused("motion.refused.lines", LINES);
        }
        if (typed.lines().isEmpty()) {
            throw new Refused("motion.refused.empty");
        }
        if (typed.equals(now)) {
            throw new Refused("motion.refused.same");
        }
        return new Motion.Change(base, TextDiff.edits(now, typed), typed.text());
    }

    private static Motion rewritable(List<Motion> all, long id, @Nullable Long person) {
        Motion old = all.stream()
                .filter(each -> each.id() == id && each.amends())
                .findFirst()
                .orElseThrow(() -> new Refused("motion.refused.none"));
        if (person == null ? old.person() != null : !old.by(person)) {
            throw new Refused("motion.refused.not-yours");
        }
        if (old.state() != Motion.State.MOVED) {
            throw new Refused(old.pending() ? "motion.refused.in-hand" : "motion.refused.late");
        }
        return old;
    }

    private static void requireLimits(List<Motion> all, @Nullable Long person) {
        List<Motion> pending = all.stream().filter(Motion::pending).toList();
        if (person != null && pending.stream().filter(each -> each.by(person)).count() >= EACH) {
            throw new Refused("motion.refused.each", EACH);
        }
        if (pending.size() >= ALL) {
            throw new Refused("motion.refused.all", ALL);
        }
    }

    /**
     * The same draft for the text as it is now, with what was typed carried over; empty where it touches what has changed
     * meanwhile.
     */
    static Optional<AmendmentDraft> rebased(Tx tx, Session session, AgendaItem item, AmendmentDraft draft) {
        MotionText now = MotionText.of(item.motion());
        String before = MotionStore.texts(tx, session.community(), session.id(), item.id())
                .get(draft.base());
        if (before == null) {
            return Optional.empty();
        }
        MotionText base = MotionText.of(before);
        var typed = TextDiff.edits(base, MotionText.of(draft.text()));
        var made = TextDiff.edits(base, now);
        return AmendmentOrder.conflict(typed, made)
                ? Optional.empty()
                : Optional.of(new AmendmentDraft(
                        draft.again(),
                        item.debate().version(),
                        now.with(AmendmentOrder.carried(typed, made)).text(),
                        draft.key()));
    }

    private void note(Tx tx, Session session, Motion motion, String act, Mover mover) {
        JsonObject said = facts(motion).put("name", mover.name()).put("detail", motion.detail());
        if (motion.change() != null) {
            said.put("base", motion.change().base()).put("text", motion.change().text());
        }
        changes.log(tx, session, act, mover.by(), said);
    }

    static JsonObject facts(Motion motion) {
        return new JsonObject()
                .put("motion", motion.id())
                .put("item_id", motion.item())
                .put("kind", motion.kind().key())
                .put("number", motion.number());
    }
}
