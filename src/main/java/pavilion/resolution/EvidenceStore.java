package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.audit.ChainEntry;
import pavilion.audit.Export;
import pavilion.audit.PublishedBallot;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;

/** Everything that somebody outside needs to check a decision, and nothing about who voted how. */
final class EvidenceStore {
    private EvidenceStore() {}

    /** @param adopted the data of the rule, where the community adopted it itself */
    static Export export(Tx tx, Matter matter, Rule rule, Optional<Map<String, Object>> adopted, @Nullable Long poll) {
        JsonObject subject = new JsonObject()
                .put("number", matter.number())
                .put("title", matter.title())
                .put("place", matter.placeName())
                .put("template", matter.template())
                .put("rule", matter.rule());
        List<ChainEntry> acts = AuditStore.read(tx, matter.community(), matter.chain());
        if (poll == null) {
            JsonObject none = new JsonObject()
                    .put("kind", rule.electorate().name())
                    .put("heads", 0)
                    .put("areaC", 0);
            return new Export(subject, none, List.of(), null, acts);
        }
        JsonObject electorate = tx.first(
                        row -> new JsonObject()
                                .put("kind", rule.electorate().name())
                                .put("heads", row.getLong("heads"))
                                .put("areaC", row.getLong("area_c")),
                        """
                        select coalesce(sum(heads), 0)::bigint as heads, coalesce(sum(area_c), 0)::bigint as area_c
                        from entitlement where community = $1 and poll = $2
                        """,
                        matter.community(),
                        poll)
                .orElseThrow();
        JsonObject put =
                tx.first(EvidenceStore::poll, """
                        select id, question, rule, opened_at, closed_at, secrecy, tally, outcome, slate, by_hands from poll
                        where community = $1 and id = $2
                        """, matter.community(), poll).orElse(null);
        if (put != null) {
            adopted.ifPresent(data -> put.put("adopted", new JsonObject(data)));
        }
        return new Export(subject, electorate, ballots(tx, matter.community(), poll), put, acts);
    }

    private static JsonObject poll(Row row) {
        var opened = row.getOffsetDateTime("opened_at");
        JsonObject poll = new JsonObject()
                .put("id", row.getLong("id"))
                .put("question", row.getString("question"))
                .put("rule", row.getString("rule"))
                .put(
                        "rule_day",
                        opened == null
                                ? null
                                : opened.atZoneSameInstant(CommunityTime.ZONE)
                                        .toLocalDate()
                                        .toString())
                .put("opened", opened == null ? null : opened.toInstant().toString())
                .put(
                        "closed",
                        row.getOffsetDateTime("closed_at") == null
                                ? null
                                : row.getOffsetDateTime("closed_at").toInstant().toString())
                .put("secrecy", row.getString("secrecy"))
                .put("tally", row.getValue("tally"))
                .put("outcome", row.getValue("outcome"));
        if (row.getValue("slate") != null) {
            poll.put("slate", row.getValue("slate"));
        }
        return row.getBoolean("by_hands") ? poll.put("by_hands", true) : poll;
    }

    private static List<PublishedBallot> ballots(Tx tx, int community, long poll) {
        List<PublishedBallot> sheets = new ArrayList<>(tx.list(
                row -> new PublishedBallot(
                        row.getString("receipt"),
                        row.getString("choice"),
                        row.getLong("area_c"),
                        row.getInteger("heads")),
                """
                select b.receipt, b.choice, e.area_c, e.heads
                from ballot b join entitlement e using (community, poll, voter)
                where b.community = $1 and b.poll = $2
                """,
                community,
                poll));
        sheets.addAll(tx.list(
                row -> PublishedBallot.of(row.getString("id"), row.getString("choice")),
                "select id::text as id, choice from secret_ballot where community = $1 and poll = $2",
                community,
                poll));
        return sheets;
    }
}
