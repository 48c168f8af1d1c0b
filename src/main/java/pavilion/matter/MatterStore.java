package pavilion.matter;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The matters themselves, their numbers, and the places they may concern. */
public final class MatterStore {
    private MatterStore() {}

    static final String COLUMNS = """
            m.community, m.id, m.number, m.template, m.rule, m.place, p.path as place_path, p.name as place_name, m.title,
            m.problem, m.idea, m.households, m.willing, m.proposer, m.assisted_by, m.stage, m.stage_due, m.state, m.ending,
            m.ending_reason, m.threshold, m.version, m.created_at, m.changed_at
            """;

    /** Where a matter may stand: a courtyard, a grid or the whole community. */
    public record Place(long id, String kind, String code, String name, String path) {}

    static Matter matter(Row row) {
        return new Matter(
                row.getInteger("community"),
                row.getLong("id"),
                row.getString("number"),
                row.getString("template"),
                row.getString("rule"),
                row.getLong("place"),
                row.getString("place_path"),
                row.getString("place_name"),
                row.getString("title"),
                row.getString("problem"),
                row.getString("idea"),
                row.getInteger("households"),
                row.getBoolean("willing"),
                row.getLong("proposer"),
                row.getLong("assisted_by"),
                row.getString("stage"),
                row.getLocalDate("stage_due"),
                MatterState.of(row.getString("state")),
                row.getString("ending"),
                row.getString("ending_reason"),
                row.getInteger("threshold"),
                row.getInteger("version"),
                Times.of(row, "created_at"),
                Times.of(row, "changed_at"));
    }

    public static Optional<Matter> find(Tx tx, int community, long id) {
        return tx.first(MatterStore::matter, "select " + COLUMNS + """
                from matter m join place p on p.community = m.community and p.id = m.place
                where m.community = $1 and m.id = $2
                """, community, id);
    }

    /** The same, held until the transaction ends: whoever moves a case waits here for whoever moves it before. */
    static Optional<Matter> lock(Tx tx, int community, long id) {
        return tx.first(MatterStore::matter, "select " + COLUMNS + """
                from matter m join place p on p.community = m.community and p.id = m.place
                where m.community = $1 and m.id = $2 for update of m
                """, community, id);
    }

    /** The same, unless another server holds it already. */
    static Optional<Matter> lockIfFree(Tx tx, int community, long id) {
        return tx.first(MatterStore::matter, "select " + COLUMNS + """
                from matter m join place p on p.community = m.community and p.id = m.place
                where m.community = $1 and m.id = $2 for update of m skip locked
                """, community, id);
    }

    /** Open cases whose day has passed, at stages (template id / stage key) that the calendar ends: community and id. */
    static List<long[]> due(Tx tx, LocalDate today, List<String> stages) {
        return tx.list(
                row -> new long[] {row.getInteger("community"), row.getLong("id")},
                """
                select community, id from matter
                where state = 'open' and stage_due < $1 and template || '/' || stage = any($2)
                order by changed_at limit 500
                """,
                today,
                stages.toArray(String[]::new));
    }

    public static Optional<Place> place(Tx tx, int community, long id) {
        return tx.first(
                MatterStore::place,
                "select id, kind, code, name, path from place where community = $1 and id = $2",
                community,
                id);
    }

    public static Place place(Row row) {
        return new Place(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("code"),
                row.getString("name"),
                row.getString("path"));
    }

    /** Counted by the database, so that two proposals at once get two numbers. */
    public static int nextNumber(Tx tx, int community, long place, int year) {
        return tx.first(row -> row.getInteger("last"), """
                        insert into matter_number (community, place, year, last) values ($1, $2, $3, 1)
                        on conflict (community, place, year) do update set last = matter_number.last + 1 returning last
                        """, community, place, year)
                .orElseThrow();
    }

    public static int householdsOf(Tx tx, int community, String path) {
        return tx.first(row -> row.getInteger("n"), """
                        select count(*)::int as n from place
                        where community = $1 and kind = 'household' and path like $2 || '%'
                        """, community, path).orElse(0);
    }

    /** @return empty if this form was taken before */
    public static Optional<Long> insert(Tx tx, NewMatter matter) {
        NewMatter.Content content = matter.content();
        NewMatter.Origin origin = matter.origin();
        return tx.first(
                row -> row.getLong("id"),
                """
                insert into matter (community, number, template, rule, place, title, problem, idea, households, willing,
                    proposer, assisted_by, stage, stage_due, threshold, created_at, changed_at, request_key, search)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17,
                    array_to_tsvector($18::text[]))
                on conflict (community, proposer, request_key) do nothing
                returning id
                """,
                matter.community(),
                matter.number(),
                matter.template(),
                matter.rule(),
                matter.place(),
                content.title(),
                content.problem(),
                content.idea(),
                content.households(),
                content.willing(),
                origin.proposer(),
                origin.assistedBy(),
                matter.stage(),
                matter.due(),
                matter.threshold(),
                Times.at(origin.at()),
                origin.requestKey(),
                Bigrams.array(content.title() + "\n" + content.problem()));
    }

    public static Optional<Matter> byRequest(Tx tx, int community, long proposer, String requestKey) {
        return tx.first(MatterStore::matter, "select " + COLUMNS + """
                from matter m join place p on p.community = m.community and p.id = m.place
                where m.community = $1 and m.proposer = $2 and m.request_key = $3
                """, community, proposer, requestKey);
    }

    public static void correct(Tx tx, Matter matter, String title, String problem, String idea, Instant at) {
        tx.run(
                """
                update matter set title = $3, problem = $4, idea = $5, changed_at = $6, version = version + 1,
                    search = array_to_tsvector($7::text[])
                where community = $1 and id = $2
                """,
                matter.community(),
                matter.id(),
                title,
                problem,
                idea,
                Times.at(at),
                Bigrams.array(title + "\n" + problem));
    }

    static void stand(
            Tx tx, Matter matter, String template, String rule, String stage, @Nullable LocalDate due, Instant at) {
        tx.run("""
                update matter set template = $3, rule = $4, stage = $5, stage_due = $6, state = 'open', changed_at = $7,
                    version = version + 1
                where community = $1 and id = $2
                """, matter.community(), matter.id(), template, rule, stage, due, Times.at(at));
    }

    static void state(
            Tx tx, Matter matter, MatterState state, @Nullable String ending, @Nullable String reason, Instant at) {
        tx.run("""
                update matter set state = $3, ending = $4, ending_reason = $5, changed_at = $6, version = version + 1
                where community = $1 and id = $2
                """, matter.community(), matter.id(), state.key(), ending, reason, Times.at(at));
    }

    public static boolean any(Tx tx, int community) {
        return tx.first(row -> true, "select 1 from matter where community = $1 limit 1", community)
                .isPresent();
    }
}
