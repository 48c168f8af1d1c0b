package pavilion.session;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.electorate.Electorates;
import pavilion.electorate.Voter;
import pavilion.identity.Actor;
import pavilion.live.Channels;
import pavilion.matter.Matters;
import pavilion.poll.Poll;
import pavilion.poll.Polls;
import pavilion.rules.Refused;

/** The meeting: opened, run item by item, closed. Each act is one transaction; then the room hears of it. */
public final class Sessions {
    /** Who hears of a meeting: the phones, the wall, and the moderator's console. */
    public static final List<String> ROOMS = List.of("session", "wall", "console");

    private final Database db;
    private final Clock clock;
    private final SessionRolls rolls;
    private final Polls polls;
    private final Channels live;

    public Sessions(Database db, Clock clock, Matters matters, Electorates electorates, Polls polls, Channels live) {
        this.db = db;
        this.clock = clock;
        this.rolls = new SessionRolls(matters, electorates);
        this.polls = polls;
        this.live = live;
    }

    /** Opens it, or goes on after a recess or on another day. */
    public void open(int community, long id, Actor by) {
        change(community, id, (tx, session) -> {
            if (session.isOpen() || session.ended()) {
                throw new Refused("session.refused.opened");
            }
            if (!SessionKind.of(session.kind()).orElseThrow().free()
                    && AgendaStore.ruled(tx, session).isEmpty()) {
                throw new Refused("calling.refused.no-matter");
            }
            JsonObject act = new JsonObject();
            if (session.openedAt() == null) {
                Map<String, Integer> frozen = rolls.freeze(tx, session);
                act.put("rolls", frozen.size() == 1 ? null : frozen);
            }
            act.put("members", rolls.take(tx, session, clock.instant()));
            SessionStore.open(tx, session, by.person() == null ? 0 : by.person(), clock.instant());
            SessionRollStore.begin(tx, session, clock.instant());
            act(tx, session, "session.opened", by, act);
        });
    }

    public void pause(int community, long id, Actor by) {
        change(community, id, (tx, session) -> {
            requireOpen(session);
            requireNoOpenPoll(tx, session);
            pause(tx, session, by);
        });
    }

    /** The same within a transaction; whoever calls it tells the room afterwards. */
    public void pause(Tx tx, Session session, Actor by) {
        silence(tx, session, by);
        SessionStore.state(tx, session, "paused", null);
        act(tx, session, "session.paused", by, new JsonObject());
    }

    public void close(int community, long id, Actor by) {
        change(community, id, (tx, session) -> {
            requireOpen(session);
            requireNoOpenPoll(tx, session);
            silence(tx, session, by);
            int present = PresenceStore.count(tx, community, id);
            SessionStore.state(tx, session, "closed", clock.instant());
            SessionRollStore.end(tx, session, present, "", clock.instant());
            act(tx, session, "session.closed", by, new JsonObject().put("present", present));
        });
    }

    public void next(int community, long id, int from, Actor by) {
        change(community, id, (tx, session) -> {
            requireOpen(session);
            requireNoOpenPoll(tx, session);
            int last = count(tx, session);
            // A second tap on "next" comes from the item before: it has already been done.
            if (session.current() == from && session.current() < last) {
                silence(tx, session, by);
                SessionStore.current(tx, session, session.current() + 1);
                turn(tx, session);
            }
        });
    }

    public void motion(int community, long id, int ordinal, String motion, Actor by) {
        change(community, id, (tx, session) -> {
            requireOpen(session);
            requireNoOpenPoll(tx, session);
            List<AgendaItem> items = SessionStore.items(tx, community, id);
            if (ordinal > items.size()) {
                throw new Refused("session.refused.none");
            }
            AgendaItem item = items.get(ordinal - 1);
            requireUndecided(tx, session, item);
            if (SessionStore.amended(tx, session, item.id())) {
                throw new Refused("motion.refused.amended");
            }
            word(tx, session, item, motion);
            act(
                    tx,
                    session,
                    "motion.put",
                    by,
                    new JsonObject().put("item", ordinal).put("motion", motion));
        });
    }

    /** The motion's text from now on; its version grows, and the text before is kept. */
    public void word(Tx tx, Session session, AgendaItem item, String motion) {
        SessionStore.motion(tx, session, item.ordinal(), motion);
        touch(tx, session);
    }

    public static void touch(Tx tx, Session session) {
        SessionStore.touch(tx, session.community(), session.id());
    }

