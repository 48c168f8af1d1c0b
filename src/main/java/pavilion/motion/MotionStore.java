package pavilion.motion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.rules.procedure.Edit;
import pavilion.session.Session;

/** The tables {@code motion} and {@code motion_text}. */
final class MotionStore {
    private MotionStore() {}

    static List<Motion> ofItem(Tx tx, Session session, long item) {
        return tx.list(
                MotionStore::motion,
                "select * from motion where community = $1 and session = $2 and item = $3 order by moved_at, id",
                session.community(),
                session.id(),
                item);
    }

    static List<Motion> ofSession(Tx tx, int community, long session) {
        return tx.list(
                MotionStore::motion,
                "select * from motion where community = $1 and session = $2 order by item, moved_at, id",
                community,
                session);
    }

    static Optional<Motion> find(Tx tx, Session session, long id) {
        return tx.first(
                MotionStore::motion,
                "select * from motion where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                id);
    }

    static boolean known(Tx tx, Session session, String key) {
        return tx.first(
                        row -> true,
                        "select 1 from motion where community = $1 and session = $2 and request_key = $3",
                        session.community(),
                        session.id(),
                        key)
                .isPresent();
    }

    /** The versions of a motion's text, by number. */
    static Map<Integer, String> texts(Tx tx, int community, long session, long item) {
        Map<Integer, String> texts = new HashMap<>();
        tx.query(
                        "select version, text from motion_text where community = $1 and session = $2 and item = $3",
                        community,
                        session,
                        item)
                .forEach(row -> texts.put(row.getInteger(0), row.getString(1)));
        return texts;
    }

    static Motion add(
            Tx tx,
            Session session,
            long item,
            Motion.Kind kind,
            Mover mover,
            Motion.@Nullable Change change,
            String detail,
            String key,
            Instant now) {
        return tx.first(
                        MotionStore::motion,
                        """
                        insert into motion (community, session, item, kind, number, person, name, base, text, edits, detail,
                            request_key, moved_at)
                        values ($1, $2, $3, $4, (select coalesce(max(number), 0) + 1 from motion m
                            where m.community = $1 and m.session = $2 and m.item = $3
                                    and (m.kind = 'amend') = ($4 = 'amend')), $5, $6, $7, $8, $9, $10, $11, $12)
                        returning *
                        """,
                        session.community(),
                        session.id(),
                        item,
                        kind.key(),
                        mover.person(),
                        mover.name(),
                        change == null ? null : change.base(),
                        change == null ? null : change.text(),
                        change == null ? null : json(change.edits()),
                        detail,
                        key,
                        Times.at(now))
                .orElseThrow();
    }

    static void change(Tx tx, Session session, long id, Motion.Change change) {
        tx.run(
                "update motion set base = $4, text = $5, edits = $6 where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                id,
                change.base(),
                change.text(),
                json(change.edits()));
    }

    static void state(Tx tx, Session session, long id, Motion.State state) {
        tx.run(
                "update motion set state = $4 where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                id,
                state.key());
    }

    static void objected(Tx tx, Session session, long id) {
        tx.run("""
                update motion set state = 'moved', objected = true where community = $1 and session = $2 and id = $3
                """, session.community(), session.id(), id);
    }

    static void voting(Tx tx, Session session, long id, long poll) {
        tx.run("""
                update motion set state = 'voting', poll = $4 where community = $1 and session = $2 and id = $3
                """, session.community(), session.id(), id, poll);
    }

    static void decided(
            Tx tx,
            Session session,
            long id,
            Motion.State state,
            Motion.@Nullable Means how,
            @Nullable Integer became,
            Instant now) {
        tx.run(
                """
                update motion set state = $4, how = $5, became = $6, decided_at = $7
                where community = $1 and session = $2 and id = $3
                """,
                session.community(),
                session.id(),
                id,
                state.key(),
                how == null ? null : how.key(),
                became,
                Times.at(now));
    }

    private static JsonArray json(List<Edit> edits) {
        JsonArray all = new JsonArray();
        edits.forEach(edit -> all.add(new JsonObject()
                .put("from", edit.from())
                .put("to", edit.to())
                .put("lines", new JsonArray(edit.lines()))));
        return all;
    }

    private static List<Edit> edits(JsonArray all) {
        return all.stream()
                .map(JsonObject.class::cast)
                .map(edit -> new Edit(
                        edit.getInteger("from"),
                        edit.getInteger("to"),
                        edit.getJsonArray("lines").stream()
                                .map(String.class::cast)
                                .toList()))
                .toList();
    }

    private static Motion motion(Row row) {
        Integer base = row.getInteger("base");
        OffsetDateTime decided = row.getOffsetDateTime("decided_at");
        return new Motion(
                row.getLong("id"),
                row.getLong("item"),
                Motion.Kind.of(row.getString("kind")),
                row.getInteger("number"),
                row.getLong("person"),
                row.getString("name"),
                base == null
                        ? null
                        : new Motion.Change(base, edits((JsonArray) row.getJson("edits")), row.getString("text")),
                row.getString("detail"),
                Motion.State.of(row.getString("state")),
                row.getBoolean("objected"),
                Motion.Means.of(row.getString("how")),
                row.getLong("poll"),
                row.getInteger("became"),
                row.getOffsetDateTime("moved_at").toInstant(),
                decided == null ? null : decided.toInstant());
    }
}
