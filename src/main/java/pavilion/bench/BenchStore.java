package pavilion.bench;

import java.time.Instant;
import java.util.List;
import pavilion.db.Times;
import pavilion.db.Tx;

/** What the measured polls need (households, matters, a session), and what is counted afterwards. */
final class BenchStore {
    record Household(long voter, String label, long person) {}

    private BenchStore() {}

    record Home(int id, String code, long place) {}

    /** The community with the most households. */
    static Home largest(Tx tx) {
        return tx.first(row -> new Home(row.getInteger(0), row.getString(1), row.getLong(2)), """
                        select c.id, c.code, p.id from community c
                        join place p on p.community = c.id and p.kind = 'community'
                        order by (select count(*) from place h where h.community = c.id and h.kind = 'household') desc limit 1
                        """)
                .orElseThrow();
    }

    static List<Household> households(Tx tx, int community, int most) {
        return tx.list(row -> new Household(row.getLong(0), row.getString(1), row.getLong(2)), """
                select h.id, h.code, r.person from place h
                join role r on r.community = h.community and r.place = h.id and r.role = 'household_rep' and r.to_day is null
                where h.community = $1 and h.kind = 'household' order by h.id limit $2
                """, community, most);
    }

    /** Matters at all places, until the community has {@code most}: the size the pages are held to. */
    static void fillMatters(Tx tx, int community, long proposer, int most, Instant now) {
        tx.run("""
                with m as (
                    insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                        threshold, created_at, changed_at, request_key)
                    select $1::int, 'BENCH-' || n, 'T1', 'yard.consult', p.id, p.name || n, repeat(p.name || ' ', 40), $2,
                        'propose', 5, $4::timestamptz, $4::timestamptz - make_interval(hours => n::int), 'bench-' || n
                    from generate_series(1, $3 - (select count(*)::int from matter where community = $1)) n
                    cross join lateral (
                        select id, name from place where community = $1 and kind = 'courtyard'
                        order by id offset n % 108 limit 1
                    ) p
                    returning id
                )
                insert into step (community, matter, seq, to_stage, move, by_post, at)
                select $1::int, id, 1, 'propose', 'open', 'resident', $4::timestamptz from m
                """, community, proposer, most, Times.at(now));
    }

    static long session(Tx tx, Home home, long matter, String title, int members, Instant now) {
        return tx.first(row -> row.getLong(0), """
                        with s as (
                            insert into session (community, place, kind, title, starts_at, state, door_key, opened_at, members)
                            values ($1::int, $2, 'courtyard', $4::text, $6::timestamptz, 'open', gen_random_uuid()::text, $6::timestamptz, $5)
                            returning id
                        ), a as (
                            insert into agenda_item (community, session, ordinal, matter, title, motion)
                            select $1::int, id, 1, $3, $4::text, $4::text from s
                        )
                        select id from s
                        """, home.id(), home.place(), matter, title, members, Times.at(now))
                .orElseThrow();
    }

    /** The three counts that must be one: the poll's own, who took part, what is in the ballot box. */
    record Counts(int cast, int turnout, int ballots) {
        boolean agree(int expected) {
            return cast == expected && turnout == expected && ballots == expected;
        }
    }

    static Counts counts(Tx tx, int community, long poll, boolean secret) {
        String turnout = secret ? "turnout" : "ballot";
        String box = secret ? "secret_ballot" : "ballot";
        return tx.first(
                        row -> new Counts(row.getInteger(0), row.getInteger(1), row.getInteger(2)),
                        "select cast_count, (select count(distinct voter) from " + turnout
                                + " where community = $1 and poll = $2)::int, (select count(*) from " + box
                                + " where community = $1 and poll = $2)::int from poll where community = $1 and id = $2",
                        community,
                        poll)
                .orElseThrow();
    }

    static String version(Tx tx) {
        return tx.first(row -> row.getString(0), "select current_setting('server_version')")
                .orElseThrow();
    }

    /** fsync and synchronous_commit, as the server says itself. */
    static String durability(Tx tx) {
        return tx.first(
                        row -> "fsync " + row.getString(0) + ", synchronous_commit " + row.getString(1),
                        "select current_setting('fsync'), current_setting('synchronous_commit')")
                .orElseThrow();
    }
}
