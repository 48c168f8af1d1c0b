package pavilion.account;

import java.time.Instant;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.rules.Sha256;

/** The tries of passwords, counted before the password is looked at, so that sending many at once gains nothing. */
final class SignInTryStore {
    private SignInTryStore() {}

    /** @return when the next try is free, if this one is not; a try that has to wait does not make the wait longer */
    static Optional<Instant> take(Tx tx, TryLimit limit, String subject, Instant now) {
        String key = key(limit, subject);
        int taken = tx.run(
                """
                insert into sign_in_try as t (subject, tries, free_at, forget_at)
                values (decode($1, 'hex'), 1, $2::timestamptz, $6)
                on conflict (subject) do update set
                    tries = case when t.forget_at <= $2 then 1 else t.tries + 1 end,
                    free_at = $2::timestamptz + case when t.forget_at > $2 and t.tries + 1 >= $3
                        then least($5::float8, $4::float8 * 2 ^ least(t.tries + 1 - $3, 30)) * interval '1 second'
                        else interval '0' end,
                    forget_at = excluded.forget_at
                where t.free_at <= $2
                """,
                key,
                Times.at(now),
                limit.free,
                (double) limit.first.toSeconds(),
                (double) limit.longest.toSeconds(),
                Times.at(now.plus(TryLimit.KEPT)));
        return taken > 0
                ? Optional.empty()
                : tx.first(
                        row -> row.getOffsetDateTime("free_at").toInstant(),
                        "select free_at from sign_in_try where subject = decode($1, 'hex')",
                        key);
    }

    /** The right password: its tries are forgotten. */
    static void forget(Tx tx, TryLimit limit, String subject) {
        tx.run("delete from sign_in_try where subject = decode($1, 'hex')", key(limit, subject));
    }

    /** The right password: its own try is given back, those of others stay. */
    static void giveBack(Tx tx, TryLimit limit, String subject, Instant now) {
        tx.run(
                "update sign_in_try set tries = greatest(tries - 1, 0), free_at = $2 where subject = decode($1, 'hex')",
                key(limit, subject),
                Times.at(now));
    }

    /** Removes some of the tries that count no more. */
    static void tidy(Tx tx, Instant now) {
        tx.run("""
                delete from sign_in_try where subject in (
                    select subject from sign_in_try where forget_at <= $1 limit 100 for update skip locked)
                """, Times.at(now));
    }

    private static String key(TryLimit limit, String subject) {
        return Sha256.of(limit.name() + "\n" + subject);
    }
}
