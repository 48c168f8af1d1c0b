package pavilion.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.matter.Seat;
import pavilion.proxy.Letter;
import pavilion.proxy.Letters;
import pavilion.rules.Refused;

/**
 * Who is in the hall: by the code on the wall, by the doorkeeper, by another check-in system; and who has left. Whoever
 * comes brings those in who gave them a letter; whoever comes in person ends the own one.
 */
public final class Attendance implements Letters.Listener {
    private final Sessions sessions;
    private final HallCode hallCode;
    private final Letters letters;
    private final Clock clock;

    public Attendance(Sessions sessions, HallCode hallCode, Letters letters, Clock clock) {
        this.sessions = sessions;
        this.hallCode = hallCode;
        this.letters = letters;
        this.clock = clock;
    }

    /** Somebody with a phone: the pass for the wall's code proves that they stand in the hall. */
    void checkIn(int community, long id, long person, String pass) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            if (!hallCode.admits(session, pass)) {
                throw new Refused("session.refused.door-key");
            }
            arrive(tx, session, sessions.seatsOf(tx, session, person), person, "qr");
        });
    }

    /** Somebody goes home and says so; nobody needs a code for that. */
    void goHome(int community, long id, long person) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            leave(tx, session, sessions.seatsOf(tx, session, person), person, "self");
        });
    }

    /** The doorkeeper, on the roll: for somebody without a phone, too. */
    public void door(int community, long id, long voter, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            move(tx, session, onRoll(tx, session, seat -> seat.voter() == voter), in, "door");
        });
    }

    /** The doorkeeper, for somebody who holds letters, and may have no voice of their own. */
    void holder(int community, long id, long person, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            List<Seat> own = sessions.seatsOf(tx, session, person);
            if (in) {
                arrive(tx, session, own, person, "door");
            } else {
                leave(tx, session, own, person, "door");
            }
        });
    }

    /** Another check-in system, which knows a household or a person by the code of the roll. */
    void hook(int community, long id, String code, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            List<Long> coded = PresenceStore.coded(tx, community, code);
            move(tx, session, onRoll(tx, session, seat -> coded.contains(seat.voter())), in, "hook");
        });
    }

    /** A letter that is revoked takes its principal out of the hall. */
    @Override
    public Runnable ending(Tx tx, Letter letter) {
        List<Long> meetings = PresenceStore.meetings(tx, letter.community(), letter.id());
        for (long id : meetings) {
            Session session = Sessions.locked(tx, letter.community(), id);
            endProxies(tx, session, 0, letter.id(), "self");
        }
        return () -> meetings.forEach(id -> sessions.tell(letter.community(), id));
    }

    private Seat onRoll(Tx tx, Session session, Predicate<Seat> which) {
        return sessions.roll(tx, session).stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new Refused("session.refused.not-on-roll"));
    }

    private void move(Tx tx, Session session, Seat seat, boolean in, String how) {
        long person = seat.person() == null ? 0 : seat.person();
        if (in) {
            arrive(tx, session, List.of(seat), person, how);
        } else {
            leave(tx, session, List.of(seat), person, how);
        }
    }

    private void arrive(Tx tx, Session session, List<Seat> seats, long person, String how) {
        List<Letter> concerning = letters.concerning(
                tx,
                session.community(),
                session.id(),
                seats.stream().map(Seat::voter).toList(),
                person);
        List<Letter> held =
                concerning.stream().filter(l -> l.holder() == person).toList();
        if (seats.isEmpty() && held.isEmpty()) {
            throw new Refused("session.refused.not-on-roll");
        }
        for (Seat seat : seats) {
            concerning.stream()
                    .filter(letter -> letter.voter() == seat.voter())
                    .forEach(letter -> inPerson(tx, session, letter, how));
            comes(tx, session, seat.voter(), seat.label(), person, null, how);
        }
        held.forEach(l -> comes(tx, session, l.voter(), l.label(), l.holder(), l.id(), how));
    }

    private void inPerson(Tx tx, Session session, Letter letter, String how) {
        endProxies(tx, session, 0, letter.id(), how);
        letters.came(tx, letter);
    }

    private void comes(
            Tx tx, Session session, long voter, String label, long person, @Nullable Long letter, String how) {
        Instant now = clock.instant();
        if (PresenceStore.arrive(tx, session, voter, person, how, letter, now)) {
            noted(tx, session, new PresenceStore.Event(voter, label, "in", how, letter != null, now));
        }
    }

    private void leave(Tx tx, Session session, List<Seat> seats, long person, String how) {
        Instant now = clock.instant();
        int proxies = person == 0 ? 0 : endProxies(tx, session, person, 0, how);
        if (seats.isEmpty() && proxies == 0) {
            throw new Refused("session.refused.not-on-roll");
        }
        for (Seat seat : seats) {
            if (PresenceStore.leave(tx, session, seat.voter(), now)) {
                noted(tx, session, new PresenceStore.Event(seat.voter(), seat.label(), "out", how, false, now));
            }
        }
    }

    /** @return how many were there through this person, or by this letter, and are not any more */
    private int endProxies(Tx tx, Session session, long holder, long letter, String how) {
        Instant now = clock.instant();
        List<PresenceStore.Represented> gone = PresenceStore.endProxies(tx, session, holder, letter, now);
        gone.forEach(
                each -> noted(tx, session, new PresenceStore.Event(each.voter(), each.label(), "out", how, true, now)));
        return gone.size();
    }

    private static void noted(Tx tx, Session session, PresenceStore.Event event) {
        PresenceStore.note(tx, session, event);
        SessionStore.touch(tx, session.community(), session.id());
    }
}
