package pavilion.session;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.electorate.Voter;
import pavilion.proxy.ProxyLetter;
import pavilion.proxy.ProxyLetters;
import pavilion.rules.Refused;

/**
 * Who is in the hall: by the code on the wall, by the doorkeeper, by another check-in system; and who has left. Whoever
 * comes brings those in who gave them a letter; whoever comes in person ends the own one.
 */
public final class Attendance implements ProxyLetters.EndingListener {
    static final String AFAR = "remote";

    private final Sessions sessions;
    private final CheckInCode hallCode;
    private final ProxyLetters letters;
    private final Clock clock;

    public Attendance(Sessions sessions, CheckInCode hallCode, ProxyLetters letters, Clock clock) {
        this.sessions = sessions;
        this.hallCode = hallCode;
        this.letters = letters;
        this.clock = clock;
    }

    /** Somebody with a phone: the pass for the wall's code proves that they stand in the hall. */
    public void checkIn(int community, long id, long person, String pass) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            if (!hallCode.admits(session, pass)) {
                throw new Refused("session.refused.door-key");
            }
            arrive(tx, session, sessions.rolls().seatsOf(tx, session, person), person, "qr");
        });
    }

    /**
     * Somebody on the roll attends from afar, and says so. They are present only where the rule of the item in hand, adopted
     * by the community, counts that; otherwise they are written down as listening. Nobody stands in for others from afar.
     */
    void fromAfar(int community, long id, long person) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            Map<SessionRoll, List<Voter>> held = sessions.rolls().seatsOf(tx, session, person);
            if (held.isEmpty()) {
                throw new Refused("session.refused.not-on-roll");
            }
            come(tx, session, held, person, null, AFAR);
        });
    }

    /** Somebody goes home and says so; nobody needs a code for that. */
    public void goHome(int community, long id, long person) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            leave(tx, session, sessions.rolls().seatsOf(tx, session, person), person, "self");
        });
    }

    /** The doorkeeper, on the roll: for somebody without a phone, too. */
    public void route(int community, long id, long voter, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            move(tx, session, List.of(voter), in, "door");
        });
    }

    /** The doorkeeper, for somebody who holds letters, and may have no voice of their own. */
    public void holder(int community, long id, long person, boolean in) {
        sessions.change(community, id, (tx, session) -> {
            Sessions.requireOpen(session);
            Map<SessionRoll, List<Voter>> own = sessions.rolls().seatsOf(tx, session, person);
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
            move(tx, session, PresenceStore.coded(tx, community, code), in, "hook");
        });
    }

    /** A letter that is revoked takes its principal out of the hall. */
    @Override
    public Runnable ending(Tx tx, ProxyLetter letter) {
        List<Long> meetings = PresenceStore.meetings(tx, letter.community(), letter.id());
        for (long id : meetings) {
            Session session = Sessions.locked(tx, letter.community(), id);
            endProxies(tx, session, 0, letter.id(), "self");
        }
        return () -> meetings.forEach(id -> sessions.tell(letter.community(), id));
    }

    // The seat that was asked for; and on the other rolls those of whoever holds it, who is in the hall by that.
    private void move(Tx tx, Session session, List<Long> voters, boolean in, String how) {
        SessionRolls rolls = sessions.rolls();
        SessionRoll inHand = rolls.rollInHand(tx, session);
        Voter asked = rolls.seats(tx, session, inHand).stream()
                .filter(seat -> voters.contains(seat.voter()))
                .findFirst()
                .orElseThrow(() -> new Refused("session.refused.not-on-roll"));
        Map<SessionRoll, List<Voter>> seats = new LinkedHashMap<>();
        if (asked.person() != null) {
            seats.putAll(rolls.seatsOf(tx, session, asked.person()));
        }
        seats.put(inHand, List.of(asked));
        long person = asked.person() == null ? 0 : asked.person();
        if (in) {
            arrive(tx, session, seats, person, how);
        } else {
            leave(tx, session, seats, person, how);
        }
    }

    private void arrive(Tx tx, Session session, Map<SessionRoll, List<Voter>> seats, long person, String how) {
        List<Long> voters = voters(seats);
        List<ProxyLetter> concerning = letters.concerning(tx, session.community(), session.id(), voters, person);
        List<ProxyLetter> held =
                concerning.stream().filter(l -> l.holder() == person).toList();
        if (seats.isEmpty() && held.isEmpty()) {
            throw new Refused("session.refused.not-on-roll");
        }
        concerning.stream()
                .filter(letter -> voters.contains(letter.voter()))
                .forEach(letter -> inPerson(tx, session, letter, how));
        come(tx, session, seats, person, null, how);
        held.forEach(letter -> come(tx, session, represented(tx, session, letter), person, letter.id(), how));
    }

    private static List<Long> voters(Map<SessionRoll, List<Voter>> seats) {
        return seats.values().stream().flatMap(List::stream).map(Voter::voter).toList();
    }

    // The principal's seats, on whichever rolls of the agenda they stand.
    private Map<SessionRoll, List<Voter>> represented(Tx tx, Session session, ProxyLetter letter) {
        Map<SessionRoll, List<Voter>> seats = new LinkedHashMap<>();
        for (SessionRoll roll : sessions.rolls().all(tx, session)) {
            sessions.rolls().seats(tx, session, roll).stream()
                    .filter(seat -> seat.voter() == letter.voter())
                    .forEach(seat -> seats.put(roll, List.of(seat)));
        }
        return seats;
    }

    private void inPerson(Tx tx, Session session, ProxyLetter letter, String how) {
        endProxies(tx, session, 0, letter.id(), how);
        letters.came(tx, letter);
    }

    // The log names a voice once, by the first roll of the agenda that it stands on.
    private void come(
            Tx tx,
            Session session,
            Map<SessionRoll, List<Voter>> seats,
            long person,
            @Nullable Long letter,
            String how) {
        Instant now = clock.instant();
        boolean first = true;
        for (Map.Entry<SessionRoll, List<Voter>> each : seats.entrySet()) {
            for (Voter seat : each.getValue()) {
                if (PresenceStore.arrive(tx, session, each.getKey(), seat.voter(), person, how, letter, now) && first) {
                    noted(tx, session, event(seat, "in", how, letter != null, now));
                }
            }
            first = false;
        }
    }

    private void leave(Tx tx, Session session, Map<SessionRoll, List<Voter>> seats, long person, String how) {
        Instant now = clock.instant();
        int proxies = person == 0 ? 0 : endProxies(tx, session, person, 0, how);
        if (seats.isEmpty() && proxies == 0) {
            throw new Refused("session.refused.not-on-roll");
        }
        boolean first = true;
        for (Map.Entry<SessionRoll, List<Voter>> each : seats.entrySet()) {
            for (Voter seat : each.getValue()) {
                if (PresenceStore.leave(tx, session, each.getKey(), seat.voter(), now) && first) {
                    noted(tx, session, event(seat, "out", how, false, now));
                }
            }
            first = false;
        }
    }

    /** @return how many were there through this person, or by this letter, and are not any more */
    private int endProxies(Tx tx, Session session, long holder, long letter, String how) {
        Instant now = clock.instant();
        Set<Long> voters = new HashSet<>();
        for (PresenceStore.Represented gone : PresenceStore.endProxies(tx, session, holder, letter, now)) {
            if (voters.add(gone.voter())) {
                noted(tx, session, new PresenceStore.Event(gone.voter(), gone.label(), "out", how, true, now));
            }
        }
        return voters.size();
    }

    private static PresenceStore.Event event(Voter seat, String way, String how, boolean proxy, Instant now) {
        return new PresenceStore.Event(seat.voter(), seat.label(), way, how, proxy, now);
    }

    private static void noted(Tx tx, Session session, PresenceStore.Event event) {
        PresenceStore.note(tx, session, event);
        SessionStore.touch(tx, session.community(), session.id());
    }
}
