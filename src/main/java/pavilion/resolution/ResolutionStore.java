package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Bigrams;
import pavilion.matter.Matter;
import pavilion.matter.VoteResult;
import pavilion.rules.procedure.Ending;

/** The tables {@code resolution} and {@code resolution_number}: the register. */
final class ResolutionStore {
    private ResolutionStore() {}

    static final int PAGE = 20;

    private static final String SELECT = """
            select r.community, r.id, r.matter, p.name as place_name, p.path as place_path, r.number, r.title, r.body,
                r.minority, r.kind, m.rule, r.outcome, r.poll, r.sha256, r.posted_at, r.notice_until, r.withdrawn_at,
                r.withdrawn_for, r.withdrawn_by, r.withdrawn_reason
            from resolution r
            join matter m on m.community = r.community and m.id = r.matter
            join place p on p.community = m.community and p.id = m.place
            where r.community = $1 and r.posted_at is not null
            """;

    private static Resolution resolution(Row row) {
        Instant withdrawn = Times.of(row, "withdrawn_at");
        return new Resolution(
                row.getInteger("community"),
                row.getLong("id"),
                row.getString("number"),
                new Resolution.MatterRef(
                        row.getLong("matter"),
                        row.getString("place_name"),
                        row.getString("place_path"),
                        row.getString("rule")),
                text(row),
                verdict(row),
                new Resolution.Posting(
                        row.getOffsetDateTime("posted_at").toInstant(),
                        row.getLocalDate("notice_until"),
                        row.getString("sha256")),
                withdrawn == null
                        ? null
                        : new Resolution.Withdrawal(
                                Resolution.Cause.valueOf(
                                        row.getString("withdrawn_for").toUpperCase(Locale.ROOT)),
                                withdrawn,
                                row.getString("withdrawn_by"),
                                row.getString("withdrawn_reason")));
    }

    private static Resolution.ResolutionText text(Row row) {
        return new Resolution.ResolutionText(row.getString("title"), row.getString("body"), row.getString("minority"));
    }

    private static Resolution.Verdict verdict(Row row) {
        return new Resolution.Verdict(
                Ending.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getValue("outcome") instanceof JsonObject outcome ? outcome : null,
                row.getLong("poll"));
    }

    static int nextNumber(Tx tx, int community, int year) {
        return tx.first(row -> row.getInteger("last"), """
                        insert into resolution_number (community, year, last) values ($1, $2, 1)
                        on conflict (community, year) do update set last = resolution_number.last + 1 returning last
                        """, community, year).orElseThrow();
    }

    static void draft(Tx tx, Matter matter, VoteResult result) {
        tx.run(
                """
                insert into resolution (community, matter, title, body, minority, kind, outcome, poll, search)
                values ($1, $2, $3, $4, $5, $6, $7, $8, array_to_tsvector($9::text[]))
                """,
                matter.community(),
                matter.id(),
                matter.title(),
                result.adopted(),
                result.minority(),
                Resolution.kind(result.ending()),
                result.outcome() == null ? null : new JsonObject(result.outcome()),
                result.poll(),
                Bigrams.array(matter.title() + "\n" + result.adopted()));
    }

    /** What was counted and is not posted yet. */
    static Optional<ResolutionDraft> draftOf(Tx tx, int community, long matter) {
        return tx.first(row -> new ResolutionDraft(row.getLong("id"), text(row), verdict(row)), """
                select id, title, body, minority, kind, outcome, poll from resolution
                where community = $1 and matter = $2 and posted_at is null
                """, community, matter);
    }

    /** Whether there is a result that is not posted yet, or one that was posted and is in force. */
    static boolean holds(Tx tx, int community, long matter) {
        return tx.first(
                        row -> true,
                        "select 1 from resolution where community = $1 and matter = $2 and withdrawn_at is null limit 1",
                        community,
                        matter)
                .isPresent();
    }

    /** Those of the matters whose result waits to be posted. */
    static Set<Long> unposted(Tx tx, int community, Collection<Long> matters) {
        return new HashSet<>(tx.list(
                row -> row.getLong("matter"),
                "select matter from resolution where community = $1 and matter = any($2) and posted_at is null",
                community,
                matters.toArray(Long[]::new)));
    }

