package pavilion.account;

import static pavilion.db.Times.at;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The invitations. A code is kept only as its hash; a used, revoked or expired invitation lets nobody in. */
final class InvitationStore {
    private InvitationStore() {}

    /**
     * An invitation that can still be used, and for whom.
     *
     * @param household code of the household; empty for somebody without one
     * @param name display name of the account this person has already; empty if there is none
     * @param printedBy code of who printed it; empty where it was issued by a command on the machine
     */
    record Open(
            int community,
            long person,
            String personCode,
            String personName,
            String household,
            String name,
            String printedBy) {}

    /** Somebody an invitation is issued to. */
    record Invitee(long person, String code, String name, String household) {}

    private static Invitee invitee(Row row) {
        return new Invitee(row.getLong("id"), row.getString("code"), row.getString("name"), row.getString("household"));
    }

    private static final String WHOM = """
            select i.community, i.person, p.code, p.name, coalesce(h.code, '') as household,
                   coalesce(a.display_name, '') as display_name,
                   coalesce((select c.code from person c where c.id = i.issued_by
                             order by c.community = i.community desc limit 1), '') as printed_by
            from i
            join person p on p.community = i.community and p.id = i.person
            left join place h on h.community = p.community and h.id = p.household
            left join account a on a.community = i.community and a.person = i.person
            """;

    static Optional<Open> open(Tx tx, String hash, Instant now) {
        return tx.first(InvitationStore::open, """
                with i as (
                    select community, person, issued_by from invitation
                    where code_hash = decode($1, 'hex') and used_at is null and revoked_at is null and expires_at > $2
                )
                """ + WHOM, hash, at(now));
    }

    /** One statement decides: of two browsers with the same code, one gets the row. */
    static Optional<Open> use(Tx tx, String hash, Instant now) {
        return tx.first(InvitationStore::open, """
                with i as (
                    update invitation set used_at = $2
                    where code_hash = decode($1, 'hex') and used_at is null and revoked_at is null and expires_at > $2
                    returning community, person, issued_by
                )
                """ + WHOM, hash, at(now));
    }

    private static Open open(Row row) {
        return new Open(
                row.getInteger("community"),
                row.getLong("person"),
                row.getString("code"),
                row.getString("name"),
                row.getString("household"),
                row.getString("display_name"),
                row.getString("printed_by"));
    }

    /** Those printed since then for somebody who had an account, and those that ended the check in person. */
    static List<Reprints.Reprint> again(Tx tx, int community, long person, Instant since) {
        return tx.list(
                row -> new Reprints.Reprint(
                        row.getString("printed_by"),
                        row.getOffsetDateTime("issued_at").toInstant(),
                        Times.of(row, "used_at"),
                        row.getBoolean("lapsed")),
                """
                select i.issued_at, i.used_at, a.lapsed_at is not null as lapsed,
                       coalesce((select coalesce(b.display_name, c.name) from person c
                                 left join account b on b.community = c.community and b.person = c.id
                                 where c.id = i.issued_by order by c.community = $1 desc limit 1), '') as printed_by
                from invitation i join account a on a.community = i.community and a.person = i.person
                where i.community = $1 and i.person = $2 and i.again and (i.issued_at >= $3 or i.used_at = a.lapsed_at)
                order by i.issued_at desc, i.id desc limit 3
                """,
                community,
                person,
                at(since));
    }

    /**
     * Grown-ups below a place who have no account yet.
     *
     * @param representatives only the representatives of the households
     */
    static List<Invitee> invitees(Tx tx, int community, String path, boolean representatives) {
        return tx.list(InvitationStore::invitee, """
                select p.id, p.code, p.name, h.code as household
                from place h join person p on p.community = h.community and p.household = h.id
                where h.community = $1 and h.path like $2 || '%' and h.kind = 'household' and p.adult
                  and not exists (select from account a where a.community = p.community and a.person = p.id)
                  and (not $3 or exists (
                      select from role r where r.community = p.community and r.person = p.id and r.home = p.community
                        and r.role = 'household_rep' and r.to_day is null))
                order by h.code, p.code
                """, community, path, representatives);
    }

    /**
     * The names, of people and households, that invitations below these places would bear and that hold more than the common Chinese
     * characters and ASCII: few of many thousand.
     *
     * @param paths of places
     */
    static List<String> unusualNames(Tx tx, int community, List<String> paths) {
        return tx.list(
                row -> row.getString(0),
                """
                select distinct p.name from place h join person p on p.community = h.community and p.household = h.id
                where h.community = $1 and h.path like any ($2) and h.kind = 'household' and p.adult
                  and not exists (select from account a where a.community = p.community and a.person = p.id)
                  and p.name ~ '[^\\u4e00-\\u9fa5 -~]'
                order by p.name
                """,
                community,
                paths.stream().map(path -> path + "%").toArray(String[]::new));
    }

    static Optional<Invitee> invitee(Tx tx, int community, long person) {
        return tx.first(InvitationStore::invitee, """
                select p.id, p.code, p.name, coalesce(h.code, '') as household
                from person p left join place h on h.community = p.community and h.id = p.household
                where p.community = $1 and p.id = $2 and p.adult
                """, community, person);
    }

    /** Whoever invites one of these people at the same moment waits until this transaction is over. */
    static void lock(Tx tx, int community, Long[] people) {
        tx.run(
                "select from person where community = $1 and id = any($2::bigint[]) order by id for no key update",
                community,
                people);
    }

    /** @return how many could still be used */
    static int revoke(Tx tx, int community, Long[] people, Instant now) {
        return tx.run("""
                update invitation set revoked_at = $3
                where community = $1 and person = any($2::bigint[]) and used_at is null and revoked_at is null
                """, community, people, at(now));
    }

    /** @param by the person who printed it; null if it was issued by a command on the machine */
    static void issue(
            Tx tx, int community, Long[] people, String[] hashes, @Nullable Long by, Instant now, Instant until) {
        tx.run("""
                insert into invitation (community, person, code_hash, issued_by, issued_at, expires_at, again)
                select $1, t.person, decode(t.hash, 'hex'), $4, $5, $6,
                       exists (select from account a where a.community = $1 and a.person = t.person)
                from unnest($2::bigint[], $3::text[]) as t(person, hash)
                """, community, people, hashes, by, at(now), at(until));
    }
}
