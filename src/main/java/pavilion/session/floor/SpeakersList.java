package pavilion.session.floor;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.rules.Refused;
import pavilion.rules.procedure.SpeakingOrder;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionChanges;

/** The speakers list: people ask to speak, the moderator gives and ends turns, and the log keeps who spoke how long. */
public final class SpeakersList {
    private final SessionChanges changes;
    private final Clock clock;

    public SpeakersList(SessionChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Somebody asks to speak. Asking again may change the side and keeps the place.
     *
     * @param speaker {@link SpeakerTurn#person} or {@link SpeakerTurn#named}
     */
    public void ask(int community, long id, String speaker, String name, SpeakingOrder.Side side) {
        changes.change(community, id, (tx, session) -> {
            SessionChanges.requireOpen(session);
            changes.requireNoOpenPoll(tx, session);
            AgendaItem current = SessionChanges.current(tx, session);
            if (current.debate().floorClosed() && side != SpeakingOrder.Side.ORDER) {
                throw new Refused("motion.refused.floor-closed");
            }
            long item = current.id();
            List<SpeakingOrder.Wish> spoken = SpeakerTurnStore.ofItem(tx, session, item).stream()
                    .filter(turn -> !turn.waiting())
                    .map(SpeakerTurn::wish)
                    .toList();
            SpeakingOrder.admit(
                    new SpeakingOrder.Wish(0, speaker, side),
                    spoken,
                    session.limits().turns());
            SpeakerTurnStore.ask(tx, session, item, speaker, name, side, clock.instant());
            SessionChanges.touch(tx, session);
        });
    }

    public void withdraw(int community, long id, String speaker) {
        changes.change(
                community, id, (tx, session) -> touched(tx, session, SpeakerTurnStore.withdraw(tx, session, speaker)));
    }

    public void drop(int community, long id, long turn) {
        changes.change(community, id, (tx, session) -> touched(tx, session, SpeakerTurnStore.drop(tx, session, turn)));
    }

    /**
     * Gives the floor; that ends the turn of whoever spoke before.
     *
     * @param turn 0: whoever is next by the order of speaking
     * @param after who was speaking when the button was drawn, 0 for nobody: a second tap gives nothing twice
     */
    public void give(int community, long id, long turn, long after, Actor by) {
        changes.change(community, id, (tx, session) -> {
            SessionChanges.requireOpen(session);
            changes.requireNoOpenPoll(tx, session);
            Instant now = clock.instant();
            long item = SessionChanges.current(tx, session).id();
            List<SpeakerTurn> all = SpeakerTurnStore.ofItem(tx, session, item);
            long speaks = all.stream()
                    .filter(SpeakerTurn::speaking)
                    .mapToLong(SpeakerTurn::id)
                    .findFirst()
                    .orElse(0);
            if (speaks != after) {
                return;
            }
            long next = order(all).stream()
                    .map(SpeakerTurn::id)
                    .filter(each -> turn == 0 || each == turn)
                    .findFirst()
                    .orElseThrow(() -> new Refused("session.refused.nobody-waits"));
            endTurn(tx, session, by);
            SpeakerTurnStore.give(
                    tx, session, next, now, now.plusSeconds(session.limits().seconds()));
            SessionChanges.touch(tx, session);
        });
    }

    public void end(int community, long id, Actor by) {
        changes.change(community, id, (tx, session) -> endTurn(tx, session, by));
    }

    public void limits(int community, long id, int seconds, int each, Actor by) {
        changes.change(community, id, (tx, session) -> {
            SpeakerTurnStore.limits(tx, session, seconds, each);
            SessionChanges.touch(tx, session);
            changes.log(
                    tx,
                    session,
                    "floor.limits",
                    by,
                    new JsonObject().put("seconds", seconds).put("each", each));
        });
    }

    /** How a resident is called up: the household, and the masked name. */
    public static String name(Tx tx, CurrentUser user) {
        return SpeakerTurnStore.name(tx, user);
    }

    /** Ends the turn of whoever speaks: nobody goes on speaking into a vote, a recess or another item. */
    public void endTurn(Tx tx, Session session, Actor by) {
        Instant now = clock.instant();
        for (SpeakerTurn turn : SpeakerTurnStore.end(tx, session, now)) {
            SessionChanges.touch(tx, session);
            changes.log(
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

    /** Nobody asks to speak to the item any more; those who wait are removed, except for points of order. */
    public static void close(Tx tx, Session session, AgendaItem item) {
        SpeakerTurnStore.clear(tx, session, item.id());
    }

    /** Every turn that was given, in order, for the minutes. */
    public static List<SpeakerTurn> given(Tx tx, Session session) {
        return SpeakerTurnStore.given(tx, session.community(), session.id());
    }

    /** Those who wait, in the order in which they will be called. */
    static List<SpeakerTurn> order(List<SpeakerTurn> turns) {
        List<SpeakingOrder.Wish> waiting = turns.stream()
                .filter(SpeakerTurn::waiting)
                .map(SpeakerTurn::wish)
                .toList();
        List<SpeakingOrder.Wish> spoken = turns.stream()
                .filter(turn -> !turn.waiting())
                .map(SpeakerTurn::wish)
                .toList();
        return SpeakingOrder.of(waiting, spoken).stream()
                .map(wish -> turns.stream()
                        .filter(turn -> turn.id() == wish.id())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static void touched(Tx tx, Session session, int rows) {
        if (rows > 0) {
            SessionChanges.touch(tx, session);
        }
    }
}
