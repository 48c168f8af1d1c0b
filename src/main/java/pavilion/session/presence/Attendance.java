package pavilion.session.presence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.electorate.Voter;
import pavilion.poll.PollPresenceStore;
import pavilion.proxy.ProxyLetter;
import pavilion.proxy.ProxyLetters;
import pavilion.rules.Refused;
import pavilion.session.Session;
import pavilion.session.SessionChanges;

/**
 * Who comes and leaves: by the code on the projector, at the check-in desk, through another check-in system. Whoever comes
 * makes those present who gave them a proxy letter; whoever comes in person ends their own letter, and has it back when they
 * leave within a few minutes: a wrong tap at the door takes nobody's voice.
 */
public final class Attendance implements ProxyLetters.Listener {
    private final SessionChanges changes;
    private final SessionRolls rolls;
    private final CheckInCode code;
    private final ProxyLetters letters;
    private final Clock clock;

    public Attendance(SessionChanges changes, SessionRolls rolls, CheckInCode code, ProxyLetters letters, Clock clock) {
        this.changes = changes;
        this.rolls = rolls;
        this.code = code;
        this.letters = letters;
        this.clock = clock;
    }

    private void change(int community, long id, SessionChanges.Change change) {
        changes.change(community, id, (tx, session) -> {
            SessionChanges.requireOpen(session);
            change.on(tx, session);
        });
    }

    /** Somebody checks in on their own phone: the pass for the projector's code proves that they are on site. */
    public void checkIn(int community, long id, CheckInCode.Holder holder, String pass) {
        long person = holder.person();
        change(community, id, (tx, session) -> {
            if (!code.admits(session, pass, holder)) {
                throw new Refused("session.refused.door-key");
            }
            arrive(tx, session, rolls.votersOf(tx, session, person), person, PresenceSource.QR);
        });
    }

    /**
     * Somebody on the roll attends remotely, and says so. They are present only where the rule of the item under
     * consideration, adopted by the community, counts that; otherwise they are recorded as listening. Nobody represents
     * others remotely.
     */
    public void attendRemotely(int community, long id, long person) {
        change(community, id, (tx, session) -> {
            Map<SessionRoll, List<Voter>> held = rolls.votersOf(tx, session, person);
            if (held.isEmpty()) {
                throw new Refused("session.refused.not-on-roll");
            }
            come(tx, session, held, person, null, PresenceSource.REMOTE);
        });
    }

    /** Somebody leaves, and says so; nobody needs a code for that. */
    public void leave(int community, long id, long person) {
        change(
                community,
                id,
                (tx, session) -> leave(tx, session, rolls.votersOf(tx, session, person), person, PresenceSource.SELF));
    }

    /** The check-in desk records a voter of the roll: for somebody without a phone, too. */
    public void atDesk(int community, long id, long voter, boolean in) {
        change(community, id, (tx, session) -> move(tx, session, List.of(voter), in, PresenceSource.DOOR));
    }

    /** The check-in desk records somebody who holds proxy letters, and may have no vote of their own. */
    public void holderAtDesk(int community, long id, long person, boolean in) {
        change(community, id, (tx, session) -> {
            Map<SessionRoll, List<Voter>> own = rolls.votersOf(tx, session, person);
            if (in) {
                arrive(tx, session, own, person, PresenceSource.DOOR);
            } else {
                leave(tx, session, own, person, PresenceSource.DOOR);
            }
        });
    }

    /**
     * What another check-in system says. The same message again has no effect; it is refused once a newer one about this code
     * was taken, as is an older message: whoever recorded one cannot bring somebody back, or send them away, by repeating it.
     */
    public void fromOtherSystem(int community, long id, CheckInMessage message) {
        change(community, id, (tx, session) -> {
            CheckInMessage.Standing standing = CheckInMessageStore.standing(tx, session, message);
            if (standing == CheckInMessage.Standing.OVERTAKEN) {
                throw new Refused("session.refused.hook-overtaken");
            }
            if (standing == CheckInMessage.Standing.NEW) {
                CheckInMessageStore.add(tx, session, message, clock.instant());
                List<Long> named = PresenceStore.coded(tx, community, message.code());
                move(tx, session, named, message.in(), PresenceSource.HOOK);
            }
        });
    }

    /** A letter to somebody who is on site counts at once. */
    @Override
    public Runnable given(Tx tx, ProxyLetter letter) {
        List<Long> sessions = PresenceStore.openFor(tx, letter.community(), letter.id());
        for (long id : sessions) {
            Session session = SessionChanges.locked(tx, letter.community(), id);
            if (session.isOpen()) {
                bring(tx, session, letter);
            }
        }
        return () -> sessions.forEach(id -> changes.tell(letter.community(), id));
    }

    // Whoever attends remotely represents nobody.
    private void bring(Tx tx, Session session, ProxyLetter letter) {
        PresenceSource how = PresenceStore.onSite(tx, session, letter.holder()).orElse(null);
        if (how != null && letters.inForce(letter)) {
            come(tx, session, represented(tx, session, letter), letter.holder(), letter.id(), how);
        }
    }

    /** Whoever is present by a letter is so no more when it is revoked. */
    @Override
    public Runnable ending(Tx tx, ProxyLetter letter) {
        List<Long> sessions = PresenceStore.sessions(tx, letter.community(), letter.id());
        for (long id : sessions) {
            Session session = SessionChanges.locked(tx, letter.community(), id);
            endProxies(tx, session, 0, letter.id(), PresenceSource.SELF);
        }
        return () -> sessions.forEach(id -> changes.tell(letter.community(), id));
    }

