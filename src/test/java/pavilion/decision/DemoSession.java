package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pavilion.db.Tx;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** For tests: the demo's called session, opened, with every household of its courtyard present. */
final class DemoSession {
    private static final Pattern SCREEN = Pattern.compile("href=\"(/screen/[^\"]+)\"");
    final TestServers servers;
    final Tx tx;
    final TestBrowser moderator;
    final String at;
    final long id;

    private DemoSession(TestServers servers) {
        this.servers = servers;
        this.tx = servers.database().database().plain();
        this.moderator = servers.as("moderator");
        this.at = "/c/" + servers.guest("moderator").community();
        this.id = number("select id from session where community = 1 and state = 'called' order by id limit 1");
    }

    static DemoSession open() {
        DemoSession session = new DemoSession(TestServers.open());
        session.tx.run(
                "update session set starts_at = starts_at - interval '9 days' where community = 1 and id = $1",
                session.id);
        session.moderator.get(session.console());
        session.sent(303, session.address() + "/open", Map.of());
        session.tx.run("""
                insert into presence (community, session, voter, person, how, arrived_at)
                select 1, $1, r.place, r.person, 'door', '2026-03-02'
                from role r join place h on h.community = 1 and h.id = r.place and h.code like 'HP-017-%'
                where r.community = 1 and r.role = 'household_rep'
                """, session.id);
        return session;
    }

    void close() {
        servers.close();
    }

    long number(String sql) {
        return tx.first(row -> row.getLong(0), sql).orElseThrow();
    }

    String text(String sql) {
        return tx.first(row -> row.getString(0), sql).orElseThrow();
    }

    String address() {
        return at + "/sessions/" + id;
    }

    String console() {
        return address() + "/console";
    }

    /** Posted by the moderator. */
    HttpResponse<String> sent(int status, String path, Map<String, String> fields) {
        moderator.get(console());
        HttpResponse<String> answer = moderator.post(path, fields);
        assertEquals(status, answer.statusCode(), answer.body());
        return answer;
    }

    /** Puts the motion, or what the fields say; the address of the poll. */
    String put(Map<String, String> fields) {
        sent(303, address() + "/poll", fields);
        return at + "/polls/"
                + number("select id from poll where community = 1 and state = 'open' and session = " + id);
    }

    /** The moderator posts what a poll came to; its number in the register. */
    String posted(String poll) {
        String which = " where community = 1 and poll = " + poll.substring(poll.lastIndexOf('/') + 1);
        sent(303, at + "/matters/" + number("select matter from resolution" + which) + "/resolution", Map.of());
        return text("select number from resolution" + which);
    }

    /** Who may cast, on the frozen roll of the poll. */
    List<long[]> voters(String poll) {
        return tx.list(
                row -> new long[] {row.getLong("voter"), row.getLong("person")},
                "select voter, person from entitlement where community = 1 and poll = $1 and present order by label",
                Long.parseLong(poll.substring(poll.lastIndexOf('/') + 1)));
    }

    /** A ballot from a phone; the receipt. */
    String cast(String poll, int voter, Map<String, String> answer) {
        long[] who = voters(poll).get(voter);
        TestBrowser phone = servers.as(1, who[1]);
        phone.get(address());
        HttpResponse<String> answered = phone.post(
                poll + "/ballot",
                join(answer, Map.of("voter", String.valueOf(who[0]), "key", "phone-" + voter + poll)));
        assertEquals(303, answered.statusCode(), answered.body());
        return text("select receipt from ballot where community = 1 and poll = "
                + poll.substring(poll.lastIndexOf('/') + 1) + " and voter = " + who[0]);
    }

    static Map<String, String> join(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new java.util.LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    String page(String part, String path) {
        HttpResponse<String> answer = servers.as(part).get(path);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    String wall() {
        Matcher screen = SCREEN.matcher(moderator.get(console()).body());
        screen.find();
        return servers.stranger().get(screen.group(1).replace("&amp;", "&")).body();
    }
}
