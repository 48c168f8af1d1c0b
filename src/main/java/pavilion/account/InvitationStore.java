package pavilion.account;

import static pavilion.db.Times.at;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;

/** The invitations. A code is kept only as its hash; a used, revoked or expired invitation lets nobody in. */
final class InvitationStore {
    private InvitationStore() {}

    /**
     * An invitation that can still be used, and for whom.
     *
     * @param household code of the household; empty for somebody without one
     * @param name display name of the account this person has already; empty if there is none
     */
    record Open(int community, long person, String personCode, String personName, String household, String name) {}

    /** Somebody an invitation is issued to. */
    record Invitee(long person, String name, String household) {}

    private static final String WHOM = """
            select i.community, i.person, p.code, p.name, coalesce(h.code, '') as household,
                   coalesce(a.display_name, '') as display_name
            from i
            join person p on p.community = i.community and p.id = i.person
            left join place h on h.community = p.community and h.id = p.household
            left join account a on a.community = i.community and a.person = i.person
            """;

    static Optional<Open> open(Tx tx, String hash, Instant now) {
        return tx.first(InvitationStore::open, """
                with i as (
                    select community, person from invitation
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
                    returning community, person
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
                row.getString("display_name"));
    }

    /**
     * Grown-ups below a place who have no account yet.
     *
     * @param representatives only the representatives of the households
     */
    static List<Invitee> invitees(Tx tx, int community, String path, boolean representatives) {
        return tx.list(
                row -> new Invitee(row.getLong("id"), row.getString("name"), row.getString("household")),
                """
                select p.id, p.name, h.code as household
                from place h join person p on p.community = h.community and p.household = h.id
                where h.community = $1 and h.path like $2 || '%' and h.kind = 'household' and p.adult
                  and not exists (select from account a where a.community = p.community and a.person = p.id)
                  and (not $3 or exists (
                      select from role r where r.community = p.community and r.person = p.id and r.home = p.community
                        and r.role = 'household_rep' and r.to_day is null))
                order by h.code, p.code
                """,
                community,
                path,
                representatives);
    }

    static Optional<Invitee> invitee(Tx tx, int community, long person) {
        return tx.first(
                row -> new Invitee(row.getLong("id"), row.getString("name"), row.getString("household")),
                """
                select p.id, p.name, coalesce(h.code, '') as household
                from person p left join place h on h.community = p.community and h.id = p.household
                where p.community = $1 and p.id = $2 and p.adult
                """,
                community,
                person);
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
                insert into invitation (community, person, code_hash, issued_by, issued_at, expires_at)
                select $1, t.person, decode(t.hash, 'hex'), $4, $5, $6
                from unnest($2::bigint[], $3::text[]) as t(person, hash)
                """, community, people, hashes, by, at(now), at(until));
    }
}
