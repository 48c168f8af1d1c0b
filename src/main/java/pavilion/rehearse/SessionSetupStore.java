package pavilion.rehearse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pavilion.audit.AuditStore;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.MatterStore;

/** Writes an invented courtyard with its households, accounts that were checked in person, sign-ins, and a called session. */
public final class SessionSetupStore {
    record PlaceId(int community, long place) {}

    record NewHousehold(long household, long person) {}

    private SessionSetupStore() {}

    static long people(Tx tx, String code) {
        return tx.first(
                        row -> row.getLong(0),
                        "select count(*) from person p join community c on c.id = p.community where c.code = $1",
                        code)
                .orElse(0L);
    }

    static Optional<PlaceId> root(Tx tx, String code) {
        return tx.first(row -> new PlaceId(row.getInteger(0), row.getLong(1)), """
                        select c.id, p.id from community c join place p on p.community = c.id and p.kind = 'community'
                        where c.code = $1
                        """, code);
    }

    static PlaceId found(Tx tx, String code, String name) {
        int community = tx.first(row -> row.getInteger(0), """
                        insert into community (id, code, name, street)
                        select (select max(id) + 1 from community), $1, $2,
                            (select id from area where kind = 'street' order by id limit 1) returning id
                        """, code, name).orElseThrow();
        long place = tx.first(row -> row.getLong(0), """
                        insert into place (community, id, kind, code, name, path)
                        select $1, n.id, 'community', $2, $3, '/' || n.id || '/' from (select nextval('ids') as id) n
                        returning id
                        """, community, code, name).orElseThrow();
        return new PlaceId(community, place);
    }

    static long courtyard(Tx tx, PlaceId root, String name) {
        return tx.first(row -> row.getLong(0), """
                        insert into place (community, id, parent, kind, code, name, path, governance)
                        select $1::int, n.id, $2::bigint, 'courtyard', 'R-' || n.id, $3::text, '/' || $2::bigint || '/' || n.id || '/', 'self'
                        from (select nextval('ids') as id) n returning id
                        """, root.community(), root.place(), name)
                .orElseThrow();
    }

    /** One household a person, each its own representative. */
    static List<NewHousehold> households(Tx tx, int community, long courtyard, String name, int many) {
        return tx.list(row -> new NewHousehold(row.getLong(0), row.getLong(1)), """
                with n as (
                    select i, nextval('ids') as house, nextval('ids') as person from generate_series(1, $4::int) i
                ), y as (
                    select code, path from place where community = $1::int and id = $2::bigint
                ), h as (
                    insert into place (community, id, parent, kind, code, name, path)
                    select $1::int, n.house, $2::bigint, 'household', y.code || '-' || lpad(n.i::text, 4, '0'),
                        $3::text || ' ' || n.i, y.path || n.house || '/' from n cross join y
                ), p as (
                    insert into person (community, id, household, name, code, adult)
                    select $1::int, n.person, n.house, $3::text || ' ' || n.i, y.code || '-' || n.i || '-1', true
                    from n cross join y
                ), r as (
                    insert into role (community, home, person, role, place, from_day)
                    select $1::int, $1::int, n.person, k.role, n.house, date '2000-01-01'
                    from n cross join (values ('resident'), ('household_rep')) k(role)
                )
                select house, person from n order by i
                """, community, courtyard, name, many);
    }

    static long moderator(Tx tx, int community, long courtyard, String name) {
        return tx.first(row -> row.getLong(0), """
                        with p as (
                            insert into person (community, name, code, adult, permanent)
                            values ($1::int, $3, 'M-' || $2::bigint, true, false) returning id
                        ), r as (
                            insert into role (community, home, person, role, place, from_day)
                            select $1::int, $1::int, id, 'moderator', $2::bigint, date '2000-01-01' from p
                        )
                        select id from p
                        """, community, courtyard, name).orElseThrow();
    }

    /** Of people who have none yet; nobody can sign in to one by a password. */
    public static void accounts(Tx tx, int community, List<Long> people, Instant now) {
        tx.run("""
                insert into account (community, person, display_name, password_hash, level, checked_at, created_at)
                select $1, p, 'bench-' || p, '-', 2, $3::timestamptz, $3::timestamptz from unnest($2::bigint[]) p
                on conflict (community, person) do update set level = 2
                """, community, people.toArray(Long[]::new), Times.at(now));
    }

    /** @param hashes of the tokens, hexadecimal */
    public static void signIns(Tx tx, int community, List<Long> people, List<String> hashes, Instant now) {
        tx.run("""
                insert into sign_in (token_hash, community, person, created_at, expires_at)
                select decode(h, 'hex'), $1, p, $4::timestamptz, $4::timestamptz + interval '1 day'
                from unnest($2::bigint[], $3::text[]) as t(p, h)
                """, community, people.toArray(Long[]::new), hashes.toArray(String[]::new), Times.at(now));
    }

    public static long matter(
            Tx tx, int community, long place, long proposer, String rule, String stage, String title, Instant now) {
        long id = tx.first(row -> row.getLong(0), """
                        with m as (
                            insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                                threshold, created_at, changed_at, request_key)
                            values ($1::int, 'BENCH-' || gen_random_uuid(), 'T1', $2, $3, $4::text, $4::text, $5, $7::text, 1,
                                $6::timestamptz, $6::timestamptz, gen_random_uuid()::text)
                            returning id
                        ), s as (
                            insert into step (community, matter, seq, to_stage, move, by_post, at)
                            select $1::int, id, 1, $7::text, 'open', 'resident', $6::timestamptz from m
                        )
                        select id from m
                        """, community, rule, place, title, proposer, Times.at(now), stage)
                .orElseThrow();
        Matter matter = MatterStore.find(tx, community, id).orElseThrow();
        AuditStore.append(
                tx,
                community,
                matter.chain(),
                "open",
                "resident",
                matter.opening().encode(),
                now);
        return id;
    }

    static long session(Tx tx, int community, long place, long matter, String title, Instant now) {
        return tx.first(row -> row.getLong(0), """
                        with s as (
                            insert into session (community, place, kind, title, starts_at, door_key)
                            values ($1::int, $2, 'courtyard', $4::text, $5::timestamptz, gen_random_uuid()::text)
                            returning id
                        ), a as (
                            insert into agenda_item (community, session, ordinal, matter, title, motion)
                            select $1::int, id, 1, $3, $4::text, $4::text from s
                        )
                        select id from s
                        """, community, place, matter, title, Times.at(now))
                .orElseThrow();
    }
}
