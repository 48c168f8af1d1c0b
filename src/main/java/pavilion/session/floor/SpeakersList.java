package pavilion.session.floor;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.rules.Refused;
import pavilion.rules.procedure.SpeakingOrder;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionStore;
import pavilion.session.conduct.Sessions;

/** The floor: hands go up, the moderator gives and takes the word, and the log keeps who spoke how long. */
public final class SpeakersList {
    private final Sessions sessions;
    private final Clock clock;

    public SpeakersList(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A hand goes up. Tapping again changes what it is for and keeps its place.
     *
     * @param speaker {@link SpeakerTurn#person} or {@link SpeakerTurn#named}
     */
    void ask(int community, long id, String speaker, String name, SpeakingOrder.Side side) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            sessions.requireNoOpenPoll(tx, session);
            AgendaItem inHand = sessions.current(tx, session);
            if (inHand.debate().floorClosed() && side != SpeakingOrder.Side.ORDER) {
                throw new Refused("motion.refused.floor-closed");
            }
            long item = inHand.id();
            List<SpeakingOrder.Wish> spoken = SpeakerTurnStore.ofItem(tx, session, item).stream()
                    .filter(turn -> !turn.waiting())
                    .map(SpeakerTurn::wish)
                    .toList();
            SpeakingOrder.admit(new SpeakingOrder.Wish(0, speaker, side), spoken, session.turnsEach());
            SpeakerTurnStore.ask(tx, session, item, speaker, name, side, clock.instant());
            SessionStore.touch(tx, community, id);
        });
    }

    void withdraw(int community, long id, String speaker) {
        sessions.change(
                community, id, (tx, session) -> touched(tx, session, SpeakerTurnStore.withdraw(tx, session, speaker)));
    }

    void drop(int community, long id, long turn) {
        sessions.change(community, id, (tx, session) -> touched(tx, session, SpeakerTurnStore.drop(tx, session, turn)));
    }

    /**
     * Gives the floor; whoever spoke before has ended by that.
     *
     * @param turn 0: whoever is next by the order of speaking
     * @param after who was speaking when the button was drawn, 0 for nobody: a second tap gives nothing twice
     */
    void give(int community, long id, long turn, long after, Actor by) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            sessions.requireNoOpenPoll(tx, session);
            Instant now = clock.instant();
            long item = sessions.current(tx, session).id();
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
            sessions.silence(tx, session, by);
            SpeakerTurnStore.give(tx, session, next, now, now.plusSeconds(session.turnSeconds()));
            SessionStore.touch(tx, community, id);
        });
    }

    void end(int community, long id, Actor by) {
        sessions.change(community, id, (tx, session) -> sessions.silence(tx, session, by));
    }

    void limits(int community, long id, int seconds, int each, Actor by) {
        sessions.change(community, id, (tx, session) -> {
            SpeakerTurnStore.limits(tx, session, seconds, each);
            SessionStore.touch(tx, community, id);
            sessions.act(
                    tx,
                    session,
                    "floor.limits",
                    by,
                    new JsonObject().put("seconds", seconds).put("each", each));
        });
    }

    /** How a resident is called up: the door, and the name as far as the whole room needs it. */
    public static String name(Tx tx, CurrentUser viewer) {
        return SpeakerTurnStore.name(tx, viewer);
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
            SessionStore.touch(tx, session.community(), session.id());
        }
    }
}
