package pavilion.session;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.matter.Actor;
import pavilion.matter.Electorates;
import pavilion.matter.Matters;
import pavilion.matter.Seat;
import pavilion.poll.Poll;
import pavilion.poll.Polling;
import pavilion.rules.Refused;
import pavilion.web.Live;

/** The meeting: opened, run item by item, closed. Each act is one transaction; then the room hears of it. */
public final class Sessions {
    /** Who hears of a meeting: the phones, the wall, and the moderator's console. */
    public static final List<String> ROOMS = List.of("session", "wall", "console");

    private final Database db;
    private final Clock clock;
    private final Rolls rolls;
    private final Polling polling;
    private final AuditStore audit;
    private final Live live;

    public Sessions(
            Database db,
            Clock clock,
            Matters matters,
            Electorates electorates,
            Polling polling,
            AuditStore audit,
            Live live) {
        this.db = db;
        this.clock = clock;
        this.rolls = new Rolls(matters, electorates);
        this.polling = polling;
        this.audit = audit;
        this.live = live;
    }

    /** Opens it, or goes on after a recess or on another day. */
    public void open(int community, long id, Actor by) {
        change(community, id, (tx, session) -> {
            if (session.isOpen() || session.ended()) {
                throw new Refused("session.refused.opened");
            }
            if (!MeetingKind.of(session.kind()).orElseThrow().free()
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
            RollStore.begin(tx, session, clock.instant());
            act(tx, session, "session.opened", by, act);
        });
    }

    public void pause(int community, long id, Actor by) {
        change(community, id, (tx, session) -> {
            requireOpen(session);
            requireNoOpenPoll(tx, session);
            silence(tx, session, by);
            SessionStore.state(tx, session, "paused", null);
            act(tx, session, "session.paused", by, new JsonObject());
        });
    }

    public void close(int community, long id, Actor by) {
        change(community, id, (tx, session) -> {
            requireOpen(session);
            requireNoOpenPoll(tx, session);
            silence(tx, session, by);
            int present = PresenceStore.count(tx, community, id);
            SessionStore.state(tx, session, "closed", clock.instant());
            RollStore.end(tx, session, present, "", clock.instant());
            act(tx, session, "session.closed", by, new JsonObject().put("present", present));
        });
    }

    public void next(int community, long id, int from, Actor by) {
        change(community, id, (tx, session) -> {
            requireOpen(session);
            requireNoOpenPoll(tx, session);
            int last = SessionStore.items(tx, community, id).size();
            // A second tap on "next" comes from the item before: it has already been done.
            if (session.current() == from && session.current() < last) {
                silence(tx, session, by);
                SessionStore.current(tx, session, session.current() + 1);
                rolls.take(tx, locked(tx, community, id), clock.instant());
            }
        });
    }

    public void motion(int community, long id, int ordinal, String motion, Actor by) {
        change(community, id, (tx, session) -> {
            requireOpen(session);
            requireNoOpenPoll(tx, session);
            SessionStore.motion(tx, session, ordinal, motion);
            SessionStore.touch(tx, community, id);
            act(
                    tx,
                    session,
                    "motion.put",
                    by,
                    new JsonObject().put("item", ordinal).put("motion", motion));
        });
    }

    /** The roll that counts for the item in hand. */
    List<Seat> roll(Tx tx, Session session) {
        return rolls.seats(tx, session, rolls.rollInHand(tx, session));
    }

    Rolls rolls() {
        return rolls;
    }

    AgendaItem current(Tx tx, Session session) {
        return SessionStore.items(tx, session.community(), session.id()).get(session.current() - 1);
    }

    /** Ends the turn of whoever speaks: nobody goes on speaking into a vote, a recess or another item. */
    void silence(Tx tx, Session session, Actor by) {
        Instant now = clock.instant();
        for (Turn turn : TurnStore.end(tx, session, now)) {
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

    interface Change {
        void on(Tx tx, Session session);
    }

    void change(int community, long id, Change change) {
        db.run(tx -> change.on(tx, locked(tx, community, id)));
        tell(community, id);
    }

    void tell(int community, long id) {
        ROOMS.forEach(kind -> live.touch(Live.room(kind, community, id)));
    }

    static Session locked(Tx tx, int community, long id) {
        return SessionStore.lock(tx, community, id).orElseThrow(() -> new Refused("session.refused.none"));
    }

    static void requireOpen(Session session) {
        if (!session.isOpen()) {
            throw new Refused("session.refused.not-open");
        }
    }

    void requireNoOpenPoll(Tx tx, Session session) {
        if (polling.ofSession(tx, session.community(), session.id()).stream().anyMatch(Poll::open)) {
            throw new Refused("session.refused.poll-open");
        }
    }

    void act(Tx tx, Session session, String act, Actor by, JsonObject payload) {
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
        audit.append(tx, session.community(), chain, act, by.post(), payload.encode(), clock.instant());
    }
}
