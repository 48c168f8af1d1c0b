package pavilion.matter;

import io.vertx.sqlclient.Row;
import java.util.List;
import pavilion.db.Tx;
import pavilion.matter.MatterStore.Place;

/**
 * Lists of matters: one query a page, however long the page. A list holds what somebody may read: the matters of the places
 * whose {@code paths} they live or hold a role at.
 */
public final class MatterListStore {
    private MatterListStore() {}

    static final int PAGE = 20;

    private static final String VISIBLE = """
            and m.place in (select v.id from place v where v.community = $1
                and v.kind in ('community', 'grid4', 'grid5', 'courtyard', 'building')
                and exists (select 1 from unnest($2::text[]) as g(path)
                    where starts_with(v.path, g.path) or starts_with(g.path, v.path)))
            """;

    private static final String COLUMNS = """
            select m.community, m.id, m.number, m.title, m.template, m.rule, m.stage, m.stage_due, m.state, m.ending,
                p.path as place_path, p.name as place_name, m.proposer
            from matter m join place p on p.community = m.community and p.id = m.place
            where m.community = $1
            """;

    private static MatterLine line(Row row) {
        return new MatterLine(
                row.getInteger("community"),
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("template"),
                row.getString("rule"),
                row.getString("stage"),
                row.getLocalDate("stage_due"),
                MatterState.of(row.getString("state")),
                row.getString("ending"),
                row.getString("place_path"),
                row.getString("place_name"),
                row.getLong("proposer"));
    }

    /** @return one more than a page where there is another page */
    static List<MatterLine> page(Tx tx, int community, List<String> paths, MatterFilter filter) {
        return tx.list(
                MatterListStore::line,
                COLUMNS + VISIBLE + """
                and ($3 = '' or m.stage = $3) and ($4 = '' or m.state = $4) and ($5::bigint = 0 or m.place = $5::bigint)
                and ($7 = '' or strpos(upper(m.number || ' ' || p.name || ' ' || p.code), upper($7)) > 0
                    or ($6 <> '' or cardinality($8::text[]) > 0) and ($6 = '' or m.search @@ $6::text::tsquery)
                    and not exists (select from unnest($8::text[]) c
                        where strpos(lower(concat_ws(' ', m.title, m.problem, m.number, p.name)), c) = 0))
                order by m.changed_at desc, m.id desc limit $9 offset $10
                """,
                community,
                paths.toArray(String[]::new),
                filter.stage(),
                filter.state(),
                filter.place(),
                Bigrams.all(filter.words()),
                filter.words(),
                Bigrams.single(filter.words()),
                PAGE + 1,
                (filter.page() - 1) * PAGE);
    }

    /** Everything under way that this person may see, what is due first, and what has no day last. */
    static List<MatterLine> underWay(Tx tx, int community, List<String> paths, int most) {
        return tx.list(
                MatterListStore::line,
                COLUMNS + VISIBLE + "and m.state <> 'ended' order by m.stage_due, m.changed_at desc limit $3",
                community,
                paths.toArray(String[]::new),
                most);
    }

    /** Places that have matters this person may see, for the filter. */
    static List<Place> places(Tx tx, int community, List<String> paths) {
        return tx.list(MatterStore::place, """
                select v.id, v.kind, v.code, v.name, v.path from place v where v.community = $1
                and v.kind in ('community', 'grid4', 'grid5', 'courtyard', 'building')
                and exists (select 1 from unnest($2::text[]) as g(path)
                    where starts_with(v.path, g.path) or starts_with(g.path, v.path))
                and exists (select 1 from matter m where m.community = v.community and m.place = v.id)
                order by v.code
                """, community, paths.toArray(String[]::new));
    }

    public record Likely(long id, String number, String title, String problem) {}

    /** Open matters of the same place that share any pair of characters with the text. */
    public static List<Likely> like(Tx tx, int community, long place, String text) {
        String any = Bigrams.any(text);
        return any.isEmpty()
                ? List.of()
                : tx.list(
                        row -> new Likely(
                                row.getLong("id"),
                                row.getString("number"),
                                row.getString("title"),
                                row.getString("problem")),
                        """
                        select id, number, title, problem from matter
                        where community = $1 and place = $2 and state <> 'ended' and search @@ $3::text::tsquery
                        order by changed_at desc limit 50
                        """,
                        community,
                        place,
                        any);
    }
}
