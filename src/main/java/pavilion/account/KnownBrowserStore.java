package pavilion.account;

import java.time.Instant;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The browsers in which people were signed in before. */
final class KnownBrowserStore {
    private KnownBrowserStore() {}

    /** Adds a browser, or keeps it longer, and removes this person's expired ones. */
    static void remember(Tx tx, String browser, int community, long person, Instant now, Instant until) {
        tx.run(
                "delete from known_browser where community = $1 and person = $2 and expires_at <= $3",
                community,
                person,
                Times.at(now));
        tx.run("""
                insert into known_browser (mark, community, person, expires_at) values (decode($1, 'hex'), $2, $3, $4)
                on conflict (mark) do update set expires_at = excluded.expires_at
                """, SignInOrigin.mark(browser, community, person), community, person, Times.at(until));
    }

    static void removeAll(Tx tx, int community, long person) {
        tx.run("delete from known_browser where community = $1 and person = $2", community, person);
    }
}
