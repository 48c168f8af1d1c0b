package pavilion.rulebook;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.rules.AdoptedRule;

/** The table {@code adopted_rule}. */
final class AdoptedRuleStore {
    private static final String SELECT = """
            select a.*, b.n as replaced_by from adopted_rule a
            left join adopted_rule b on b.community = a.community and b.replaces = a.n
            """;

    private AdoptedRuleStore() {}

    static List<AdoptedRuleEntry> all(Tx tx, int community) {
        return tx.list(AdoptedRuleStore::adopted, SELECT + "where a.community = $1 order by a.n", community);
    }

    static Optional<AdoptedRuleEntry> find(Tx tx, int community, int n) {
        return tx.first(AdoptedRuleStore::adopted, SELECT + "where a.community = $1 and a.n = $2", community, n);
    }

    static Optional<Integer> byKey(Tx tx, int community, String key) {
        return tx.first(
                row -> row.getInteger(0),
                "select n from adopted_rule where community = $1 and request_key = $2",
                community,
                key);
    }

    /** The next number; whoever else adopts a rule here waits until this transaction ends. */
    static int next(Tx tx, int community) {
        tx.run("select 1 from community where id = $1 for no key update", community);
        return tx.first(
                        row -> row.getInteger(0),
                        "select coalesce(max(n), 0) + 1 from adopted_rule where community = $1",
                        community)
                .orElse(1);
    }

    static void write(
            Tx tx,
            int community,
            int n,
            AdoptedRule rule,
            @Nullable Integer replaces,
            @Nullable Long person,
            String key,
            Instant now) {
        tx.run("""
                insert into adopted_rule (community, n, data, replaces, by_person, at, request_key)
                values ($1, $2, $3, $4, $5, $6, $7)
                """, community, n, new JsonObject(rule.toMap()), replaces, person, Times.at(now), key);
    }

    private static AdoptedRuleEntry adopted(Row row) {
        return new AdoptedRuleEntry(
                row.getInteger("n"),
                AdoptedRule.of(row.getJsonObject("data").getMap()),
                row.getInteger("replaces"),
                row.getInteger("replaced_by"),
                row.getOffsetDateTime("at").toInstant());
    }
}
