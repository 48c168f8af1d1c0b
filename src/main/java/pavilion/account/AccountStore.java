package pavilion.account;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/** The accounts: names, password hashes, failed attempts, and how each person was checked. */
final class AccountStore {
    private AccountStore() {}

    /** An account that may still try, and the hash its password is compared with. */
    record Attempt(int community, long person, String passwordHash) {}

    /** Uses up one attempt of this account; empty while it is locked, and for a name that no account has. */
    static Optional<Attempt> attempt(Tx tx, String name, int most, Duration lock, Instant now) {
        return tx.first(
                row -> new Attempt(row.getInteger("community"), row.getLong("person"), row.getString("password_hash")),
                """
                update account set
                    failures = case when locked_until is null then failures + 1 else 1 end,
                    locked_until = case when locked_until is null and failures + 1 >= $2 then $3::timestamptz end
                where lower(display_name) = lower($1) and (locked_until is null or locked_until <= $4)
                returning community, person, password_hash
                """,
                name,
                most,
                Times.at(now.plus(lock)),
                Times.at(now));
    }

    /** Forgets the failed attempts. */
    static void resetFailures(Tx tx, int community, long person) {
        tx.run(
                "update account set failures = 0, locked_until = null where community = $1 and person = $2",
                community,
                person);
    }

    /**
     * Makes the account, or gives an existing one a new name and password and unlocks it.
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
                                    failures = 0, locked_until = null
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
