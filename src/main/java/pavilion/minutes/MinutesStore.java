package pavilion.minutes;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Times;
import pavilion.db.Tx;

/**
 * The tables {@code minutes}, {@code minutes_point}, {@code minutes_answer}, {@code minutes_correction} and
 * {@code minutes_addition}.
 */
final class MinutesStore {
    private MinutesStore() {}

    static Minutes find(Tx tx, int community, long session) {
        return tx.first(
                        MinutesStore::minutes,
                        "select * from minutes where community = $1 and session = $2",
                        community,
                        session)
                .orElse(Minutes.NONE);
    }

    /** Creates them if there are none; nobody else changes them before this transaction ends. */
    static Minutes lock(Tx tx, int community, long session) {
        tx.run("insert into minutes (community, session) values ($1, $2) on conflict do nothing", community, session);
        return tx.first(
                        MinutesStore::minutes,
                        "select * from minutes where community = $1 and session = $2 for update",
                        community,
                        session)
                .orElseThrow();
    }

    static void write(Tx tx, int community, long session, String remark, Map<Long, String> points) {
        tx.run(
                "update minutes set remark = $3, version = version + 1 where community = $1 and session = $2",
                community,
                session,
                remark);
        points.forEach((item, text) -> tx.run("""
                        insert into minutes_point (community, session, item, points) values ($1, $2, $3, $4)
                        on conflict (community, session, item) do update set points = excluded.points
                        """, community, session, item, text));
    }

    static Map<Long, String> points(Tx tx, int community, long session) {
        Map<Long, String> points = new HashMap<>();
        tx.list(
                        row -> Map.entry(row.getLong("item"), row.getString("points")),
                        "select item, points from minutes_point where community = $1 and session = $2",
                        community,
                        session)
                .forEach(each -> points.put(each.getKey(), each.getValue()));
        return points;
    }

    static void submit(Tx tx, int community, long session, JsonObject text, String sha256, Instant now) {
        tx.run("""
                update minutes set state = 'put', paper = $3, sha256 = $4, put_at = $5, version = version + 1
                where community = $1 and session = $2
                """, community, session, text.encode(), sha256, Times.at(now));
    }

    /** What those present wrote about the text that was put, with what is answered to it. */
    static void keepCorrections(Tx tx, int community, long session, String answer, String post, Instant now) {
        tx.run("""
                insert into minutes_correction (community, session, label, text, answer, post, at)
                select community, session, label, remark, $3, $4, $5 from minutes_answer
                where community = $1 and session = $2 and remark <> '' order by at, voter
                """, community, session, answer, post, Times.at(now));
    }

    /** @param answer of whoever keeps the minutes, empty if there was none */
    record Correction(String label, String text, String answer, String post, Instant at) {}

    static List<Correction> corrections(Tx tx, int community, long session) {
        return tx.list(
                row -> new Correction(
                        row.getString("label"),
                        row.getString("text"),
                        row.getString("answer"),
                        row.getString("post"),
                        row.getOffsetDateTime("at").toInstant()),
                "select * from minutes_correction where community = $1 and session = $2 order by id",
                community,
                session);
    }

    static void takeBack(Tx tx, int community, long session) {
        tx.run("delete from minutes_answer where community = $1 and session = $2", community, session);
        tx.run("""
                update minutes set state = 'draft', paper = null, sha256 = null, put_at = null, version = version + 1
                where community = $1 and session = $2
                """, community, session);
    }

    static void approve(Tx tx, int community, long session, int agreed, int asked, Instant now) {
        tx.run("""
                update minutes set state = 'approved', agreed = $3, asked = $4, approved_at = $5, version = version + 1
                where community = $1 and session = $2
                """, community, session, agreed, asked, Times.at(now));
    }

    static void answer(
            Tx tx, int community, long session, long voter, String label, boolean agrees, String remark, Instant now) {
        tx.run("""
                insert into minutes_answer (community, session, voter, label, agrees, remark, at)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (community, session, voter)
                    do update set agrees = excluded.agrees, remark = excluded.remark, at = excluded.at
                """, community, session, voter, label, agrees, remark, Times.at(now));
    }

    record ApprovalAnswer(long voter, String label, boolean agrees, String remark) {}

    static List<ApprovalAnswer> answers(Tx tx, int community, long session) {
        return tx.list(
                row -> new ApprovalAnswer(
                        row.getLong("voter"),
                        row.getString("label"),
                        row.getBoolean("agrees"),
                        row.getString("remark")),
                "select * from minutes_answer where community = $1 and session = $2 order by at, voter",
                community,
                session);
    }

    /** @return whether it is new: what is sent twice is added once */
    static boolean add(Tx tx, int community, long session, String text, String post, String key, Instant now) {
        return tx.run("""
                        insert into minutes_addition (community, session, text, post, at, request_key)
                        values ($1, $2, $3, $4, $5, $6) on conflict do nothing
                        """, community, session, text, post, Times.at(now), key) > 0;
    }

    record Addition(String text, String post, Instant at) {}

    static List<Addition> additions(Tx tx, int community, long session) {
        return tx.list(
                row -> new Addition(
                        row.getString("text"),
                        row.getString("post"),
                        row.getOffsetDateTime("at").toInstant()),
                "select * from minutes_addition where community = $1 and session = $2 order by id",
                community,
                session);
    }

    private static Minutes minutes(Row row) {
        Instant submitted = Times.of(row, "put_at");
        Instant approved = Times.of(row, "approved_at");
        return new Minutes(
                MinutesState.of(row.getString("state")),
                row.getLong("version"),
                row.getString("remark"),
                submitted == null
                        ? null
                        : new Minutes.Submission(
                                new JsonObject(row.getString("paper")), row.getString("sha256"), submitted),
                approved == null
                        ? null
                        : new Minutes.MinutesApproval(row.getInteger("agreed"), row.getInteger("asked"), approved));
    }
}