    // The voter that was named; and on the other rolls those whom the same person speaks for, who is on site with it.
    private void move(Tx tx, Session session, List<Long> named, boolean in, PresenceSource how) {
        SessionRoll current = rolls.current(tx, session);
        Voter asked = rolls.voters(tx, session, current).stream()
                .filter(voter -> named.contains(voter.voter()))
                .findFirst()
                .orElseThrow(() -> new Refused("session.refused.not-on-roll"));
        Map<SessionRoll, List<Voter>> voters = new LinkedHashMap<>();
        if (asked.person() != null) {
            voters.putAll(rolls.votersOf(tx, session, asked.person()));
        }
        voters.put(current, List.of(asked));
        long person = asked.person() == null ? 0 : asked.person();
        if (in) {
            arrive(tx, session, voters, person, how);
        } else {
            leave(tx, session, voters, person, how);
        }
    }

    private void arrive(Tx tx, Session session, Map<SessionRoll, List<Voter>> voters, long person, PresenceSource how) {
        List<Long> ids = ids(voters);
        List<ProxyLetter> concerning = letters.concerning(tx, session.community(), session.id(), ids, person);
        List<ProxyLetter> held =
                concerning.stream().filter(l -> l.holder() == person).toList();
        if (voters.isEmpty() && held.isEmpty()) {
            throw new Refused("session.refused.not-on-roll");
        }
        concerning.stream().filter(letter -> ids.contains(letter.voter())).forEach(letter -> {
            endProxies(tx, session, 0, letter.id(), how);
            letters.came(tx, letter);
        });
        come(tx, session, voters, person, null, how);
        held.forEach(letter -> come(tx, session, represented(tx, session, letter), person, letter.id(), how));
    }

    private static List<Long> ids(Map<SessionRoll, List<Voter>> voters) {
        return voters.values().stream().flatMap(List::stream).map(Voter::voter).toList();
    }

    // The voter who gave the letter, on whichever rolls of the agenda they stand.
    private Map<SessionRoll, List<Voter>> represented(Tx tx, Session session, ProxyLetter letter) {
        Map<SessionRoll, List<Voter>> voters = new LinkedHashMap<>();
        for (SessionRoll roll : rolls.all(tx, session)) {
            rolls.voters(tx, session, roll).stream()
                    .filter(voter -> voter.voter() == letter.voter())
                    .forEach(voter -> voters.put(roll, List.of(voter)));
        }
        return voters;
    }

    // The log names a voter once: by the first roll of the agenda.
    private void come(
            Tx tx,
            Session session,
            Map<SessionRoll, List<Voter>> voters,
            long person,
            @Nullable Long letter,
            PresenceSource how) {
        Instant now = clock.instant();
        boolean first = true;
        if (how.counts(session.counting().remote())) {
            PollPresenceStore.back(tx, session.community(), session.id(), ids(voters));
        }
        for (Map.Entry<SessionRoll, List<Voter>> each : voters.entrySet()) {
            for (Voter voter : each.getValue()) {
                if (PresenceStore.arrive(tx, session, each.getKey(), voter.voter(), person, how, letter, now)
                        && first) {
                    note(tx, session, event(voter, PresenceEvent.Way.IN, how, letter != null, now));
                }
            }
            first = false;
        }
    }

    private void leave(Tx tx, Session session, Map<SessionRoll, List<Voter>> voters, long person, PresenceSource how) {
        Instant now = clock.instant();
        int proxies = person == 0 ? 0 : endProxies(tx, session, person, 0, how);
        if (voters.isEmpty() && proxies == 0) {
            throw new Refused("session.refused.not-on-roll");
        }
        boolean first = true;
        List<Long> gone = new ArrayList<>();
        for (Map.Entry<SessionRoll, List<Voter>> each : voters.entrySet()) {
            for (Voter voter : each.getValue()) {
                if (PresenceStore.leave(tx, session, each.getKey(), voter.voter(), now)) {
                    gone.add(voter.voter());
                    if (first) {
                        note(tx, session, event(voter, PresenceEvent.Way.OUT, how, false, now));
                    }
                }
            }
            first = false;
        }
        PollPresenceStore.left(tx, session.community(), session.id(), gone, now);
        letters.turnedBack(tx, session.community(), session.id(), gone).forEach(letter -> bring(tx, session, letter));
    }

    /** @return how many voters were present through this person, or by this letter, and are so no more */
    private int endProxies(Tx tx, Session session, long holder, long letter, PresenceSource how) {
        Instant now = clock.instant();
        Set<Long> voters = new HashSet<>();
        for (PresenceStore.Represented gone : PresenceStore.endProxies(tx, session, holder, letter, now)) {
            if (voters.add(gone.voter())) {
                note(tx, session, new PresenceEvent(gone.voter(), gone.label(), PresenceEvent.Way.OUT, how, true, now));
            }
        }
        PollPresenceStore.left(tx, session.community(), session.id(), voters, now);
        return voters.size();
    }

    private static PresenceEvent event(
            Voter voter, PresenceEvent.Way way, PresenceSource how, boolean proxy, Instant now) {
        return new PresenceEvent(voter.voter(), voter.label(), way, how, proxy, now);
    }

    private static void note(Tx tx, Session session, PresenceEvent event) {
        PresenceStore.note(tx, session, event);
        SessionChanges.touch(tx, session);
    }
}
