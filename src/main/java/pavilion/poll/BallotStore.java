package pavilion.poll;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.audit.PublishedBallot;
import pavilion.db.Database;
import pavilion.db.Times;
import pavilion.db.Tx;

/**
 * The urn. One statement takes a whole batch: it locks the poll's row (so that a close waits for it, and it for a close),
 * checks that the poll is open and who is entitled, writes the ballots, the turnout count and one act of the poll's chain,
 * and tells each ballot what became of it. Asynchronous, because the intake runs on event loops.
 */
final class BallotStore {
    // "limit 1" in the laterals holds the planner to one index look-up a ballot: a hash of the whole roll, which it
    // likes
    // better on a small table, costs more than the batch itself.
    private static final String WHO = """
            with p as materialized (
                select undo_minutes from poll
                where community = $1 and id = $2 and state = 'open' and not by_hands and (closes_at is null or closes_at > $3)
                for no key update
            ), v as (
                select * from unnest($4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
                    as t(voter, person, choice, key, receipt, channel)
            ), e as (
                select v.*, n.present from v cross join lateral (
                    select e.present, e.person from entitlement e
                    where e.community = $1 and e.poll = $2 and e.voter = v.voter limit 1
                ) n where n.person is not distinct from nullif(v.person, 0)
            ), ins as (
            """;
    private static final String NAMED = """
                insert into ballot as b (community, poll, voter, choice, receipt, request_key, channel, at)
                select $1, $2, e.voter, e.choice, e.receipt, e.key, e.channel, $3 from e cross join p where e.present
                on conflict (community, poll, voter) do update
                    set choice = excluded.choice, request_key = excluded.request_key
                    where b.request_key <> excluded.request_key and b.channel = 'phone' and excluded.channel = 'phone'
                        and b.at + make_interval(mins => (select undo_minutes from p)) > $3
                returning b.voter, b.receipt, (b.xmax = 0) as fresh
            ),
            """;
    // The two rows of a secret ballot share nothing but their transaction. So that the transaction does not tell whose
    // it
    // is while the poll is open, some of the ballots already there are taken out and put in again with the new ones; at
    // the close the whole box is. An id is random: those beside a random id are a random choice.
    private static final String SECRET = """
                insert into turnout as b (community, poll, voter, receipt, request_key)
                select $1, $2, e.voter, e.receipt, e.key from e cross join p where e.present
                on conflict (community, poll, voter) do nothing
                returning b.voter, b.receipt, true as fresh
            ), at as materialized (
                select gen_random_uuid() as id from p
            ), stirred as (
                delete from secret_ballot s using (
                    (select o.id from secret_ballot o where o.community = $1 and o.poll = $2 and o.id >= (select id from at)
                        order by o.id limit greatest(0, 32 - cardinality($4::bigint[])))
                    union all
                    (select o.id from secret_ballot o where o.community = $1 and o.poll = $2 and o.id < (select id from at)
                        order by o.id desc limit greatest(0, 32 - cardinality($4::bigint[])))
                    limit greatest(0, 32 - cardinality($4::bigint[]))
                ) near where s.community = $1 and s.poll = $2 and s.id = near.id
                returning s.choice
            ), box as (
                insert into secret_ballot (community, poll, id, choice)
                select $1, $2, gen_random_uuid(), c.choice from (
                    select e.choice from ins join e using (voter) union all select choice from stirred
                ) c order by random()
            ),
            """;
    // The act's hash is made in the statement, by the same formula as pavilion.audit.Act: one round trip, not two.
    private static final String REST = """
            agg as (
                select count(*) filter (where fresh) as fresh, count(*) as n,
                    '{"ballots":' || coalesce(json_agg(receipt order by receipt)::text, '[]') || '}' as payload
                from ins
            ), head as (
                select seq + 1 as seq, hash from chain_head
                where community = $1 and chain = $11 and (select n from agg) > 0 for update
            ), aud as (
                insert into audit (community, chain, seq, at_ms, act, by_post, payload, previous, hash)
                select $1, $11, head.seq, $10, 'poll.ballots', 'pavilion', agg.payload, head.hash,
                    encode(sha256(convert_to(head.hash || E'\\n' || head.seq || E'\\n' || $10::bigint || E'\\npoll.ballots\\npavilion\\n'
                        || agg.payload, 'UTF8')), 'hex')
                from head cross join agg
                returning seq, hash
            ), hd as (
                update chain_head c set seq = aud.seq, hash = aud.hash from aud where c.community = $1 and c.chain = $11
            ), up as (
                update poll set cast_count = cast_count + agg.fresh, version = version + 1 from agg
                where community = $1 and id = $2 and agg.n > 0
            )
            select v.voter, exists (select 1 from p) as open, e.voter is not null as entitled,
                coalesce(e.present, false) as present, ins.receipt, ins.fresh,
                old.receipt as old_receipt, old.request_key as old_key
            from v left join e using (voter) left join ins using (voter)
            left join lateral (select o.receipt, o.request_key from\s""";
    private static final String END =
            " o where o.community = $1 and o.poll = $2 and o.voter = v.voter limit 1) old on true";
    private static final String CAST_NAMED = WHO + NAMED + REST + "ballot" + END;
    private static final String CAST_SECRET = WHO + SECRET + REST + "turnout" + END;

    private BallotStore() {}

