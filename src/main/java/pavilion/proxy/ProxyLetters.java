package pavilion.proxy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;

/** Letters of authorisation once they are given: who holds one today, which a poll is opened with, how one ends. */
public final class ProxyLetters {
    /** Told of a letter's end before it is written; what it returns runs after the commit. */
    public interface EndingListener {
        Runnable ending(Tx tx, ProxyLetter letter);
    }

    /** @param stands whether a poll is open that was opened with it: there it counts to the end */
    record Revoked(ProxyLetter letter, boolean stands) {}

    private final Database db;
    private final Clock clock;
    private final List<EndingListener> listeners = new ArrayList<>();

    public ProxyLetters(Database db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public void onEnding(EndingListener listener) {
        listeners.add(listener);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
    }

    /** By the principal at any time, or by a clerk on their word. Doing it twice revokes once. */
    Revoked revoke(int community, long id, String post) {
        List<Runnable> after = new ArrayList<>();
        Revoked revoked = db.transact(tx -> {
            ProxyLetter letter =
                    ProxyLetterStore.find(tx, community, id).orElseThrow(() -> new Refused("proxy.refused.none"));
            // The session is locked before the letter, here as everywhere: otherwise two could wait for each other.
            listeners.forEach(each -> after.add(each.ending(tx, letter)));
            ProxyLetter now = ProxyLetterStore.lock(tx, community, id).orElseThrow();
            if (now.ended() == null) {
                end(tx, now, LetterState.REVOKED, post);
            }
            return new Revoked(now, ProxyLetterStore.inUse(tx, now));
        });
        after.forEach(Runnable::run);
        return revoked;
    }

    private void end(Tx tx, ProxyLetter letter, LetterState why, String post) {
        Instant now = clock.instant();
        ProxyLetterStore.end(tx, letter, why, now);
        AuditStore.append(
                tx,
                letter.community(),
                letter.subject().chain(),
                "proxy." + why.key(),
                post,
                letter.act().encode(),
                now);
    }

    /** The principal came: the letter is over. */
    public void came(Tx tx, ProxyLetter letter) {
        end(tx, letter, LetterState.CAME, "resident");
    }

    /** In force today for this session, given by these voters or held by this person. */
    public List<ProxyLetter> concerning(Tx tx, int community, long session, List<Long> voters, long person) {
        return ProxyLetterStore.concerning(tx, community, session, voters, person, today());
    }

    /** Whether this person, who may have no vote of their own, holds a letter for this session today. */
    public boolean holds(Tx tx, int community, long session, long person) {
        return !concerning(tx, community, session, List.of(), person).isEmpty();
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
}
