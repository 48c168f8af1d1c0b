package pavilion.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.audit.AuditStore;
import pavilion.db.HouseStore;
import pavilion.db.TestDatabase;
import pavilion.rules.Refused;
import pavilion.web.Communities.Community;
import pavilion.web.Limits;
import pavilion.web.Role;
import pavilion.web.Viewer;
import pavilion.web.Viewers;

class FoundingTest {
    static TestDatabase it;
    static Founding founding;

    @BeforeAll
    static void open() {
        it = TestDatabase.fresh();
        founding = new Founding(it.database(), DemoDatabase.CLOCK);
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static Founding.Ask ask(String code) {
        return new Founding.Ask(code, "和平里社区", "和平里街道", "东城区", "主任甲");
    }

    private static String refusal(Founding where, Founding.Ask ask) {
        return assertThrows(Refused.class, () -> where.found(ask)).refusal().key();
    }

    private static long count(String table) {
        return it.database()
                .plain()
                .first(row -> row.getLong(0), "select count(*) from " + table)
                .orElseThrow();
    }

    private static Accounts accounts(Viewers viewers) {
        return new Accounts(it.database(), DemoDatabase.CLOCK, viewers, new Limits(10_000, 10_000), new Passwords());
    }

    private static Viewers viewers() {
        return new Viewers(TestDatabase.vertx(), new RosterStore(it.database(), DemoDatabase.CLOCK));
    }

    private static Community community(String code) {
        return new CommunityStore(it.database()).reload().byCode(code);
    }

    @Test
    void the_administrator_comes_in_by_the_slip_and_may_do_all_that_starts_a_community() {
        Founding.Slip slip = founding.found(ask("first"));
        Accounts.Token token = accounts(viewers()).setUp(slip.code(), "主任甲", "three kites over water", "t");
        Viewer admin = new RosterStore(it.database(), DemoDatabase.CLOCK)
                .find(pavilion.web.Secrets.sha256(token.value()))
                .await();
        Community where = community("first");
        assertEquals("和平里社区", where.name());
        assertTrue(admin.has(Role.ADMIN, where.id(), where.rootPath()));
        assertTrue(admin.has(Role.COMMITTEE, where.id(), where.rootPath()));
        assertFalse(admin.has(Role.SCRUTINEER, where.id()));
        assertThrows(Refused.class, () -> accounts(viewers()).setUp(slip.code(), "别人", "another long password", "t"));
        var acts = new AuditStore().read(it.database().plain(), where.id(), "roll");
        assertEquals(
                List.of("community.founded", "slip.set-up"),
                acts.stream().map(a -> a.act()).toList());
        assertEquals("cli", acts.getFirst().by());
        assertFalse(acts.toString().contains("主任甲"), "no names on the chain");
    }

    @Test
    void a_roll_imported_into_it_is_its_roll(@TempDir Path folder) throws IOException {
        founding.found(ask("rolled"));
        int id = community("rolled").id();
        Path file = Files.write(folder.resolve("r.csv"), RollsTest.GOOD.getBytes(StandardCharsets.UTF_8));
        RollReport report = new Rolls(it.database(), DemoDatabase.CLOCK).take(id, file, false, "cli", (d, a) -> {});
        assertTrue(report.applied(), report.toString());
        assertEquals(2, report.peopleNew());
    }

    @Test
    void two_communities_of_one_street_share_it() {
        long before = count("area");
        founding.found(ask("shared-1"));
        founding.found(ask("shared-2"));
        assertTrue(count("area") - before <= 2);
        assertEquals(
                1,
                it.database()
                        .plain()
                        .query("select distinct street from community where code like 'shared-%'")
                        .size());
    }

    @Test
    void a_code_that_is_taken_is_refused_and_leaves_nothing() {
        founding.found(ask("taken"));
        long people = count("person");
        long places = count("place");
        assertEquals("roster.found.taken", refusal(founding, ask("taken")));
        assertEquals(people, count("person"));
        assertEquals(places, count("place"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "-a",
                "HePing",
                "he ping",
                "和平里",
                "a/b",
                "a'b",
                "../x",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void a_code_that_cannot_stand_in_an_address_is_refused(String code) {
        assertEquals("roster.found.code", refusal(founding, ask(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "一\n二", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"})
    void a_name_that_is_none_is_refused(String name) {
        assertEquals("roster.found.words", refusal(founding, new Founding.Ask("named", name, "街道", "区", "甲")));
        assertEquals("roster.found.words", refusal(founding, new Founding.Ask("named", "社区", name, "区", "甲")));
        assertEquals("roster.found.words", refusal(founding, new Founding.Ask("named", "社区", "街道", name, "甲")));
        assertEquals("roster.found.words", refusal(founding, new Founding.Ask("named", "社区", "街道", "区", name)));
    }

    @Test
    void a_database_of_the_demo_takes_no_real_community() {
        try (TestDatabase demo = DemoDatabase.fresh()) {
            assertTrue(HouseStore.isDemo(demo.database().plain()));
            Founding there = new Founding(demo.database(), DemoDatabase.CLOCK);
            assertEquals("roster.found.demo", refusal(there, ask("real")));
        }
    }

    @Test
    void a_new_slip_from_the_machine_ends_the_old_one_and_is_for_people_of_the_roll_only() {
        Founding.Slip old = founding.found(ask("again"));
        Founding.Slip fresh = founding.slip("again", "admin");
        Accounts accounts = accounts(viewers());
        assertTrue(accounts.slip(old.code(), "t").isEmpty());
        assertTrue(accounts.slip(fresh.code(), "t").isPresent());
        for (String[] nobody : new String[][] {{"again", "x"}, {"nowhere", "admin"}, {"", ""}}) {
            assertEquals(
                    "roster.found.nobody",
                    assertThrows(Refused.class, () -> founding.slip(nobody[0], nobody[1]))
                            .refusal()
                            .key());
        }
    }
}
