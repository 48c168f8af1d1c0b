package pavilion.poll;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.Times;
import pavilion.db.Tx;

/**
 * What the ballot boxes have in common. One statement takes a whole batch: it locks the poll's row (so that a close waits
 * for it, and it for a close), checks that the poll is open and who is entitled, writes the ballots, the turnout count and
 * one act of the poll's chain, and tells each ballot what became of it.
 *
 * <p>A statement reads the roll as it was when it began, which may be before the lock: a ballot that went back to its principal,
 * or a voter who left, in between shows in {@code poll.roll_changes}. Then nothing is written and the batch is sent again.
 */
final class BallotStore {
    /**
     * The start of each statement: {@code e} has the ballots of entitled voters; what follows is the body of {@code ins}.
     * "limit 1" in the laterals holds the planner to one index look-up a ballot: a hash of the whole roll, which it
     * prefers on a small table, costs more than the batch itself.
     */
    static final String VOTERS = """
            with p as materialized (
                select undo_minutes, roll_changes, session from poll
                where community = $1 and id = $2 and state = 'open' and not by_hands and (closes_at is null or closes_at > $3)
                for no key update
            ), st as materialized (
                select o.roll_changes <> p.roll_changes as stale,
                    coalesce((select s.remote from session s where s.community = $1 and s.id = p.session), false) as remote
                from p join poll o on o.community = $1 and o.id = $2
            ), v as (
                select * from unnest($4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
                    as t(voter, person, choice, key, receipt, channel)
            ), e as (
                select v.*, n.gone, n.present and (not n.gone or (select remote from st)) as present
                from v cross join lateral (
                    select e.present, e.person, e.left_at is not null as gone from entitlement e
                    where e.community = $1 and e.poll = $2 and e.voter = v.voter limit 1
                ) n where n.person is not distinct from nullif(v.person, 0) and (select stale from st) is not true
            ), ins as (
            """;
    /**
     * Needs {@code ins} with voter, receipt and fresh; what follows is the table where an earlier ballot stands. The act's
     * hash is made in the statement, by the same formula as {@link pavilion.audit.Chain}: one round trip, not two.
     */
    static final String RECORD = """
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
                coalesce(e.present, false) as present, coalesce(e.gone, false) as gone,
                coalesce((select stale from st), false) as stale, ins.receipt, ins.fresh,
                old.receipt as old_receipt, old.request_key as old_key
            from v left join e using (voter) left join ins using (voter)
            left join lateral (select o.receipt, o.request_key from\s""";
    /** The end of each statement. */
    static final String EARLIER =
            " o where o.community = $1 and o.poll = $2 and o.voter = v.voter limit 1) old on true";

    private BallotStore() {}

    /** @param statement of a ballot box: {@link #VOTERS}, what it writes, {@link #RECORD}, its table, {@link #EARLIER} */
    static Future<List<CastResult>> cast(
            Database db, String statement, int community, long poll, List<SubmittedBallot> batch, Instant now) {
        Tuple args = Tuple.of(community, poll, Times.at(now))
                .addArrayOfLong(batch.stream().map(SubmittedBallot::voter).toArray(Long[]::new))
                .addArrayOfLong(batch.stream().map(SubmittedBallot::person).toArray(Long[]::new))
                .addArrayOfString(batch.stream().map(SubmittedBallot::choice).toArray(String[]::new))
                .addArrayOfString(batch.stream().map(SubmittedBallot::key).toArray(String[]::new))
                .addArrayOfString(batch.stream().map(SubmittedBallot::receipt).toArray(String[]::new))
                .addArrayOfString(
                        batch.stream().map(each -> each.channel().stored()).toArray(String[]::new))
                .addLong(now.toEpochMilli())
                .addString(Poll.chain(poll));
        return db.intake(statement, args).compose(rows -> {
            Map<Long, Row> byVoter = new HashMap<>();
            rows.forEach(row -> byVoter.put(row.getLong("voter"), row));
            if (byVoter.values().stream().anyMatch(row -> row.getBoolean("stale"))) {
                return cast(db, statement, community, poll, batch, now);
            }
            List<CastResult> results = new ArrayList<>(batch.size());
            for (SubmittedBallot ballot : batch) {
                results.add(result(ballot, byVoter.get(ballot.voter())));
            }
            return Future.succeededFuture(results);
        });
    }

    private static CastResult result(SubmittedBallot ballot, @Nullable Row row) {
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
            boolean same = ballot.key().equals(row.getString("old_key"));
            CastResult.Result other = row.getBoolean("open") ? CastResult.Result.ALREADY : CastResult.Result.LATE;
            return new CastResult(same ? CastResult.Result.REPEATED : other, old);
        }
        if (!row.getBoolean("open")) {
            return new CastResult(CastResult.Result.CLOSED, null);
        }
        // Not written although open: not present, or another server wrote it in this very moment.
        CastResult.Result away = row.getBoolean("gone") ? CastResult.Result.LEFT : CastResult.Result.NOT_PRESENT;
        return new CastResult(row.getBoolean("present") ? CastResult.Result.ALREADY : away, null);
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