    /** Nobody asks to speak to the item any more; hands that are up go down, except for points of order. */
    public void closeFloor(Tx tx, Session session, AgendaItem item) {
        SessionStore.closeFloor(tx, session, item.id());
        SpeakerTurnStore.clear(tx, session, item.id());
        touch(tx, session);
    }

    public boolean last(Tx tx, Session session, AgendaItem item) {
        return item.ordinal() == count(tx, session);
    }

    private static int count(Tx tx, Session session) {
        return SessionStore.items(tx, session.community(), session.id()).size();
    }

    // Another item is in hand: who counts for it is read by its own rule.
    private void turn(Tx tx, Session session) {
        touch(tx, session);
        rolls.take(tx, locked(tx, session.community(), session.id()), clock.instant());
    }

    /** Puts the item in hand behind all others. */
    public void toEnd(Tx tx, Session session, AgendaItem item, Actor by) {
        silence(tx, session, by);
        SessionStore.toEnd(tx, session, item, count(tx, session));
        turn(tx, session);
    }

    /** The item ends here without a decision, and the meeting goes on to the next one. */
    public void leave(Tx tx, Session session, AgendaItem item, String how, Actor by) {
        silence(tx, session, by);
        SessionStore.end(tx, session, item.id(), how);
        SessionStore.current(tx, session, Math.min(count(tx, session), item.ordinal() + 1));
        turn(tx, session);
    }

    /** The roll that counts for the item in hand. */
    List<Voter> roll(Tx tx, Session session) {
        return rolls.seats(tx, session, rolls.rollInHand(tx, session));
    }

    SessionRolls rolls() {
        return rolls;
    }

    public AgendaItem current(Tx tx, Session session) {
        return SessionStore.items(tx, session.community(), session.id()).get(session.current() - 1);
    }

    /** Ends the turn of whoever speaks: nobody goes on speaking into a vote, a recess or another item. */
    void silence(Tx tx, Session session, Actor by) {
        Instant now = clock.instant();
        for (SpeakerTurn turn : SpeakerTurnStore.end(tx, session, now)) {
            SessionStore.touch(tx, session.community(), session.id());
            act(
                    tx,
                    session,
                    "floor.spoken",
                    by,
                    new JsonObject()
                            .put("item", turn.item())
                            .put("name", turn.name())
                            .put("side", turn.side().name().toLowerCase(Locale.ROOT))
                            .put("seconds", turn.seconds(now)));
        }
    }

    /** What is done to a meeting within one transaction. */
    public interface Change {
        void on(Tx tx, Session session);
    }

    public void change(int community, long id, Change change) {
        db.run(tx -> change.on(tx, locked(tx, community, id)));
        tell(community, id);
    }

    void tell(int community, long id) {
        ROOMS.forEach(kind -> live.touch(Channels.room(kind, community, id)));
    }

    public static Session locked(Tx tx, int community, long id) {
        return SessionStore.lock(tx, community, id).orElseThrow(() -> new Refused("session.refused.none"));
    }

    public static void requireOpen(Session session) {
        if (!session.isOpen()) {
            throw new Refused("session.refused.not-open");
        }
    }

    /** Once its motion was put to the vote, an item is as it was voted on. */
    public void requireUndecided(Tx tx, Session session, AgendaItem item) {
        if (polls.ofSession(tx, session.community(), session.id()).stream()
                .anyMatch(
                        poll -> poll.decides() && Objects.equals(poll.question().item(), item.id()))) {
            throw new Refused("motion.refused.put");
        }
    }

    public void requireNoOpenPoll(Tx tx, Session session) {
        if (polls.ofSession(tx, session.community(), session.id()).stream().anyMatch(Poll::open)) {
            throw new Refused("session.refused.poll-open");
        }
    }

    public void act(Tx tx, Session session, String act, Actor by, JsonObject payload) {
        write(tx, session, "session/" + session.id(), act, by, payload);
    }

    /** The same, and on the chain of every matter of its agenda: whoever follows the matter reads it there. */
    void actOnAll(Tx tx, Session session, String act, Actor by, JsonObject payload) {
        act(tx, session, act, by, payload);
        JsonObject told = payload.copy().put("session", session.id());
        for (AgendaItem item : SessionStore.items(tx, session.community(), session.id())) {
            if (item.matter() != null) {
                write(tx, session, "matter/" + item.matter(), act, by, told);
            }
        }
    }

    private void write(Tx tx, Session session, String chain, String act, Actor by, JsonObject payload) {
        AuditStore.append(tx, session.community(), chain, act, by.post(), payload.encode(), clock.instant());
    }
}
