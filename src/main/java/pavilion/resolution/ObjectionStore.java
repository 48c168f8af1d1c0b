package pavilion.resolution;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.Actor;

/** Objections (D13) and their answers. */
final class ObjectionStore {
    private ObjectionStore() {}

    private static Objection objection(Row row) {
        return new Objection(
                row.getLong("id"),
                row.getLong("resolution"),
                row.getLong("person"),
                Objection.Ground.of(row.getString("kind")),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("decision") == null
                        ? null
                        : new Objection.Reply(
                                Objection.Ruling.of(row.getString("decision")),
                                row.getString("answer"),
                                row.getString("answered_post")));
    }

    private static final String SELECT = """
            select id, resolution, person, kind, text, at, answer, decision, answered_post from objection
            where community = $1
            """;

    static List<Objection> of(Tx tx, Resolution resolution) {
        return tx.list(
                ObjectionStore::objection,
                SELECT + "and resolution = $2 order by id",
                resolution.community(),
                resolution.id());
    }

    static Optional<Objection> lock(Tx tx, int community, long id) {
        return tx.first(ObjectionStore::objection, SELECT + "and id = $2 for update", community, id);
    }

    /** How many wait for their answer. */
    static int open(Tx tx, Resolution resolution) {
        return tx.first(row -> row.getInteger("n"), """
                        select count(*)::int as n from objection
                        where community = $1 and resolution = $2 and decision is null
                        """, resolution.community(), resolution.id())
                .orElse(0);
    }

    /** How many wait that this person did not raise. */
    static int open(Tx tx, Resolution resolution, long person) {
        return tx.first(row -> row.getInteger("n"), """
                        select count(*)::int as n from objection
                        where community = $1 and resolution = $2 and decision is null and person <> $3
                        """, resolution.community(), resolution.id(), person)
                .orElse(0);
    }

    /**
     * @param objections how many wait for an answer
     * @param answerable whether one of them is somebody else's, on a resolution that somebody else posted
     */
    record Waiting(int objections, boolean answerable) {}

    /** @return by the id of the matter, for its resolution in force; those without an open objection are left out */
    static Map<Long, Waiting> waiting(Tx tx, int community, Collection<Long> matters, long person) {
        Map<Long, Waiting> waiting = new HashMap<>();
        tx.query("""
                select r.matter, count(*)::int as n,
                    bool_or(o.person <> $3 and r.posted_by is distinct from $3) as answerable
                from resolution r
                join objection o on o.community = r.community and o.resolution = r.id and o.decision is null
                where r.community = $1 and r.matter = any($2) and r.withdrawn_at is null group by r.matter
                """, community, matters.toArray(Long[]::new), person)
                .forEach(row -> waiting.put(
                        row.getLong("matter"), new Waiting(row.getInteger("n"), row.getBoolean("answerable"))));
        return waiting;
    }

    /**
     * An answer to somebody's objection.
     *
     * @param number of the resolution
     * @param answer key of the sentence that says whether it was upheld
     */
    record Answered(String number, String answer) {}

    /** What was answered to this person since then, the newest first. */
    static List<Answered> answered(Tx tx, int community, long person, Instant since) {
        return tx.list(
                row -> new Answered(row.getString("number"), "resolution.answer." + row.getString("decision")),
                """
                select r.number, o.decision from objection o
                join resolution r on r.community = o.community and r.id = o.resolution
                where o.community = $1 and o.person = $2 and o.answered_at > $3 order by o.answered_at desc limit 5
                """,
                community,
                person,
                Times.at(since));
    }

    /** @return whether it is new: what is sent twice is added once */
    static boolean add(Tx tx, Resolution resolution, long person, Objections.ObjectionDraft draft, Instant at) {
        return tx.run(
                        """
                        insert into objection (community, resolution, person, kind, text, at, request_key)
                        values ($1, $2, $3, $4, $5, $6, $7) on conflict (community, person, request_key) do nothing
                        """,
                        resolution.community(),
                        resolution.id(),
                        person,
                        draft.ground().key(),
                        draft.text(),
                        Times.at(at),
                        draft.key())
                == 1;
    }

    /** @return whether it had no answer yet */
    static boolean answer(Tx tx, int community, long id, Objection.Ruling ruling, String answer, Actor by, Instant at) {
        return tx.run("""
                        update objection set decision = $3, answer = $4, answered_by = $5, answered_post = $6,
                            answered_at = $7
                        where community = $1 and id = $2 and decision is null
                        """, community, id, ruling.key(), answer, by.person(), by.post(), Times.at(at)) == 1;
    }
}
