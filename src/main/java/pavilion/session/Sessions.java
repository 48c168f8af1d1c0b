package pavilion.session;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
            int last = SessionStore.items(tx, community, id).size();
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
        audit.append(
                tx, session.community(), "session/" + session.id(), act, by.post(), payload.encode(), clock.instant());
    }
}
