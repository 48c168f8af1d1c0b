package pavilion.decision;

import java.util.Map;
import pavilion.db.Tx;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** For tests: a poll over days of the households of the demo's courtyard, put by the moderator. */
public record LongPoll(String at, long matter, long id) {

    public static LongPoll open(TestServers servers) {
        return open(servers, "T1", "yard.consult", "2026-03-08T19:30");
    }

    /** @param template in which the matter stands at its stage {@code poll} */
    public static LongPoll open(TestServers servers, String template, String rule, String closes) {
        Tx tx = servers.database().database().plain();
        String at = "/c/" + servers.guest("moderator").community();
        long matter = tx.first(
                        row -> row.getLong(0),
                        """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        select 1, 'LP-' || nextval('ids'), $1, $2, p.id, '装扶手', 't', $3, 'poll', 1, now(), now(),
                            'k' || nextval('ids') from place p where p.community = 1 and p.code = 'HP-017' returning id
                        """,
                        template,
                        rule,
                        servers.guest("household").person())
                .orElseThrow();
        TestBrowser moderator = servers.as("moderator");
        moderator.get(at + "/matters/" + matter + "/call");
        moderator.post(at + "/matters/" + matter + "/poll", Map.of("question", "装扶手吗？", "closes", closes));
        long id = tx.first(
                        row -> row.getLong(0),
                        "select id from poll where community = 1 and matter = $1 and state = 'open'",
                        matter)
                .orElseThrow();
        return new LongPoll(at, matter, id);
    }

    /** The matter's page. */
    public String page() {
        return at + "/matters/" + matter;
    }

    public String address() {
        return at + "/polls/" + id;
    }
}
