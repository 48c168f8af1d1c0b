package pavilion.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pavilion.db.Tx;
import pavilion.electorate.Electorates;
import pavilion.electorate.RollKind;
import pavilion.electorate.Voter;
import pavilion.matter.Matters;

/**
 * Which roll counts for which item. One meeting may decide matters of several rolls: households on one item, owners on the
 * next. Each roll is frozen at opening, whoever comes takes a seat on each of theirs, and what the room sees are the numbers
 * of the item in hand. An item without a matter keeps the numbers of the one before.
 */
final class SessionRolls {
    private final Matters matters;
    private final Electorates electorates;

    SessionRolls(Matters matters, Electorates electorates) {
        this.matters = matters;
        this.electorates = electorates;
    }

    private record Counted(SessionRoll roll, boolean remote) {}

    private Counted inHand(Tx tx, Session session) {
        List<AgendaStore.Ruled> ruled = AgendaStore.ruled(tx, session);
        AgendaStore.Ruled found = ruled.stream()
                .filter(each -> each.ordinal() <= session.current())
                .reduce((a, b) -> b)
                .orElse(ruled.isEmpty() ? null : ruled.getFirst());
        return found == null
                ? new Counted(own(session), false)
                : new Counted(roll(session, found), matters.charter().remote(session.community(), found.rule()));
    }

    SessionRoll rollInHand(Tx tx, Session session) {
        return inHand(tx, session).roll();
    }

    /** Every roll of the agenda, in its order; never none. */
    List<SessionRoll> all(Tx tx, Session session) {
        Set<SessionRoll> rolls = new LinkedHashSet<>();
        AgendaStore.ruled(tx, session).forEach(each -> rolls.add(roll(session, each)));
        return rolls.isEmpty() ? List.of(own(session)) : List.copyOf(rolls);
    }

    private static SessionRoll own(Session session) {
        return new SessionRoll(
                RollKind.of(SessionKind.of(session.kind()).orElseThrow().roll()), session.placePath());
    }

    private SessionRoll roll(Session session, AgendaStore.Ruled item) {
        return new SessionRoll(RollKind.of(matters.charter().rule(session.community(), item.rule())), item.placePath());
    }

    List<Voter> seats(Tx tx, Session session, SessionRoll roll) {
        return electorates
                .freeze(tx, session.community(), roll.placePath(), roll.kind())
                .voters();
    }

    /** The seats that this person holds, roll by roll in the order of the agenda. */
    Map<SessionRoll, List<Voter>> seatsOf(Tx tx, Session session, long person) {
        Map<SessionRoll, List<Voter>> seats = new LinkedHashMap<>();
        for (SessionRoll roll : all(tx, session)) {
            List<Voter> held = electorates.votersOf(tx, session.community(), roll.placePath(), roll.kind(), person);
            if (!held.isEmpty()) {
                seats.put(roll, held);
            }
        }
        return seats;
    }

    /** Freezes all rolls of the agenda that are not yet. @return the members of each */
    Map<String, Integer> freeze(Tx tx, Session session) {
        Map<String, Integer> members = new LinkedHashMap<>();
        for (SessionRoll roll : all(tx, session)) {
            int size = seats(tx, session, roll).size();
            SessionRollStore.freeze(tx, session, roll, size);
            members.put(roll.key(), size);
        }
        return members;
    }

    /**
     * The item in hand counts from now on. A roll that came onto the agenda after the opening is frozen here, and those in
     * the hall who stand on it take their seats.
     *
     * @return how many stand below its line
     */
    int take(Tx tx, Session session, Instant now) {
        Counted counted = inHand(tx, session);
        if (!SessionRollStore.frozen(tx, session, counted.roll())) {
            List<Voter> seats = seats(tx, session, counted.roll());
            SessionRollStore.freeze(tx, session, counted.roll(), seats.size());
            seat(tx, session, counted.roll(), seats, now);
        }
        return SessionRollStore.inHand(tx, session, counted.roll(), counted.remote());
    }

    // Those who are in the hall, and those for whom somebody there holds a letter.
    private static void seat(Tx tx, Session session, SessionRoll roll, List<Voter> seats, Instant now) {
        Map<Long, String> here = PresenceStore.people(tx, session);
        Map<Long, PresenceStore.Represented> through = new HashMap<>();
        PresenceStore.represented(tx, session.community(), session.id()).forEach(r -> through.put(r.voter(), r));
        for (Voter seat : seats) {
            PresenceStore.Represented by = through.get(seat.voter());
            if (seat.person() != null && here.containsKey(seat.person())) {
                PresenceStore.arrive(
                        tx, session, roll, seat.voter(), seat.person(), here.get(seat.person()), null, now);
            } else if (by != null) {
                PresenceStore.arrive(tx, session, roll, seat.voter(), by.holder(), "door", by.letter(), now);
            }
        }
    }
}
