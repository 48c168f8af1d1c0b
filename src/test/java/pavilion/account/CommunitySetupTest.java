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
import pavilion.roster.CommunityStore;
import pavilion.roster.RollReport;
import pavilion.roster.Rolls;
import pavilion.roster.RollsTest;
import pavilion.rules.Refused;
import pavilion.web.Communities.Community;

class CommunitySetupTest {
    static TestDatabase it;
    static CommunitySetup setup;
    static TestSignIns signIns;

    @BeforeAll
    static void open() {
        it = TestDatabase.fresh();
        setup = new CommunitySetup(it.database(), DemoDatabase.CLOCK);
        signIns = new TestSignIns(it, DemoDatabase.CLOCK);
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static CommunitySetup.NewCommunity asked(String code) {
        return new CommunitySetup.NewCommunity(code, "和平里社区", "和平里街道", "东城区", "主任甲");
    }

    private static String refusal(CommunitySetup where, CommunitySetup.NewCommunity asked) {
        return assertThrows(Refused.class, () -> where.found(asked)).refusal().key();
    }

    private static long count(String table) {
        return it.database()
                .plain()
                .first(row -> row.getLong(0), "select count(*) from " + table)
                .orElseThrow();
    }

    private static Community community(String code) {
        return CommunityStore.byCode(it.database().plain(), code).orElseThrow();
    }

    @Test
    void theAdministratorSignsInByTheInvitationAndMayDoAllThatStartsACommunity() {
        CommunitySetup.Invited invited = setup.found(asked("first"));
        Accounts.Token token = signIns.byInvitation(invited.code(), "主任甲", "three kites over water", "t");
        CurrentUser admin = signIns.user(token.value());
        Community where = community("first");
        assertEquals("和平里社区", where.name());
        assertTrue(admin.has(Role.ADMIN, where.id(), where.rootPath()));
        assertTrue(admin.has(Role.COMMITTEE, where.id(), where.rootPath()));
        assertFalse(admin.has(Role.SCRUTINEER, where.id()));
        assertThrows(Refused.class, () -> signIns.byInvitation(invited.code(), "别人", "another long password", "t"));
        var acts = AuditStore.read(it.database().plain(), where.id(), "roll");
        assertEquals(
                List.of("community.founded", "slip.set-up"),
                acts.stream().map(a -> a.act()).toList());
        assertEquals("cli", acts.getFirst().by());
        assertFalse(acts.toString().contains("主任甲"), "no names on the chain");
    }

    @Test
    void aRollImportedIntoItIsItsRoll(@TempDir Path folder) throws IOException {
        setup.found(asked("rolled"));
        int id = community("rolled").id();
        Path file = Files.write(folder.resolve("r.csv"), RollsTest.GOOD.getBytes(StandardCharsets.UTF_8));
        RollReport report = new Rolls(it.database(), DemoDatabase.CLOCK).take(id, file, "", false, "cli", (d, a) -> {});
        assertTrue(report.applied(), report.toString());
        assertEquals(2, report.peopleNew());
    }

    @Test
    void twoCommunitiesOfOneStreetShareIt() {
        long before = count("area");
        setup.found(asked("shared-1"));
        setup.found(asked("shared-2"));
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
        setup.found(asked("taken"));
        long people = count("person");
        long places = count("place");
        assertEquals("roster.found.taken", refusal(setup, asked("taken")));
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
        assertEquals("roster.found.code", refusal(setup, asked(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "一\n二", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"})
    void aNameThatIsNoneIsRefused(String name) {
        assertEquals(
                "roster.found.words", refusal(setup, new CommunitySetup.NewCommunity("named", name, "街道", "区", "甲")));
        assertEquals(
                "roster.found.words", refusal(setup, new CommunitySetup.NewCommunity("named", "社区", name, "区", "甲")));
        assertEquals(
                "roster.found.words", refusal(setup, new CommunitySetup.NewCommunity("named", "社区", "街道", name, "甲")));
        assertEquals(
                "roster.found.words", refusal(setup, new CommunitySetup.NewCommunity("named", "社区", "街道", "区", name)));
    }

    @Test
    void aDatabaseOfTheDemoTakesNoRealCommunity() {
        try (TestDatabase demo = DemoDatabase.fresh()) {
            assertTrue(SettingStore.isDemo(demo.database().plain()));
            CommunitySetup there = new CommunitySetup(demo.database(), DemoDatabase.CLOCK);
            assertEquals("roster.found.demo", refusal(there, asked("real")));
        }
    }

    @Test
    void aNewInvitationFromTheMachineEndsTheOldOneAndIsForPeopleOfTheRollOnly() {
        CommunitySetup.Invited old = setup.found(asked("again"));
        CommunitySetup.Invited fresh = setup.invite("again", "admin");
        Accounts accounts = signIns.accounts;
        assertTrue(accounts.invitation(old.code(), "t").isEmpty());
        assertTrue(accounts.invitation(fresh.code(), "t").isPresent());
        for (String[] nobody : new String[][] {{"again", "x"}, {"nowhere", "admin"}, {"", ""}}) {
            assertEquals(
                    "roster.found.nobody",
                    assertThrows(Refused.class, () -> setup.invite(nobody[0], nobody[1]))
                            .refusal()
                            .key());
        }
    }
}
