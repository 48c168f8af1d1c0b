package pavilion.session.presence;

import java.time.Clock;
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
import pavilion.session.Session;
import pavilion.session.agenda.AgendaStore;

/**
 * Which roll counts for which item. One session may decide matters of several rolls: households on one item, owners on the
 * next. Each roll is locked at the opening, with its voters and who casts for them: who comes in, who is counted and who casts
 * is read from it, and what changes later counts from the session's end. Whoever comes is present on each roll that they stand
 * on, and the pages show the numbers of the item under consideration. An item without a matter keeps the numbers of the one
 * before.
 */
public final class SessionRolls {
    private final Matters matters;
    private final Electorates electorates;
    private final Clock clock;

    public SessionRolls(Matters matters, Electorates electorates, Clock clock) {
        this.matters = matters;
        this.electorates = electorates;
        this.clock = clock;
    }

    private record CountingRoll(SessionRoll roll, boolean remote) {}

    private CountingRoll counting(Tx tx, Session session) {
        List<AgendaStore.Ruled> ruled = AgendaStore.ruled(tx, session);
        AgendaStore.Ruled found = ruled.stream()
                .filter(each -> each.ordinal() <= session.current())
                .reduce((a, b) -> b)
                .orElse(ruled.isEmpty() ? null : ruled.getFirst());
        return found == null
                ? new CountingRoll(own(session), false)
                : new CountingRoll(
                        roll(session, found), matters.adoptedRules().remote(session.community(), found.rule()));
    }

    /** The roll of the item under consideration. */
    SessionRoll current(Tx tx, Session session) {
        return counting(tx, session).roll();
    }

    /** The voters on the roll of the item under consideration. */
    public List<Voter> voters(Tx tx, Session session) {
        return voters(tx, session, current(tx, session));
    }

    /** Every roll of the agenda, in its order; never none. */
    List<SessionRoll> all(Tx tx, Session session) {
        Set<SessionRoll> rolls = new LinkedHashSet<>();
        AgendaStore.ruled(tx, session).forEach(each -> rolls.add(roll(session, each)));
        return rolls.isEmpty() ? List.of(own(session)) : List.copyOf(rolls);
    }

    private static SessionRoll own(Session session) {
        return new SessionRoll(
                RollKind.of(session.call().kind().roll()), session.place().path());
    }

    private SessionRoll roll(Session session, AgendaStore.Ruled item) {
        return new SessionRoll(
                RollKind.of(matters.adoptedRules().rule(session.community(), item.rule())), item.placePath());
    }

    /** As the roll was locked; before the opening, as it stands. */
    List<Voter> voters(Tx tx, Session session, SessionRoll roll) {
        return SessionRollStore.listed(tx, session, roll)
                ? SessionRollStore.voters(tx, session, roll)
                : electorates
                        .freeze(tx, session.community(), roll.placePath(), roll.kind())
                        .voters();
    }

    private List<Voter> votersOf(Tx tx, Session session, SessionRoll roll, long person) {
        return SessionRollStore.listed(tx, session, roll)
                ? SessionRollStore.votersOf(tx, session, roll, person)
                : electorates.votersOf(tx, session.community(), roll.placePath(), roll.kind(), person);
    }

    /** The voters whom this person speaks for, roll by roll in the order of the agenda. */
    Map<SessionRoll, List<Voter>> votersOf(Tx tx, Session session, long person) {
        Map<SessionRoll, List<Voter>> voters = new LinkedHashMap<>();
        for (SessionRoll roll : all(tx, session)) {
            List<Voter> held = votersOf(tx, session, roll, person);
            if (!held.isEmpty()) {
                voters.put(roll, held);
            }
        }
        return voters;
    }

    /**
     * Freezes all rolls of the agenda that are not frozen yet.
     *
     * @return the members of each, by its key
     */
    public Map<String, Integer> freeze(Tx tx, Session session) {
        Map<String, Integer> members = new LinkedHashMap<>();
        for (SessionRoll roll : all(tx, session)) {
            List<Voter> voters = voters(tx, session, roll);
            SessionRollStore.freeze(tx, session, roll, voters);
            members.put(roll.key(), voters.size());
        }
        return members;
    }

    /**
     * The agenda has another item: where the session has begun, the rolls that came with it are locked too, and those present
     * who stand on them become present on them.
     */
    public void added(Tx tx, Session session) {
        if (session.begun()) {
            all(tx, session).forEach(roll -> lock(tx, session, roll));
        }
    }

    private void lock(Tx tx, Session session, SessionRoll roll) {
        if (!SessionRollStore.frozen(tx, session, roll)) {
            List<Voter> voters = voters(tx, session, roll);
            SessionRollStore.freeze(tx, session, roll, voters);
            arrive(tx, session, roll, voters, clock.instant());
        }
    }

    /**
     * Makes the roll of the item under consideration count from now on.
     *
     * @return its members
     */
    public int take(Tx tx, Session session) {
        CountingRoll counting = counting(tx, session);
        lock(tx, session, counting.roll());
        return SessionRollStore.take(tx, session, counting.roll(), counting.remote());
    }

    // Those who are present, and those for whom somebody present holds a proxy letter.
    private static void arrive(Tx tx, Session session, SessionRoll roll, List<Voter> voters, Instant now) {
        Map<Long, PresenceSource> here = PresenceStore.people(tx, session);
        Map<Long, PresenceStore.Represented> through = new HashMap<>();
        PresenceStore.represented(tx, session).forEach(r -> through.put(r.voter(), r));
        for (Voter voter : voters) {
            PresenceStore.Represented by = through.get(voter.voter());
            if (voter.person() != null && here.containsKey(voter.person())) {
                PresenceStore.arrive(
                        tx, session, roll, voter.voter(), voter.person(), here.get(voter.person()), null, now);
            } else if (by != null) {
                PresenceStore.arrive(
                        tx, session, roll, voter.voter(), by.holder(), PresenceSource.DOOR, by.letter(), now);
            }
        }
    }

    /** A sitting begins: the session was opened, for the first time or again. */
    public void beginSitting(Tx tx, Session session) {
        SessionRollStore.begin(tx, session, clock.instant());
    }

    /**
     * The sitting ends.
     *
     * @param reason why the session continues on another day, otherwise empty
     * @return how many were present at its end
     */
    public int endSitting(Tx tx, Session session, String reason) {
        int present = PresenceCount.of(tx, session).present();
        SessionRollStore.end(tx, session, present, reason, clock.instant());
        return present;
    }

    /** The sitting ends, and with it everybody's presence: they check in again on the other day. */
    public void adjourn(Tx tx, Session session, String reason) {
        endSitting(tx, session, reason);
        PresenceStore.empty(tx, session, clock.instant());
    }

    public static List<Sitting> sittings(Tx tx, Session session) {
        return SessionRollStore.sittings(tx, session.community(), session.id());
    }
}
