package pavilion.session.call;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;
import pavilion.session.AgendaItem;
import pavilion.session.CallNotice;
import pavilion.session.Session;
import pavilion.session.SessionChanges;
import pavilion.session.SessionStore;
import pavilion.session.agenda.AgendaStore;
import pavilion.session.floor.SpeakersList;
import pavilion.session.presence.SessionRolls;

/** A session is called, moved to another hour or venue, called off, or adjourned to another day; each stays on record. */
public final class Calls {
    /** A session may be called for this very hour, and filling in the form takes a while. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final SessionChanges changes;
    private final SessionRolls rolls;
    private final SpeakersList speakers;
    private final CallNotice notice;

    public Calls(
            Database db,
            Clock clock,
            Matters matters,
            SessionChanges changes,
            SessionRolls rolls,
            SpeakersList speakers) {
        this.db = db;
        this.clock = clock;
        this.matters = matters;
        this.changes = changes;
        this.rolls = rolls;
        this.speakers = speakers;
        this.notice = new CallNotice(matters);
    }

    /**
     * Calls a session on one matter; whoever calls it twice finds the first one.
     *
     * @throws Refused for a moment before the full days that the matter's rule asks for
     */
    public long call(int community, long matterId, Session.Call call, String motion, Actor by) {
        requireAhead(call.startsAt());
        return db.transact(tx -> {
            Matter matter = matters.locked(tx, community, matterId, StageKind.SESSION);
            Optional<Session> called =
                    SessionStore.ofMatter(tx, community, matterId).filter(s -> !s.ended());
            if (called.isPresent()) {
                return called.get().id();
            }
            notice.require(matter, call.startsAt());
            List<AgendaItem> items = List.of(AgendaItem.fresh(1, matterId, matter.title(), motion));
            return create(tx, community, matter.place(), call, items, null, by);
        });
    }

    /**
     * Calls a session of a place with an agenda of its own; matters are put on it afterwards.
     *
     * @param key the same for a form sent twice
     */
    public long call(int community, long place, Session.Call call, List<String> agenda, String key, Actor by) {
        requireAhead(call.startsAt());
        return db.transact(tx -> {
            CallStore.lock(tx, community, place);
            Optional<Long> before = CallStore.byKey(tx, community, key);
            if (before.isPresent()) {
                return before.get();
            }
            List<AgendaItem> items = new ArrayList<>();
            agenda.forEach(title -> items.add(AgendaItem.fresh(items.size() + 1, null, title, "")));
            return create(tx, community, place, call, items, key, by);
        });
    }

    private long create(
            Tx tx,
            int community,
            long place,
            Session.Call call,
            List<AgendaItem> items,
            @Nullable String key,
            Actor by) {
        long id = CallStore.create(tx, community, place, call, by.post(), key);
        Session session = SessionChanges.locked(tx, community, id);
        items.forEach(item -> AgendaStore.add(tx, session, item, null));
        changes.logOnAll(
                tx,
                session,
                "session.called",
                by,
                told(call.startsAt(), call.venue())
                        .put("kind", call.kind().key())
                        .put("title", call.title()));
        return id;
    }

    /**
     * Moves it to another hour or venue, while it has not begun or is adjourned. Another moment for a session that has not
     * begun is a new call, with all its days; another venue alone is not.
     *
     * @param when null only where it is adjourned: to be announced
     * @param reason for another moment or venue than was announced
     */
    public void move(int community, long id, @Nullable Instant when, String venue, String reason, Actor by) {
        changes.change(community, id, (tx, session) -> {
            boolean adjourned = session.adjourned();
            if (!session.called() && !adjourned) {
                throw new Refused("calling.refused.move");
            }
            if (when == null && !adjourned) {
                throw new Refused("session.refused.moment");
            }
            Instant before = session.comesAt();
            boolean same = Objects.equals(before, when);
            if (when != null && !same) {
                requireAhead(when);
                if (adjourned) {
                    notice.requireAdded(tx, session, when);
                } else {
                    notice.require(tx, session, when);
                }
            }
            // Who read the first call goes to where it was, unless nothing was said before.
            String there = session.call().venue();
            boolean elsewhere = !there.isEmpty() && !there.equals(venue);
            boolean moved = before != null && !same;
            String why = moved || elsewhere ? required(reason) : reason;
            CallStore.move(tx, session, when, venue, moved ? before : null, elsewhere ? there : null, why);
            JsonObject told = told(when, venue).put("reason", why);
            if (moved) {
                told.put("before", before.toString());
            }
            if (elsewhere) {
                told.put("venue_before", there);
            }
            changes.logOnAll(tx, session, "session.moved", by, told);
        });
    }

    /** It will not be held; it stays visible, with the reason. */
    public void callOff(int community, long id, String reason, Actor by) {
        changes.change(community, id, (tx, session) -> {
            if (session.isOff()) {
                return;
            }
            if (!session.called()) {
                throw new Refused("calling.refused.off");
            }
            CallStore.off(tx, session, required(reason));
            changes.logOnAll(tx, session, "session.off", by, new JsonObject().put("reason", reason));
        });
    }

    /**
     * It continues on another day. Everybody has left by that, and checks in again.
     *
     * @param when null: to be announced
     */
    public void adjourn(int community, long id, @Nullable Instant when, String reason, Actor by) {
        changes.change(community, id, (tx, session) -> {
            if (session.adjourned()) {
                return;
            }
            if (!session.isOpen() && !session.isPaused()) {
                throw new Refused("session.refused.not-open");
            }
            changes.requireNoOpenPoll(tx, session);
            if (when != null) {
                requireAhead(when);
            }
            speakers.endTurn(tx, session, by);
            rolls.adjourn(tx, session, required(reason));
            CallStore.adjourn(tx, session, when, reason);
            changes.logOnAll(
                    tx,
                    session,
                    "session.adjourned",
                    by,
                    told(when, session.call().venue()).put("reason", reason));
        });
    }

    private static JsonObject told(@Nullable Instant when, String venue) {
        return new JsonObject()
                .put("starts", when == null ? null : when.toString())
                .put("venue", venue);
    }

    private static String required(String reason) {
        if (reason.isBlank()) {
            throw new Refused("session.refused.reason");
        }
        return reason;
    }

    private void requireAhead(Instant when) {
        if (when.isBefore(clock.instant().minus(GRACE))) {
            throw new Refused("calling.refused.past");
        }
    }
}
