package pavilion.session;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.matter.Seat;
import pavilion.rules.Refused;

/** Who is in the hall: by the code on the wall, by the doorkeeper, by another check-in system; and who has left. */
public final class Attendance {
    private static final String AFAR = "remote";

    private final Sessions sessions;
    private final HallCode hallCode;
    private final Clock clock;

    public Attendance(Sessions sessions, HallCode hallCode, Clock clock) {
        this.sessions = sessions;
        this.hallCode = hallCode;
        this.clock = clock;
    }

    /** Somebody with a phone: the pass for the wall's code proves that they stand in the hall. */
    void checkIn(int community, long id, long person, String pass) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            if (!hallCode.admits(session, pass)) {
                throw new Refused("session.refused.door-key");
            }
            move(tx, session, held(tx, session, person), true, "qr");
        });
    }

    /**
     * Somebody on the roll attends from afar, and says so. They are present only where the rule of the item in hand, adopted
     * by the community, counts that; otherwise they are written down as listening.
     */
    void fromAfar(int community, long id, long person) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            move(tx, session, held(tx, session, person), true, AFAR);
        });
    }

    /** Somebody goes home and says so; nobody needs a code for that. */
    void goHome(int community, long id, long person) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            move(tx, session, held(tx, session, person), false, "self");
        });
    }

    /** The doorkeeper, on the roll: for somebody without a phone, too. */
    public void door(int community, long id, long voter, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            move(tx, session, seats(tx, session, List.of(voter)), in, "door");
        });
    }

    /** Another check-in system, which knows a household or a person by the code of the roll. */
    void hook(int community, long id, String code, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            move(tx, session, seats(tx, session, PresenceStore.coded(tx, community, code)), in, "hook");
        });
    }

    private Map<Roll, List<Seat>> held(Tx tx, Session session, long person) {
        Map<Roll, List<Seat>> held = sessions.rolls().seatsOf(tx, session, person);
        if (held.isEmpty()) {
            throw new Refused("session.refused.not-on-roll");
        }
        return held;
    }

    // The seat that was asked for; and on the other rolls those of whoever holds it, who is in the hall by that.
    private Map<Roll, List<Seat>> seats(Tx tx, Session session, List<Long> voters) {
        Rolls rolls = sessions.rolls();
        Roll inHand = rolls.rollInHand(tx, session);
        Seat asked = rolls.seats(tx, session, inHand).stream()
                .filter(seat -> voters.contains(seat.voter()))
                .findFirst()
                .orElseThrow(() -> new Refused("session.refused.not-on-roll"));
        Map<Roll, List<Seat>> seats = new LinkedHashMap<>();
        if (asked.person() != null) {
            seats.putAll(rolls.seatsOf(tx, session, asked.person()));
        }
        seats.put(inHand, List.of(asked));
        return seats;
    }

    // The log names a voice once, by the first roll of the agenda that it stands on.
    private void move(Tx tx, Session session, Map<Roll, List<Seat>> seats, boolean in, String how) {
        Instant now = clock.instant();
        boolean first = true;
        for (Map.Entry<Roll, List<Seat>> each : seats.entrySet()) {
            for (Seat seat : each.getValue()) {
                boolean moved = in
                        ? PresenceStore.arrive(tx, session, each.getKey(), seat, how, now)
                        : PresenceStore.leave(tx, session, each.getKey(), seat.voter(), now);
                if (moved && first) {
                    PresenceStore.note(tx, session, seat.voter(), seat.label(), in ? "in" : "out", how, now);
                    SessionStore.touch(tx, session.community(), session.id());
                }
            }
            first = false;
        }
    }
}
