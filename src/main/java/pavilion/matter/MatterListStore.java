package pavilion.matter;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.matter.MatterStore.Place;

/** Lists of matters: one query a page, however long the page. */
public final class MatterListStore {
    private MatterListStore() {}

    /** A matter as a line of a list, with what this person has already done about it. */
    record Line(
            long id,
            String number,
            String title,
            String template,
            String rule,
            String stage,
            Awaited awaited,
            String state,
            @Nullable String ending,
            long place,
            String placePath,
            String placeName,
            long proposer,
            Instant changedAt,
            boolean endorsed,
            boolean rated,
            boolean mayVote,
            boolean mayAnswer,
            boolean called) {}

    /** What the list is asked for; empty text and zero mean anything. */
    record Wish(String stage, String state, long place, String words, int page) {}

    static final int PAGE = 20;

    private static final String VISIBLE = """
            and m.place in (select v.id from place v where v.community = $1
                and v.kind in ('community', 'grid4', 'grid5', 'courtyard', 'building')
                and exists (select 1 from unnest($2::text[]) as g(path)
                    where starts_with(v.path, g.path) or starts_with(g.path, v.path)))
            and not (m.template = any($4::text[]))
            """;

    private static final String AWAITED = """
            (select min(q.closes_at) from poll q
                where q.community = m.community and q.matter = m.id and q.state = 'open') as poll_closes,
            (select count(*)::int from resolution r
                join objection o on o.community = r.community and o.resolution = r.id and o.decision is null
                where r.community = m.community and r.matter = m.id and r.withdrawn_at is null) as objections
            """;

    // Who may answer an objection did not decide the matter and did not raise it; the post is asked of the viewer.
    private static final String COLUMNS = """
            select m.id, m.number, m.title, m.template, m.rule, m.stage, m.stage_due, m.state, m.ending, m.place,
                p.path as place_path, p.name as place_name, m.proposer, m.changed_at,
                exists (select 1 from endorsement e where e.community = m.community and e.matter = m.id and e.person = $3)
                    as endorsed,
                exists (select 1 from rated r where r.community = m.community and r.matter = m.id and r.person = $3) as rated,
                exists (select 1 from poll q join entitlement t on t.community = q.community and t.poll = q.id
                    where q.community = m.community and q.matter = m.id and q.state = 'open' and t.person = $3
                    and not exists (select 1 from ballot b where b.community = q.community and b.poll = q.id
                        and b.voter = t.voter)
                    and not exists (select 1 from turnout u where u.community = q.community and u.poll = q.id
                        and u.voter = t.voter)) as may_vote,
                exists (select 1 from resolution r
                    join objection o on o.community = r.community and o.resolution = r.id and o.decision is null
                    where r.community = m.community and r.matter = m.id and r.withdrawn_at is null
                    and o.person <> $3 and r.posted_by is distinct from $3
                    and not exists (select 1 from step s where s.community = m.community and s.matter = m.id
                        and s.by_person = $3 and s.from_stage in ('session', 'poll', 'count'))) as may_answer,
                exists (select 1 from agenda_item i join session s on s.community = i.community and s.id = i.session
                    where i.community = m.community and i.matter = m.id
                    and s.state in ('called', 'open', 'paused')) as called,
            """ + AWAITED + """
            from matter m join place p on p.community = m.community and p.id = m.place
            where m.community = $1
            """;

    private static Line line(Row row) {
        return new Line(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("template"),
                row.getString("rule"),
                row.getString("stage"),
                awaited(row),
                row.getString("state"),
                row.getString("ending"),
                row.getLong("place"),
                row.getString("place_path"),
                row.getString("place_name"),
                row.getLong("proposer"),
                Times.of(row, "changed_at"),
                row.getBoolean("endorsed"),
                row.getBoolean("rated"),
                row.getBoolean("may_vote"),
                row.getBoolean("may_answer"),
                row.getBoolean("called"));
    }

    private static Awaited awaited(Row row) {
        OffsetDateTime closes = row.getOffsetDateTime("poll_closes");
        return new Awaited(
                row.getLocalDate("stage_due"),
                closes == null ? null : closes.toInstant(),
                row.getInteger("objections"));
    }

    /** What one matter waits for. */
    static Awaited awaited(Tx tx, Matter matter) {
        return tx.first(
                        MatterListStore::awaited,
                        "select m.stage_due, " + AWAITED + " from matter m where m.community = $1 and m.id = $2",
                        matter.community(),
                        matter.id())
                .orElseThrow();
    }

    /** @param hidden templates this person is not shown (owners' matters, to a tenant) */
    static List<Line> page(Tx tx, int community, Sight sight, Wish wish) {
        return tx.list(
                MatterListStore::line,
                COLUMNS + VISIBLE + """
                and ($5 = '' or m.stage = $5) and ($6 = '' or m.state = $6) and ($7::bigint = 0 or m.place = $7::bigint)
                and ($8 = '' or m.search @@ $8::text::tsquery or m.number = upper($9))
                order by m.changed_at desc, m.id desc limit $10 offset $11
                """,
                community,
                sight.paths(),
                sight.person(),
                sight.hidden(),
                wish.stage(),
                wish.state(),
                wish.place(),
                wish.words().isEmpty() ? "" : Bigrams.all(wish.words()),
                wish.words(),
                PAGE + 1,
                (wish.page() - 1) * PAGE);
    }

    /** Who looks: the paths of their grants and household, and what they are not shown. */
    record Sight(long person, String[] paths, String[] hidden) {}

    /** Everything under way that this person may see, newest first. */
    static List<Line> underWay(Tx tx, int community, Sight sight, int most) {
        return tx.list(
                MatterListStore::line,
                COLUMNS + VISIBLE + "and m.state <> 'ended' order by m.changed_at desc limit $5",
                community,
                sight.paths(),
                sight.person(),
                sight.hidden(),
                most);
    }

    /** Places that have matters this person may see, for the filter. */
    static List<Place> places(Tx tx, int community, Sight sight) {
        return tx.list(MatterStore::place, """
                select v.id, v.kind, v.code, v.name, v.path from place v where v.community = $1
                and v.kind in ('community', 'grid4', 'grid5', 'courtyard', 'building')
                and exists (select 1 from unnest($2::text[]) as g(path)
                    where starts_with(v.path, g.path) or starts_with(g.path, v.path))
                and exists (select 1 from matter m where m.community = v.community and m.place = v.id)
                order by v.code
                """, community, sight.paths());
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
