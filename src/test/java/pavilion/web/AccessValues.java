package pavilion.web;

import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import pavilion.db.SettingStore;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoDatabase;
import pavilion.identity.Tokens;
import pavilion.rules.Sha256;
import pavilion.support.TestServers;

/**
 * What {@code {name}} in a row of the access table stands for, looked up when the row is asked. The demo's matters are
 * moved to the courtyard of its residents, so that at every stage there is one that concerns them.
 */
final class AccessValues {
    private static final String CODE = "ACDEFGHJKM";
    private static final int CODE_LENGTH = 12;
    private static final Map<String, String> QUERIES = queries();

    private final TestServers servers;
    private final Tx tx;
    private final Tokens tokens;

    AccessValues(TestServers servers) {
        this.servers = servers;
        this.tx = servers.database().database().plain();
        this.tokens = new Tokens(SettingStore.get(tx, "secret").orElseThrow());
        tx.run("update matter set place = (select " + QUERIES.get("courtyard") + ") where community = 1 and place in"
                + " (select id from place where community = 1 and kind = 'courtyard')");
        matter("Own", "triage", "T1", "yard.consult");
        matter("To call", "session", "T1", "yard.consult");
        matter("To poll", "poll", "T1", "yard.consult");
        matter("To extend", "poll", "T3", "cc278.ordinary");
        matter("To record", "roll", "T3", "cc278.ordinary");
        matter("Counted", "publicity", "T1", "yard.consult");
        tx.run(
                "insert into resolution (community, matter, title, body, kind)"
                        + " select 1, id, title, 'A new bench.', 'agreed' from matter where community = 1 and title = 'Counted'");
        // The hour of the first session has come.
        tx.run(
                "update session set starts_at = $1 where community = 1 and id = (select " + QUERIES.get("session")
                        + ")",
                Times.at(DemoDatabase.CLOCK.instant()));
        tx.run(
                "insert into invitation (community, person, code_hash, issued_at, expires_at)"
                        + " values (1, $1, $2, '2026-03-01', '2026-04-01')",
                Long.parseLong(of("person-without-account")),
                Buffer.buffer(HexFormat.of().parseHex(Sha256.of("slip " + CODE))));
        // A quorum, so that questions can be put; two households come in by the rows of the table.
        tx.run("insert into presence (community, session, voter, person, how, arrived_at)"
                + " select 1, (select " + QUERIES.get("session") + "), r.place, r.person, 'door', '2026-03-02'"
                + " from role r join place h on h.community = 1 and h.id = r.place and h.code like 'HP-017-%'"
                + " where r.community = 1 and r.role = 'household_rep' and h.id not in (" + of("household") + ", "
                + of("other-household") + ")");
        tx.run("insert into photo (community, matter, kind, image, thumb, sha256, by_person, at)"
                + " select 1, id, 'proposal', ''::bytea, ''::bytea, '', proposer, now() from matter"
                + " where community = 1 and id = (select " + QUERIES.get("matter") + ")");
        tx.run(
                "insert into holder_code values (1, $1, $2, '2026-03-03')",
                servers.guest("neighbour").person(),
                CODE);
    }

    private void matter(String title, String stage, String template, String rule) {
        tx.run("""
                insert into matter (community, number, template, rule, place, title, problem, proposer, stage, threshold,
                    created_at, changed_at, request_key)
                select 1, $1, $4, $5, p.id, $1, 'p', $2, $3, 3, '2026-03-01', '2026-03-01', $1
                from place p where p.community = 1 and p.code = 'HP-017'
                """, title, servers.guest("household").person(), stage, template, rule);
    }

    String of(String name) {
        return switch (name) {
            case "key" -> UUID.randomUUID().toString();
            case "invitation", "holder-code" -> CODE;
            case "password" -> DemoCommunity.password();
            case "neighbour-name" ->
                tx.first(
                                row -> row.getString(0),
                                "select name from person where community = 1 and id = $1",
                                servers.guest("neighbour").person())
                        .orElseThrow();
            case "roll-file" ->
                servers.as("committee")
                        .get("/c/" + servers.guest("household").community() + "/desk/import/template.csv")
                        .body();
            case "neighbour", "unchecked" ->
                Long.toString(
                        servers.guest(name.equals("unchecked") ? "new" : name).person());
            case "household" -> home("id", "household");
            case "other-household" -> home("id", "neighbour");
            case "household-code" -> home("code", "household");
            case "check-in-key" -> mark("hall-code", 30, "").substring(0, CODE_LENGTH);
            case "hook-key" -> mark("hook", 0, "");
            default -> query(name);
        };
    }

    /** What this person gets for the code on the wall of the first session. */
    String pass(long person) {
        return mark("hall-pass", 300, "/person/" + person).substring(0, CODE_LENGTH);
    }

