package pavilion.proxy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.poll.Poll;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;

/** Letters of authorisation once they are given: who holds one today, which a poll is opened with, how one ends. */
public final class ProxyLetters {
    /** Told within the transaction; what it returns runs after the commit. */
    public interface Listener {
        /** It was written. */
        Runnable given(Tx tx, ProxyLetter letter);

        /** Its end is about to be written. */
        Runnable ending(Tx tx, ProxyLetter letter);
    }

    /** For so long after their letter ended because they came, whoever leaves again has it back. */
    static final Duration TURNED_BACK = Duration.ofMinutes(10);

    private final Database db;
    private final Clock clock;
    private final List<Listener> listeners = new ArrayList<>();

    public ProxyLetters(Database db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
    }

    /** By the principal at any time, or by a clerk on their word. Doing it twice revokes once. */
    HeldBallotStore.Held revoke(int community, long id, String post) {
        List<Runnable> after = new ArrayList<>();
        HeldBallotStore.Held held = db.transact(tx -> {
            ProxyLetter letter =
                    ProxyLetterStore.find(tx, community, id).orElseThrow(() -> new Refused("proxy.refused.none"));
            // The session is locked before the letter, here as everywhere: otherwise two could wait for each other.
            listeners.forEach(each -> after.add(each.ending(tx, letter)));
            ProxyLetter now = ProxyLetterStore.lock(tx, community, id).orElseThrow();
            if (now.ended() == null) {
                end(tx, now, LetterState.REVOKED, post);
            }
            return HeldBallotStore.held(tx, now);
        });
        after.forEach(Runnable::run);
        return held;
    }

    /** @return what runs after the commit */
    List<Runnable> given(Tx tx, ProxyLetter letter) {
        return listeners.stream().map(each -> each.given(tx, letter)).toList();
    }

    private void end(Tx tx, ProxyLetter letter, LetterState why, String post) {
        Instant now = clock.instant();
        List<Long> polls = HeldBallotStore.lock(tx, letter);
        ProxyLetterStore.end(tx, letter, why, now);
        HeldBallotStore.give(tx, letter, polls, letter.parties().principal());
        note(tx, letter, "proxy." + why.key(), post, now);
    }

    private static void note(Tx tx, ProxyLetter letter, String act, String post, Instant now) {
        AuditStore.append(
                tx,
                letter.community(),
                letter.subject().chain(),
                act,
                post,
                letter.act().encode(),
                now);
    }

    /**
     * Whoever came has left again: a letter that ended by that a few minutes ago is in force again, and so are the ballots that
     * went back and are not cast.
     *
     * @return the letters that are
     */
    public List<ProxyLetter> turnedBack(Tx tx, int community, long session, List<Long> voters) {
        Instant now = clock.instant();
        List<ProxyLetter> ended =
                ProxyLetterStore.endedByComing(tx, community, session, voters, now.minus(TURNED_BACK));
        for (ProxyLetter letter : ended) {
            List<Long> polls = HeldBallotStore.lock(tx, letter);
            ProxyLetterStore.restore(tx, letter);
            HeldBallotStore.give(tx, letter, polls, letter.holder());
            note(tx, letter, "proxy.restored", "resident", now);
        }
        return ended.stream()
                .map(letter -> ProxyLetterStore.find(tx, community, letter.id()).orElseThrow())
                .toList();
    }

    public boolean inForce(ProxyLetter letter) {
        return letter.inForce(today());
    }

    /** In force today for this session, given or held by this person. */
    public List<ProxyLetter> of(Tx tx, int community, long session, long person) {
        return ProxyLetterStore.ofPerson(tx, community, session, person, today());
    }

    /** The principal came: the letter is over. */
    public void came(Tx tx, ProxyLetter letter) {
        end(tx, letter, LetterState.CAME, "resident");
    }

    /** In force today for this session, given by these voters or held by this person. */
    public List<ProxyLetter> concerning(Tx tx, int community, long session, List<Long> voters, long person) {
        return ProxyLetterStore.concerning(tx, community, session, voters, person, today());
    }

    /** All that are in force today for this session. */
    public List<ProxyLetter> inForce(Tx tx, int community, long session) {
        LocalDate today = today();
        return ProxyLetterStore.standing(tx, community, session, null, today).stream()
                .filter(letter -> letter.inForce(today))
                .toList();
    }

    /** Those that a poll on this matter is opened with; none where its rule forbids proxies. */
    public List<ProxyLetter> forPoll(Tx tx, int community, @Nullable Long session, long matter, Rule rule) {
        return rule.terms().proxies().forbidden()
                ? List.of()
                : ProxyLetterStore.forPoll(tx, community, session, matter, today());
    }

    public void use(Tx tx, int community, long poll, List<ProxyLetter> letters) {
        ProxyLetterStore.use(tx, community, poll, letters);
    }

    /** Those a poll was opened with and that this person holds or gave. */
    public List<ProxyLetter> used(Tx tx, int community, long poll, long person) {
        return ProxyLetterStore.used(tx, community, poll, person);
    }

    /** The names of those who hold a letter of this person that the poll was opened with. */
    public List<String> holders(Tx tx, Poll poll, long person) {
        return used(tx, poll.community(), poll.id(), person).stream()
                .filter(letter -> letter.grantedBy(person))
                .map(ProxyLetter::holderName)
                .toList();
    }
}
