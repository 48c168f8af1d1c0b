package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pavilion.db.Tx;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoDatabase;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** A hall is one address: everybody in it signs in within minutes, with the passwords and the limits of the real server. */
class HallSignInTest {
    private static final int EACH = 300;
    private static final int AT_ONCE = 24;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    @Test
    void threeHundredSignInAndThreeHundredSetUpTheirAccountsFromOneAddress() throws Exception {
        try (TestServers servers = TestServers.open();
                var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            Tx tx = servers.database().database().plain();
            Long[] people = tx.list(row -> row.getLong(0), """
                            select p.id from person p where p.community = 1 and p.adult and p.household is not null
                              and not exists (select from account a where a.community = 1 and a.person = p.id)
                            order by p.id limit 600""").toArray(Long[]::new);
            List<Callable<Integer>> arrivals = new ArrayList<>();
            Long[] withPassword = new Long[EACH];
            Long[] invited = new Long[EACH];
            String[] hashes = new String[EACH];
            for (int i = 0; i < EACH; i++) {
                String code = InvitationCode.fresh();
                withPassword[i] = people[2 * i];
                invited[i] = people[2 * i + 1];
                hashes[i] = InvitationCode.hash(code);
                int n = i;
                arrivals.add(() ->
                        comes(servers, "/sign-in", Map.of("name", "hall " + n, "password", DemoCommunity.password())));
                arrivals.add(() -> comes(
                        servers, "/slip/" + code, Map.of("name", "new " + n, "password", "three kites over water")));
            }
            tx.run("""
                    insert into account (community, person, display_name, password_hash, created_at)
                    select 1, t.person, 'hall ' || (t.n - 1), (select password_hash from account where person = $2), now()
                    from unnest($1::bigint[]) with ordinality as t(person, n)
                    """, withPassword, servers.guest("household").person());
            Instant now = DemoDatabase.CLOCK.instant();
            InvitationStore.issue(tx, 1, invited, hashes, null, now, now.plus(Invitations.VALID));
            long began = System.nanoTime();
            for (Future<Integer> each : pool.invokeAll(arrivals)) {
                assertEquals(303, status(each));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.compareTo(WITHIN) < 0, took.toString());
        }
    }

    private static int status(Future<Integer> each) throws InterruptedException {
        try {
            return each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static int comes(TestServers servers, String path, Map<String, String> fields) {
        TestBrowser phone = servers.stranger();
        assertEquals(200, phone.get(path).statusCode());
        return phone.post(path, fields).statusCode();
    }
}
