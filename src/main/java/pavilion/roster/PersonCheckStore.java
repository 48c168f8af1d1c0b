package pavilion.roster;

import static pavilion.db.Times.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The check in person of an account: who did it, and who may. */
final class PersonCheckStore {
    private static final int MOST_NAMES = 10;

    /**
     * Whoever printed the invitations with which account {@code a} was set up since it was last checked: each of them could
     * have set it up. One that was issued by a command on the machine has nobody.
     */
    private static final String PRINTERS = """
            select i.issued_by from invitation i
            where i.community = a.community and i.person = a.person and a.level < 2
                and i.used_at >= coalesce(a.checked_at, '-infinity') and i.issued_by is not null
            """;

    private static final String NAMED = """
            (select coalesce(b.display_name, c.name) from person c
             left join account b on b.community = c.community and b.person = c.id
             where c.id = %s order by c.community = $1 desc limit 1)
            """;

    private PersonCheckStore() {}

    /**
     * How somebody who has an account was checked in person.
     *
     * @param by who did it last; empty if nobody did, as is the time
     * @param lapsedAt since when a new one is needed, because a new invitation gave the account a new password; null if it is not
     * @param printedBy who printed the invitations used since the last check; they do not do the next one
     * @param printedByMe whether the one who asks is among them
     */
    record PersonCheck(
            String by, @Nullable Instant at, @Nullable Instant lapsedAt, String printedBy, boolean printedByMe) {}

    static Optional<PersonCheck> find(Tx tx, int community, long person, long asking) {
        return tx.first(
                row -> new PersonCheck(
                        row.getString("checked_by"),
                        Times.of(row, "checked_at"),
                        Times.of(row, "lapsed_at"),
                        row.getString("printed_by"),
                        row.getBoolean("mine")),
                """
                select coalesce(%s, '') as checked_by, a.checked_at, a.lapsed_at,
                       coalesce(string_agg(distinct %s, ', '), '') as printed_by,
                       coalesce(bool_or(i.issued_by = $3), false) as mine
                from account a left join lateral (%s) i on true
                where a.community = $1 and a.person = $2
                group by a.community, a.person
                """.formatted(NAMED.formatted("a.checked_by"), NAMED.formatted("i.issued_by"), PRINTERS),
                community,
                person,
                asking);
    }

    /**
     * Whether somebody may vouch for others.
     *
     * @param unchecked whoever printed the invitation could have set the account up, and nobody has looked at the person since
     * @param lapsed the same of an account that was there before
     */
    record OwnCheck(boolean unchecked, boolean lapsed) {}

    static Optional<OwnCheck> own(Tx tx, int community, long person) {
        return tx.first(
                row -> new OwnCheck(row.getBoolean("unchecked"), row.getBoolean("lapsed")),
                """
                select exists (%1$s) as unchecked, a.lapsed_at is not null and exists (%1$s) as lapsed
                from account a where a.community = $1 and a.person = $2
                """.formatted(PRINTERS),
                community,
                person);
    }

    /**
     * The names of some who may check somebody today.
     *
     * @param path of the person's household; of the community for somebody without one
     */
    static List<String> checkers(Tx tx, int community, long person, String path, LocalDate today) {
        return tx.list(
                row -> row.getString(0), """
                select distinct a.display_name from role r
                join place g on g.community = r.community and g.id = r.place
                join account a on a.community = r.home and a.person = r.person
                where r.community = $1 and r.role in ('committee', 'grid_worker') and $3 like g.path || '%%'
                    and r.from_day <= $4 and coalesce(r.to_day >= $4, true)
                    and (r.home <> $1 or r.person <> $2) and not exists (%s)
                    and r.person not in (select i.issued_by from account a, lateral (%s) i
                        where a.community = $1 and a.person = $2)
                order by a.display_name limit %d
                """.formatted(PRINTERS, PRINTERS, MOST_NAMES), community, person, path, today);
    }

    /** Holds the account until the transaction ends: a new password and a check in person wait for each other. */
    static void lock(Tx tx, int community, long person) {
        tx.run("select from account where community = $1 and person = $2 for update", community, person);
    }

    /** @return false if there is no account to check */
    static boolean check(Tx tx, int community, long person, long by, String how, Instant now) {
        return tx.run("""
                        update account set level = greatest(level, 2), lapsed_at = null, checked_by = $3, checked_how = $4, checked_at = $5
                        where community = $1 and person = $2
                        """, community, person, by, how, at(now)) > 0;
    }
}
