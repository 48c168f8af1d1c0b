package pavilion.session;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.matter.Actor;
import pavilion.matter.Electorates;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.Seat;
import pavilion.poll.Poll;
import pavilion.poll.Polling;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Live;
import pavilion.web.Secrets;

/** The meeting: called, opened, run item by item, closed. Each act is one transaction; then the room hears of it. */
public final class Sessions {
    /** Who hears of a meeting: the phones, the wall, and the moderator's console. */
    public static final List<String> ROOMS = List.of("session", "wall", "console");

    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final Electorates electorates;
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
        this.matters = matters;
        this.electorates = electorates;
        this.polling = polling;
        this.audit = audit;
        this.live = live;
    }

    /** Calls a meeting on one matter; whoever calls it twice finds the first call. */
    public long call(
            int community, long matterId, String title, String venue, Instant startsAt, String motion, Actor by) {
        return db.transact(tx -> {
            Matter matter = matters.locked(tx, community, matterId, StageKind.SESSION);
            Optional<Session> called =
                    SessionStore.ofMatter(tx, community, matterId).filter(s -> !s.isClosed());
            if (called.isPresent()) {
                return called.get().id();
            }
            long id = SessionStore.create(
                    tx, community, matter.place(), "courtyard", title, venue, startsAt, Secrets.token());
            SessionStore.addItem(tx, community, id, AgendaItem.fresh(1, matterId, matter.title(), motion));
            JsonObject act = new JsonObject().put("session", id).put("starts", startsAt.toString());
            audit.append(tx, community, matter.chain(), "session.called", by.post(), act.encode(), clock.instant());
            return id;
        });
    }

    public void open(int community, long id, Actor by) {
        change(community, id, (tx, session) -> {
            if (session.isOpen() || session.isClosed()) {
                throw new Refused("session.refused.opened");
            }
            int members = roll(tx, session).size();
            SessionStore.open(tx, session, members, by.person() == null ? 0 : by.person(), clock.instant());
            act(tx, session, "session.opened", by, new JsonObject().put("members", members));
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
            SessionStore.state(tx, session, "closed", clock.instant());
            act(
                    tx,
                    session,
                    "session.closed",
                    by,
                    new JsonObject().put("present", PresenceStore.count(tx, community, id)));
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
        TurnStore.clear(tx, session, item.id());
        touch(tx, session);
    }

    public boolean last(Tx tx, Session session, AgendaItem item) {
        return item.ordinal() == count(tx, session);
    }

    private static int count(Tx tx, Session session) {
        return SessionStore.items(tx, session.community(), session.id()).size();
    }

    /** Puts the item in hand behind all others. */
    public void toEnd(Tx tx, Session session, AgendaItem item, Actor by) {
        silence(tx, session, by);
        SessionStore.toEnd(tx, session, item.ordinal(), count(tx, session));
        touch(tx, session);
    }

    /** The item ends here without a decision, and the meeting goes on to the next one. */
    public void leave(Tx tx, Session session, AgendaItem item, String how, Actor by) {
        silence(tx, session, by);
        SessionStore.end(tx, session, item.id(), how);
        SessionStore.current(tx, session, Math.min(count(tx, session), item.ordinal() + 1));
    }

    /** The roll that this meeting counts by. */
    List<Seat> roll(Tx tx, Session session) {
        return electorates
                .freeze(tx, session.community(), session.placePath(), electorate(tx, session))
                .seats();
    }

    /** The seats on it that this person holds. */
    List<Seat> seatsOf(Tx tx, Session session, long person) {
        return electorates.seatsOf(tx, session.community(), session.placePath(), electorate(tx, session), person);
    }

    // Of the rule of the matter in hand, or of the first one.
    private ElectorateKind electorate(Tx tx, Session session) {
        List<AgendaItem> items = SessionStore.items(tx, session.community(), session.id());
        Long inHand = items.get(session.current() - 1).matter();
        long id = inHand != null
                ? inHand
                : items.stream()
                        .filter(item -> item.matter() != null)
                        .mapToLong(AgendaItem::matter)
                        .findFirst()
                        .orElse(0);
        Matter matter =
                matters.find(tx, session.community(), id).orElseThrow(() -> new Refused("session.refused.no-matter"));
        return matters.rule(matter).electorate();
    }

    public AgendaItem current(Tx tx, Session session) {
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

    /** What is done to a meeting within one transaction. */
    public interface Change {
        void on(Tx tx, Session session);
    }

    public void change(int community, long id, Change change) {
        db.run(tx -> change.on(tx, locked(tx, community, id)));
        tell(community, id);
    }

    void tell(int community, long id) {
        ROOMS.forEach(kind -> live.touch(Live.room(kind, community, id)));
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
        if (polling.ofSession(tx, session.community(), session.id()).stream()
                .anyMatch(poll -> poll.decides() && Objects.equals(poll.ask().item(), item.id()))) {
            throw new Refused("motion.refused.put");
        }
    }

    public void requireNoOpenPoll(Tx tx, Session session) {
        if (polling.ofSession(tx, session.community(), session.id()).stream().anyMatch(Poll::open)) {
            throw new Refused("session.refused.poll-open");
        }
    }

    public void act(Tx tx, Session session, String act, Actor by, JsonObject payload) {
        audit.append(
                tx, session.community(), "session/" + session.id(), act, by.post(), payload.encode(), clock.instant());
    }
}
