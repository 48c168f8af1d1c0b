package pavilion.session.conduct;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.Refused;
import pavilion.session.AgendaItem;
import pavilion.session.ItemEnding;
import pavilion.session.Session;
import pavilion.session.SessionChanges;
import pavilion.session.SessionState;
import pavilion.session.SessionStore;
import pavilion.session.agenda.AgendaStore;
import pavilion.session.floor.SpeakersList;
import pavilion.session.presence.SessionRolls;
import pavilion.text.CommunityTime;

/** The course of a session: it is opened, goes on item by item, is paused and closed. */
public final class Sessions {
    private final SessionChanges changes;
    private final SessionRolls rolls;
    private final SpeakersList speakers;
    private final Clock clock;

    public Sessions(SessionChanges changes, SessionRolls rolls, SpeakersList speakers, Clock clock) {
        this.changes = changes;
        this.rolls = rolls;
        this.speakers = speakers;
        this.clock = clock;
    }

    /**
     * Opens it, or resumes it after a recess or on another day.
     *
     * @throws Refused where it is open already or has ended, and before the moment that was announced: who comes on time would
     *     find it begun
     */
    public void open(int community, long id, Actor by) {
        changes.change(community, id, (tx, session) -> {
            if (session.isOpen() || session.ended()) {
                throw new Refused("session.refused.opened");
            }
            requireAnnounced(session);
            JsonObject act = new JsonObject();
            if (!session.begun()) {
                Map<String, Integer> frozen = rolls.freeze(tx, session);
                act.put("rolls", frozen.size() == 1 ? null : frozen);
            }
            act.put("members", rolls.take(tx, session));
            SessionStore.open(tx, session, by.person() == null ? 0 : by.person(), clock.instant());
            rolls.beginSitting(tx, session);
            changes.log(tx, session, "session.opened", by, act);
        });
    }

    private void requireAnnounced(Session session) {
        Instant announced = session.comesAt();
        Instant from = session.opensFrom();
        if (announced == null || from == null) {
            throw new Refused("calling.refused.unannounced");
        }
        if (clock.instant().isBefore(from)) {
            LocalDateTime local = LocalDateTime.ofInstant(announced, CommunityTime.ZONE);
            throw new Refused(
                    "calling.refused.early",
                    local.toLocalDate().toString(),
                    local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                    Session.EARLY.toMinutes());
        }
    }

    public void pause(int community, long id, Actor by) {
        change(community, id, (tx, session) -> pause(tx, session, by));
    }

    /** The same within a transaction; the caller tells the pages after the commit. */
    public void pause(Tx tx, Session session, Actor by) {
        speakers.endTurn(tx, session, by);
        SessionStore.state(tx, session, SessionState.PAUSED, null);
        changes.log(tx, session, "session.paused", by, new JsonObject());
    }

    /** @throws Refused while a poll is open, or those present are being asked about a motion: it would never be answered */
    public void close(int community, long id, Actor by) {
        change(community, id, (tx, session) -> {
            requireNothingInHand(tx, session);
            speakers.endTurn(tx, session, by);
            SessionStore.state(tx, session, SessionState.CLOSED, clock.instant());
            int present = rolls.endSitting(tx, session, "");
            changes.log(tx, session, "session.closed", by, new JsonObject().put("present", present));
        });
    }

    /** @param from the item that was current when the button was rendered: a second tap goes no further */
    public void next(int community, long id, int from, Actor by) {
        change(community, id, (tx, session) -> {
            if (session.current() == from && session.current() < count(tx, session)) {
                requireNothingInHand(tx, session);
                speakers.endTurn(tx, session, by);
                takeUp(tx, session, session.current() + 1);
            }
        });
    }

    /**
     * Puts another motion on an item.
     *
     * @param ordinal of the item, from 1
     * @throws Refused once the item was put to the vote, or an amendment to its motion was moved
     */
    public void motion(int community, long id, int ordinal, String motion, Actor by) {
        change(community, id, (tx, session) -> {
            List<AgendaItem> items = SessionStore.items(tx, community, id);
            if (ordinal > items.size()) {
                throw new Refused("session.refused.none");
            }
            AgendaItem item = items.get(ordinal - 1);
            changes.requireUndecided(tx, session, item);
            if (AgendaStore.amended(tx, session, item.id())) {
                throw new Refused("motion.refused.amended");
            }
            motion(tx, session, item, motion);
            changes.log(
                    tx,
                    session,
                    "motion.put",
                    by,
                    new JsonObject().put("item", ordinal).put("motion", motion));
        });
    }

    /** Gives the item's motion another text; its version grows, and the text before is kept. */
    public void motion(Tx tx, Session session, AgendaItem item, String text) {
        AgendaStore.motion(tx, session, item.ordinal(), text);
        SessionChanges.touch(tx, session);
    }

    /** Closes the debate: nobody asks to speak to the item any more, except for points of order. */
    public void closeDebate(Tx tx, Session session, AgendaItem item) {
        AgendaStore.closeFloor(tx, session, item.id());
        SpeakersList.close(tx, session, item);
        SessionChanges.touch(tx, session);
    }

    public static boolean last(Tx tx, Session session, AgendaItem item) {
        return item.ordinal() == count(tx, session);
    }

    /** Puts the item under consideration behind all others. */
    public void toEnd(Tx tx, Session session, AgendaItem item, Actor by) {
        speakers.endTurn(tx, session, by);
        AgendaStore.toEnd(tx, session, item, count(tx, session));
        countByItem(tx, session);
    }

    /** The item ends without a decision, and the session goes on to the next one. */
    public void leave(Tx tx, Session session, AgendaItem item, ItemEnding ending, Actor by) {
        speakers.endTurn(tx, session, by);
        AgendaStore.end(tx, session, item.id(), ending);
        takeUp(tx, session, Math.min(count(tx, session), item.ordinal() + 1));
    }

    private static void requireNothingInHand(Tx tx, Session session) {
        if (AgendaStore.inHand(tx, session)) {
            throw new Refused("session.refused.motion-in-hand");
        }
    }

    private void takeUp(Tx tx, Session session, int ordinal) {
        SessionStore.current(tx, session, ordinal);
        countByItem(tx, session);
    }

    // Another item is under consideration: its own rule says who counts for it.
    private void countByItem(Tx tx, Session session) {
        SessionChanges.touch(tx, session);
        rolls.take(tx, SessionChanges.locked(tx, session.community(), session.id()));
    }

    private static int count(Tx tx, Session session) {
        return SessionStore.items(tx, session.community(), session.id()).size();
    }

    private void change(int community, long id, SessionChanges.Change change) {
        changes.change(community, id, (tx, session) -> {
            SessionChanges.requireOpen(session);
            changes.requireNoOpenPoll(tx, session);
            change.on(tx, session);
        });
    }
}
