package pavilion.account;

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
import pavilion.db.SettingStore;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoDatabase;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.UserCache;
import pavilion.roster.CommunityStore;
import pavilion.roster.RollReport;
import pavilion.roster.Rolls;
import pavilion.roster.RollsTest;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.web.Communities.Community;
import pavilion.web.RateLimits;

class CommunitySetupTest {
    static TestDatabase it;
    static CommunitySetup founding;

    @BeforeAll
    static void open() {
        it = TestDatabase.fresh();
        founding = new CommunitySetup(it.database(), DemoDatabase.CLOCK);
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static CommunitySetup.Ask ask(String code) {
        return new CommunitySetup.Ask(code, "和平里社区", "和平里街道", "东城区", "主任甲");
    }

    private static String refusal(CommunitySetup where, CommunitySetup.Ask ask) {
        return assertThrows(Refused.class, () -> where.found(ask)).refusal().key();
    }

    private static long count(String table) {
        return it.database()
                .plain()
                .first(row -> row.getLong(0), "select count(*) from " + table)
                .orElseThrow();
    }

    private static Accounts accounts(UserCache viewers) {
        return new Accounts(
                it.database(), DemoDatabase.CLOCK, viewers, new RateLimits(10_000, 10_000), new Passwords());
    }

    private static UserCache viewers() {
        return new UserCache(TestDatabase.vertx(), new SignInStore(it.database(), DemoDatabase.CLOCK));
    }

    private static Community community(String code) {
        return new CommunityStore(it.database()).reload().byCode(code);
    }

    @Test
    void theAdministratorComesInByTheSlipAndMayDoAllThatStartsACommunity() {
        CommunitySetup.Slip slip = founding.found(ask("first"));
        Accounts.Token token = accounts(viewers()).setUp(slip.code(), "主任甲", "three kites over water", "t");
        CurrentUser admin = new SignInStore(it.database(), DemoDatabase.CLOCK)
                .find(Sha256.of(token.value()))
                .await();
        Community where = community("first");
        assertEquals("和平里社区", where.name());
        assertTrue(admin.has(Role.ADMIN, where.id(), where.rootPath()));
        assertTrue(admin.has(Role.COMMITTEE, where.id(), where.rootPath()));
        assertFalse(admin.has(Role.SCRUTINEER, where.id()));
        assertThrows(Refused.class, () -> accounts(viewers()).setUp(slip.code(), "别人", "another long password", "t"));
        var acts = AuditStore.read(it.database().plain(), where.id(), "roll");
        assertEquals(
                List.of("community.founded", "slip.set-up"),
                acts.stream().map(a -> a.act()).toList());
        assertEquals("cli", acts.getFirst().by());
        assertFalse(acts.toString().contains("主任甲"), "no names on the chain");
    }

    @Test
    void aRollImportedIntoItIsItsRoll(@TempDir Path folder) throws IOException {
        founding.found(ask("rolled"));
        int id = community("rolled").id();
        Path file = Files.write(folder.resolve("r.csv"), RollsTest.GOOD.getBytes(StandardCharsets.UTF_8));
        RollReport report = new Rolls(it.database(), DemoDatabase.CLOCK).take(id, file, false, "cli", (d, a) -> {});
        assertTrue(report.applied(), report.toString());
        assertEquals(2, report.peopleNew());
    }

    @Test
    void twoCommunitiesOfOneStreetShareIt() {
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
    void aCodeThatIsTakenIsRefusedAndLeavesNothing() {
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
    void aCodeThatCannotStandInAnAddressIsRefused(String code) {
        assertEquals("roster.found.code", refusal(founding, ask(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "一\n二", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"})
    void aNameThatIsNoneIsRefused(String name) {
        assertEquals("roster.found.words", refusal(founding, new CommunitySetup.Ask("named", name, "街道", "区", "甲")));
        assertEquals("roster.found.words", refusal(founding, new CommunitySetup.Ask("named", "社区", name, "区", "甲")));
        assertEquals("roster.found.words", refusal(founding, new CommunitySetup.Ask("named", "社区", "街道", name, "甲")));
        assertEquals("roster.found.words", refusal(founding, new CommunitySetup.Ask("named", "社区", "街道", "区", name)));
    }

    @Test
    void aDatabaseOfTheDemoTakesNoRealCommunity() {
        try (TestDatabase demo = DemoDatabase.fresh()) {
            assertTrue(SettingStore.isDemo(demo.database().plain()));
            CommunitySetup there = new CommunitySetup(demo.database(), DemoDatabase.CLOCK);
            assertEquals("roster.found.demo", refusal(there, ask("real")));
        }
    }

    @Test
    void aNewSlipFromTheMachineEndsTheOldOneAndIsForPeopleOfTheRollOnly() {
        CommunitySetup.Slip old = founding.found(ask("again"));
        CommunitySetup.Slip fresh = founding.slip("again", "admin");
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