    /** The mark of the forms of whoever has this sign-in. */
    String csrf(String token) {
        return tokens.mark("csrf", token);
    }

    private String query(String name) {
        String sql = QUERIES.get(name);
        if (sql == null) {
            throw new IllegalArgumentException("access.csv asks for {" + name + "}, which AccessValues does not know");
        }
        return tx.first(row -> row.getString(0), "select coalesce(v::text, '0') from (select " + sql + ") as found(v)")
                .orElse("0");
    }

    private String home(String column, String part) {
        return tx.first(
                        row -> row.getString(0),
                        "select h." + column + "::text from place h join person n on n.community = h.community"
                                + " and n.household = h.id where n.community = 1 and n.id = $1",
                        servers.guest(part).person())
                .orElseThrow();
    }

    /** As the server marks what it hands out for the first session; of a code that changes, the one of now. */
    private String mark(String purpose, long seconds, String holder) {
        String subject = tx.first(
                        row -> row.getString(0),
                        "select '1/' || id || '/' || door_key from session where community = 1 order by id limit 1")
                .orElseThrow();
        long time = seconds == 0 ? 0 : DemoDatabase.CLOCK.instant().getEpochSecond() / seconds;
        return tokens.mark(purpose, subject + (seconds == 0 ? "" : "/" + time) + holder);
    }

    private static Map<String, String> queries() {
        Map<String, String> sql = new LinkedHashMap<>();
        for (String stage :
                new String[] {"propose", "triage", "plan", "notice", "session", "publicity", "work", "rate"}) {
            sql.put(
                    "matter-" + stage,
                    "id from matter where community = 1 and state = 'open' and stage = '" + stage
                            + "' order by id limit 1");
        }
        sql.put("matter", sql.get("matter-session"));
        sql.put("matter-newest", newest("matter"));
        sql.put("matter-own", "id from matter where community = 1 and title = 'Own'");
        sql.put("matter-to-call", "id from matter where community = 1 and title = 'To call'");
        sql.put("matter-to-record", "id from matter where community = 1 and title = 'To record'");
        sql.put("matter-counted", "id from matter where community = 1 and title = 'Counted'");
        sql.put("matter-to-poll", "id from matter where community = 1 and title = 'To poll'");
        sql.put("matter-to-extend", "id from matter where community = 1 and title = 'To extend'");
        sql.put(
                "poll-over-days",
                "id from poll where community = 1 and matter = (select " + sql.get("matter-to-poll") + ")");
        sql.put(
                "owners-poll",
                "id from poll where community = 1 and matter = (select " + sql.get("matter-to-extend") + ")");
        sql.put("session", "id from session where community = 1 order by id limit 1");
        sql.put("newest-session", newest("session"));
        sql.put("newest-poll", newest("poll"));
        sql.put("item", newest("agenda_item"));
        sql.put("ordinal", "ordinal from agenda_item where community = 1 order by id desc limit 1");
        sql.put("file", newest("attachment"));
        sql.put("photo", newest("photo"));
        sql.put("remark", "id from remark where community = 1 and hidden_at is null order by id desc limit 1");
        sql.put("hidden-remark", "id from remark where community = 1 and hidden_at is not null order by id limit 1");
        sql.put(
                "task",
                "id from errand where community = 1 and done_at is null and dropped is null and matter = (select "
                        + sql.get("matter-work") + ") order by id desc limit 1");
        sql.put(
                "number",
                "number from resolution where community = 1 and matter = (select " + sql.get("matter-publicity") + ")");
        sql.put("objection", "id from objection where community = 1 and answer is null order by id limit 1");
        sql.put("adopted-rule", "'own.' || max(n) from adopted_rule where community = 1");
        sql.put("letter", newest("proxy_letter"));
        sql.put("turn", newest("turn"));
        sql.put("motion", newest("motion"));
        sql.put("first-motion", "id from motion where community = 1 order by id limit 1");
        sql.put(
                "third-household",
                "h.id from place h where h.community = 1 and h.kind = 'household'"
                        + " and h.code like 'HP-017-%' order by h.code offset 3 limit 1");
        sql.put(
                "motion-version",
                "motion_version from agenda_item where community = 1 and session = (select " + sql.get("session")
                        + ") order by ordinal limit 1");
        sql.put("minutes-version", "version from minutes where community = 1");
        sql.put(
                "person-without-account",
                "n.id from person n join place h on h.community = 1 and h.id = n.household and h.code like 'HP-017-%' where n.community = 1 and n.adult and not exists (select from account a where a.community = 1 and a.person = n.id) order by n.id limit 1");
        sql.put("courtyard", "id from place where community = 1 and code = 'HP-017'");
        return sql;
    }

    private static String newest(String table) {
        return "id from " + table + " where community = 1 order by id desc limit 1";
    }
}
