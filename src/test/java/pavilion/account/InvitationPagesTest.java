package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestServers;

/** The page from which the invitations of a courtyard are printed. */
class InvitationPagesTest {
    private static TestServers servers;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @Test
    void theClerkIsToldWhichSignsOfTheNamesNoInvitationShows() {
        String path = "/c/" + servers.guest("committee").community() + "/desk/slips";
        assertFalse(servers.as("committee").get(path).body().contains("印不出来"));
        servers.database().database().plain().run("""
                update person set name = '𠮷野' where community = 1 and id = (
                    select p.id from person p join place h on h.community = 1 and h.id = p.household
                    where p.community = 1 and p.adult and h.kind = 'household'
                      and not exists (select from account a where a.community = 1 and a.person = p.id)
                    order by p.id limit 1)""");
        String page = servers.as("committee").get(path).body();
        assertTrue(page.contains("这些字印不出来：𠮷。"), page);
    }
}
