package pavilion.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import pavilion.db.Tx;
import pavilion.matter.Seat;
import pavilion.rules.Refused;

/** Who is in the hall: by the code on the wall, by the doorkeeper, by another check-in system; and who has left. */
public final class Attendance {
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
            found(sessions.seatsOf(tx, session, person)).forEach(seat -> arrive(tx, session, seat, "qr"));
        });
    }

    /** Somebody goes home and says so; nobody needs a code for that. */
    void goHome(int community, long id, long person) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            found(sessions.seatsOf(tx, session, person)).forEach(seat -> leave(tx, session, seat, "self"));
        });
    }

    /** The doorkeeper, on the roll: for somebody without a phone, too. */
    public void door(int community, long id, long voter, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            move(tx, session, seats(tx, session, seat -> seat.voter() == voter).getFirst(), in, "door");
        });
    }

    /** Another check-in system, which knows a household or a person by the code of the roll. */
    void hook(int community, long id, String code, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            List<Long> coded = PresenceStore.coded(tx, community, code);
            move(
                    tx,
                    session,
                    seats(tx, session, seat -> coded.contains(seat.voter())).getFirst(),
                    in,
                    "hook");
        });
    }

    private List<Seat> seats(Tx tx, Session session, Predicate<Seat> which) {
        return found(sessions.roll(tx, session).stream().filter(which).toList());
    }

    private static List<Seat> found(List<Seat> seats) {
        if (seats.isEmpty()) {
            throw new Refused("session.refused.not-on-roll");
        }
        return seats;
    }

    private void move(Tx tx, Session session, Seat seat, boolean in, String how) {
        if (in) {
            arrive(tx, session, seat, how);
        } else {
            leave(tx, session, seat, how);
        }
    }

    private void arrive(Tx tx, Session session, Seat seat, String how) {
        long person = seat.person() == null ? 0 : seat.person();
        Instant now = clock.instant();
        if (PresenceStore.arrive(tx, session, seat.voter(), person, how, now)) {
            noted(tx, session, seat, "in", how, now);
        }
    }

    private void leave(Tx tx, Session session, Seat seat, String how) {
        Instant now = clock.instant();
        if (PresenceStore.leave(tx, session, seat.voter(), now)) {
            noted(tx, session, seat, "out", how, now);
        }
    }

    private static void noted(Tx tx, Session session, Seat seat, String way, String how, Instant now) {
        PresenceStore.note(tx, session, seat.voter(), seat.label(), way, how, now);
        SessionStore.touch(tx, session.community(), session.id());
    }
}
