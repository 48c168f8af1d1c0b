package pavilion.account;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/** The accounts: names, password hashes, and how each person was checked. */
final class AccountStore {
    private AccountStore() {}

    /**
     * An account that somebody tries to sign in to.
     *
     * @param known whether it was signed in before with the browser that tries
     */
    record Attempt(int community, long person, String passwordHash, boolean known) {
        /** What its tries are counted for, however the name was written. */
        String subject() {
            return "account/" + community + "/" + person;
        }

        String mark(SignInOrigin from) {
            return SignInOrigin.mark(from.browser(), community, person);
        }
    }

    /** @param browser of {@link SignInOrigin}; its mark is {@link SignInOrigin#mark}, computed in the same query */
    static Optional<Attempt> attempt(Tx tx, String name, String browser, Instant now) {
        return tx.first(
                row -> new Attempt(
                        row.getInteger("community"),
                        row.getLong("person"),
                        row.getString("password_hash"),
                        row.getBoolean("known")),
                """
                select a.community, a.person, a.password_hash, exists (
                        select from known_browser k where k.expires_at > $3 and k.mark =
                            sha256(convert_to($2 || '/' || a.community || '/' || a.person, 'UTF8'))) as known
                from account a where lower(a.display_name) = lower($1)
                """,
                name,
                browser,
                Times.at(now));
    }

    /**
     * Makes the account, or gives an existing one a new name and password; its check in person has lapsed then.
     *
     * @return whether the account was there before
     * @throws Refused if the name is taken
     */
    static boolean setUp(Tx tx, int community, long person, String name, String passwordHash, Instant now) {
        try {
            return tx.first(row -> row.getBoolean("before"), """
                            insert into account (community, person, display_name, password_hash, created_at)
                            values ($1, $2, $3, $4, $5)
                            on conflict (community, person) do update
                                set display_name = excluded.display_name, password_hash = excluded.password_hash,
                                    level = 1, lapsed_at = excluded.created_at
                            returning xmax <> 0 as before
                            """, community, person, name, passwordHash, Times.at(now))
                    .orElseThrow();
        } catch (PgException e) {
            if ("account_name".equals(e.getConstraint())) {
                throw new Refused("roster.set-up.name-taken");
            }
            throw e;
        }
    }

    /**
     * What the settings page tells about an account.
     *
     * @param code of the person on the roll
     * @param devices browsers that are signed in now
     * @param level 1 = account, 2 = checked in person
     * @param checkedHow "counter", "visit" or "neighbours"; empty before the check
     */
    record Profile(
            String name,
            String code,
            String household,
            long devices,
            int level,
            String checkedHow,
            Instant checkedAt) {}

    static Optional<Profile> profile(Tx tx, int community, long person, Instant now) {
        return tx.first(AccountStore::profile, """
                select p.name, p.code, coalesce(h.code, '') as household, a.level,
                       coalesce(a.checked_how, '') as checked_how, coalesce(a.checked_at, a.created_at) as checked_at,
                       (select count(*) from sign_in s where s.community = a.community and s.person = a.person
                                                        and s.expires_at > $3) as devices
                from account a
                join person p on p.community = a.community and p.id = a.person
                left join place h on h.community = p.community and h.id = p.household
                where a.community = $1 and a.person = $2
                """, community, person, Times.at(now));
    }

    private static Profile profile(Row row) {
        return new Profile(
                row.getString("name"),
                row.getString("code"),
                row.getString("household"),
                row.getLong("devices"),
                row.getInteger("level"),
                row.getString("checked_how"),
                row.getOffsetDateTime("checked_at").toInstant());
    }
}