    /** @param content what the hash of the posting covers */
    static void post(
            Tx tx,
            Matter matter,
            ResolutionDraft draft,
            String number,
            Resolution.Posting posting,
            String content,
            String minority,
            Actor by) {
        tx.run(
                """
                update resolution set number = $3, sha256 = $4, content = $5, posted_at = $6, notice_until = $7,
                    posted_by = $8, posted_post = $9, minority = $10
                where community = $1 and id = $2
                """,
                matter.community(),
                draft.id(),
                number,
                posting.sha256(),
                content,
                Times.at(posting.at()),
                posting.until(),
                by.person(),
                by.post(),
                minority);
    }

    static void dropDraft(Tx tx, Matter matter) {
        tx.run(
                "delete from resolution where community = $1 and matter = $2 and posted_at is null",
                matter.community(),
                matter.id());
    }

    /** The one in force, otherwise the newest. */
    static Optional<Resolution> ofMatter(Tx tx, int community, long matter) {
        return tx.first(
                ResolutionStore::resolution,
                SELECT + "and r.matter = $2 order by r.withdrawn_at is not null, r.posted_at desc limit 1",
                community,
                matter);
    }

    /** As they are exported, the oldest first: the text that was hashed, the minority's words, why it is withdrawn. */
    static List<JsonObject> evidence(Tx tx, int community, long matter) {
        return tx.list(
                row -> new JsonObject()
                        .put("content", row.getString("content"))
                        .put("minority", row.getString("minority"))
                        .put("withdrawn", row.getString("withdrawn_reason")),
                """
                select content, minority, withdrawn_reason from resolution
                where community = $1 and matter = $2 and posted_at is not null order by posted_at, id
                """,
                community,
                matter);
    }

    static Optional<Resolution> byNumber(Tx tx, int community, String number) {
        return tx.first(ResolutionStore::resolution, SELECT + "and r.number = $2", community, number);
    }

    static Optional<Resolution> byId(Tx tx, int community, long id) {
        return tx.first(ResolutionStore::resolution, SELECT + "and r.id = $2", community, id);
    }

    static List<Resolution> page(Tx tx, int community, String words, String kind, int page, int size) {
        return tx.list(
                ResolutionStore::resolution,
                SELECT + """
                and ($3 = '' or strpos(upper(concat_ws(' ', r.number, m.number, p.name, p.code)), upper($3)) > 0
                    or ($2 <> '' or cardinality($7::text[]) > 0) and ($2 = '' or r.search @@ $2::text::tsquery)
                    and not exists (select from unnest($7::text[]) c
                        where strpos(lower(concat_ws(' ', r.title, r.body, r.number, p.name)), c) = 0))
                and ($4 = '' or r.kind = $4) order by r.posted_at desc, r.id desc limit $5 offset $6
                """,
                community,
                Bigrams.all(words),
                words,
                kind,
                size + 1,
                (page - 1) * size,
                Bigrams.single(words));
    }

    static void minority(Tx tx, Resolution resolution, String minority) {
        tx.run(
                "update resolution set minority = $3 where community = $1 and id = $2",
                resolution.community(),
                resolution.id(),
                minority);
    }

    static void effective(Tx tx, int community, long matter, Instant at) {
        tx.run("""
                update resolution set effective_at = $3
                where community = $1 and matter = $2 and withdrawn_at is null and effective_at is null
                """, community, matter, Times.at(at));
    }

    static void withdraw(Tx tx, Resolution resolution, Resolution.Withdrawal withdrawal) {
        tx.run(
                """
                update resolution set withdrawn_at = $3, withdrawn_for = $4, withdrawn_by = $5, withdrawn_reason = $6
                where community = $1 and id = $2 and withdrawn_at is null
                """,
                resolution.community(),
                resolution.id(),
                Times.at(withdrawal.at()),
                withdrawal.cause().key(),
                withdrawal.post(),
                withdrawal.reason());
    }

    /** Who had a hand in the decision: whoever posted it, and whoever moved the matter through session and poll. */
    static List<Long> deciders(Tx tx, Resolution resolution, List<String> stages) {
        return tx.list(
                row -> row.getLong("person"),
                """
                select distinct person from (
                    select posted_by as person from resolution where community = $1 and id = $2
                    union all
                    select by_person from step where community = $1 and matter = $3 and from_stage = any($4)
                ) hands where person is not null
                """,
                resolution.community(),
                resolution.id(),
                resolution.matter().id(),
                stages.toArray(String[]::new));
    }
}