    /** @param batch at most one ballot a voter; the result has one entry a ballot, in order, after the commit */
    static Future<List<CastResult>> cast(
            Database db, int community, long poll, boolean secret, List<SubmittedBallot> batch, Instant now) {
        Pool pool = db.intake();
        Tuple args = Tuple.of(community, poll, Times.at(now))
                .addArrayOfLong(batch.stream().map(SubmittedBallot::voter).toArray(Long[]::new))
                .addArrayOfLong(batch.stream().map(SubmittedBallot::person).toArray(Long[]::new))
                .addArrayOfString(batch.stream().map(SubmittedBallot::choice).toArray(String[]::new))
                .addArrayOfString(batch.stream().map(SubmittedBallot::key).toArray(String[]::new))
                .addArrayOfString(batch.stream().map(SubmittedBallot::receipt).toArray(String[]::new))
                .addArrayOfString(batch.stream().map(SubmittedBallot::channel).toArray(String[]::new))
                .addLong(now.toEpochMilli())
                .addString(Poll.chain(poll));
        return pool.preparedQuery(secret ? CAST_SECRET : CAST_NAMED)
                .execute(args)
                .map(rows -> {
                    Map<Long, Row> byVoter = new HashMap<>();
                    rows.forEach(row -> byVoter.put(row.getLong("voter"), row));
                    List<CastResult> results = new ArrayList<>();
                    for (SubmittedBallot cast : batch) {
                        results.add(result(cast, byVoter.get(cast.voter())));
                    }
                    return results;
                });
    }

    private static CastResult result(SubmittedBallot cast, @Nullable Row row) {
        if (row == null || !row.getBoolean("entitled")) {
            return new CastResult(CastResult.Result.NOT_ENTITLED, null);
        }
        String receipt = row.getString("receipt");
        if (receipt != null) {
            boolean fresh = row.getBoolean("fresh");
            return new CastResult(fresh ? CastResult.Result.COUNTED : CastResult.Result.CHANGED, receipt);
        }
        String old = row.getString("old_receipt");
        if (old != null) {
            boolean same = cast.key().equals(row.getString("old_key"));
            CastResult.Result other = row.getBoolean("open") ? CastResult.Result.ALREADY : CastResult.Result.LATE;
            return new CastResult(same ? CastResult.Result.REPEATED : other, old);
        }
        if (!row.getBoolean("open")) {
            return new CastResult(CastResult.Result.CLOSED, null);
        }
        // Not written although open: not in the room, or another node wrote it in this very moment.
        return new CastResult(
                row.getBoolean("present") ? CastResult.Result.ALREADY : CastResult.Result.NOT_PRESENT, null);
    }

    /** What a person's voters have cast: the choice only where the poll is named. */
    record Standing(
            long voter,
            String receipt,
            @Nullable String choice,
            @Nullable Instant at) {}

    static List<Standing> standing(Tx tx, Poll poll, long person) {
        String sql = poll.secret() ? """
                  select t.voter, t.receipt, null::text as choice, null::timestamptz as at from turnout t
                  join entitlement e using (community, poll, voter) where t.community = $1 and t.poll = $2 and e.person = $3
                  """ : """
                  select b.voter, b.receipt, b.choice, b.at from ballot b
                  join entitlement e using (community, poll, voter) where b.community = $1 and b.poll = $2 and e.person = $3
                  """;
        return tx.list(BallotStore::standing, sql, poll.community(), poll.id(), person);
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.getLong("voter"), row.getString("receipt"), row.getString("choice"), Times.of(row, "at"));
    }

    /** For the scrutineers of a named poll: who answered what. */
    record Line(String label, String choice, String receipt, String said) {}

    static List<Line> lines(Tx tx, Poll poll) {
        return tx.list(
                row -> new Line(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        OptionSetView.said(poll, row.getString(1))),
                """
                select e.label, b.choice, b.receipt from ballot b join entitlement e using (community, poll, voter)
                where b.community = $1 and b.poll = $2 order by e.label
                """,
                poll.community(),
                poll.id());
    }

    /** The box as it is published: a receipt (or, secret, a number of its own) and a choice, sorted. */
    static List<PublishedBallot> box(Tx tx, Poll poll) {
        String sql = poll.secret()
                ? "select id::text as receipt, choice, 0::bigint as area_c, 1 as heads from secret_ballot where community = $1 and poll = $2 order by id"
                : """
                  select b.receipt, b.choice, e.area_c, e.heads from ballot b join entitlement e using (community, poll, voter)
                  where b.community = $1 and b.poll = $2 order by b.receipt collate "C"
                  """;
        return tx.list(
                row -> new PublishedBallot(row.getString(0), row.getString(1), row.getLong(2), row.getInteger(3)),
                sql,
                poll.community(),
                poll.id());
    }

    /** Every secret row is written anew in random order with a new number, by the closing transaction alone. */
    static void shuffle(Tx tx, Poll poll) {
        tx.run("""
                with taken as (
                    delete from secret_ballot where community = $1 and poll = $2 returning choice
                )
                insert into secret_ballot (community, poll, id, choice)
                select $1, $2, gen_random_uuid(), choice from taken order by random()
                """, poll.community(), poll.id());
    }

    /** Where a receipt stands: its poll, and nothing of the choice. */
    static Optional<JsonObject> receipt(Tx tx, int community, String receipt) {
        return tx.first(
                row -> new JsonObject().put("poll", row.getLong(0)).put("state", row.getString(1)),
                """
                select p.id, p.state from poll p join (
                    select community, poll from ballot where community = $1 and receipt = $2
                    union all select community, poll from turnout where community = $1 and receipt = $2
                ) b on b.community = p.community and b.poll = p.id
                """,
                community,
                receipt);
    }
}
