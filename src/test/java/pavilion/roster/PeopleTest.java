package pavilion.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.account.TestSignIns;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoAccount;
import pavilion.demo.DemoDatabase;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.UserCache;
import pavilion.rules.Refused;
import pavilion.web.HttpError;

class PeopleTest {
    static TestDatabase it;
    static People people;
    static TestSignIns signIns;

    @BeforeAll
    static void open() {
        it = DemoDatabase.fresh();
        signIns = new TestSignIns(it, DemoDatabase.CLOCK);
        people = new People(it.database(), DemoDatabase.CLOCK, signIns.users());
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static CurrentUser as(String part) {
        return signIns.as(part);
    }

    private static DemoAccount person(String part) {
        return DemoDatabase.guest(it, part);
    }

    private static String refusal(Runnable act) {
        return assertThrows(Refused.class, act::run).refusal().key();
    }

    @Test
    void aCheckInPersonLiftsTheLevelAndNobodyChecksHimself() {
        long person = person("new").person();
        assertEquals(1, as("new").level());
        people.check(as("grid_worker"), 1, person, "visit");
        assertEquals(2, as("new").level());
        CurrentUser clerk = as("committee");
        assertEquals("roster.check.self", refusal(() -> people.check(clerk, 1, clerk.person(), "counter")));
    }

    @Test
    void whoDoesNotLookAfterThePlaceNeitherSeesNorChecks() {
        long person = person("elsewhere").person();
        for (String part : new String[] {"household", "moderator", "street", "stranger", "property"}) {
            CurrentUser user = as(part);
            assertThrows(HttpError.class, () -> people.find(user, 1, person), part);
            assertThrows(HttpError.class, () -> people.check(user, 1, person, "visit"), part);
        }
        CurrentUser clerk = as("committee");
        assertThrows(
                HttpError.class, () -> people.find(clerk, 2, person("stranger").person()));
        assertThrows(
                HttpError.class, () -> people.find(clerk, 1, person("stranger").person()));
        CurrentUser admin = as("admin");
        assertThrows(HttpError.class, () -> people.check(admin, 1, person, "visit"));
    }

    @Test
    void aHouseholdHasOneRepresentativeAndTheDatabaseSaysSo() {
        CurrentUser clerk = as("committee");
        PeopleStore.PersonOnRoll head =
                people.find(clerk, 1, person("neighbour").person());
        PeopleStore.PersonOnRoll other = people.search(1, head.path(), "", 0, 40).stream()
                .filter(p -> p.adult() && p.id() != head.id())
                .findFirst()
                .orElseThrow();
        assertEquals(
                "roster.role.representative-taken",
                refusal(() -> people.give(clerk, 1, other.id(), Role.HOUSEHOLD_REP, "", null)));
        long household = people.posts(1, head.id()).stream()
                .filter(p -> p.role().equals("household_rep"))
                .findFirst()
                .orElseThrow()
                .place();
        CompletableFuture<Long> told = new CompletableFuture<>();
        signIns.users().onChange(new UserCache.Listener() {
            @Override
            public void personChanged(long person) {
                told.complete(person);
            }

            @Override
            public void communityChanged(int community) {}
        });
        people.end(clerk, 1, head.id(), Role.HOUSEHOLD_REP, household);
        // This closes the person's sockets.
        assertEquals(head.id(), told.orTimeout(10, TimeUnit.SECONDS).join());
        assertFalse(as("neighbour").has(Role.HOUSEHOLD_REP, 1));
        people.give(clerk, 1, other.id(), Role.HOUSEHOLD_REP, "", null);
        assertEquals(
                "roster.role.not-held", refusal(() -> people.end(clerk, 1, head.id(), Role.HOUSEHOLD_REP, household)));
    }

    @Test
    void theOfficeIsAppointedByTheAdministratorAndNobodyAppointsHimself() {
        CurrentUser clerk = as("committee");
        long person = person("elsewhere").person();
        assertThrows(HttpError.class, () -> people.give(clerk, 1, person, Role.ADMIN, "", null));
        CurrentUser admin = as("admin");
        people.give(admin, 1, person, Role.SUPERVISION, "", null);
        assertTrue(as("elsewhere").has(Role.SUPERVISION, 1));
        assertThrows(HttpError.class, () -> people.give(admin, 1, person, Role.MODERATOR, "", null));
        assertEquals(
                "roster.role.self", refusal(() -> people.give(admin, 1, admin.person(), Role.COMMITTEE, "", null)));
        assertEquals(
                "roster.role.no-place", refusal(() -> people.give(clerk, 1, person, Role.RECORDER, "JM01-001", null)));
    }

    @Test
    void aPostThatWouldBeOverAlreadyIsRefused() {
        CurrentUser clerk = as("committee");
        long person = person("neighbour").person();
        LocalDate today = LocalDate.parse("2026-03-02");
        assertEquals(
                "roster.role.over",
                refusal(() -> people.give(clerk, 1, person, Role.RECORDER, "", today.minusDays(1))));
        people.give(clerk, 1, person, Role.RECORDER, "", today);
    }

    @Test
    void onlyWhatOneMayEndIsShownWithTheWayToEndIt() {
        DemoAccount tenant = person("tenant");
        PeopleStore.Post home = people.posts(1, tenant.person()).stream()
                .filter(post -> post.role().equals("resident"))
                .findFirst()
                .orElseThrow();
        assertTrue(People.mayEnd(as("committee"), 1, tenant.person(), home));
        assertFalse(People.mayEnd(as("admin"), 1, tenant.person(), home));
        CurrentUser clerk = as("committee");
        people.posts(1, clerk.person()).forEach(own -> assertFalse(People.mayEnd(clerk, 1, clerk.person(), own)));
    }

    @Test
    void everyActIsOnTheRollsChainUnderACodeAndNeverAName() {
        people.give(as("committee"), 1, person("tenant").person(), Role.RECORDER, "", null);
        var rows = it.database().plain().query("select by_post, payload from audit where chain = 'roll'");
        assertTrue(rows.size() > 0);
        rows.forEach(row -> {
            assertTrue(row.getString("by_post").startsWith("HP-")
                    || row.getString("by_post").startsWith("staff-"));
            assertFalse(row.getString("payload").contains("居民"));
        });
    }
}
