package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoDatabase;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.roster.PlaceStore;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.web.HttpError;

class AccountsTest {
    static TestDatabase it;
    static final SettableClock CLOCK = new SettableClock();
    static TestSignIns signIns;
    static Invitations invitations;

    static final class SettableClock extends Clock {
        Instant now = DemoDatabase.CLOCK.instant();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeAll
    static void open() {
        it = DemoDatabase.fresh();
        invitations = new Invitations(it.database(), CLOCK);
    }

    @BeforeEach
    void fresh() {
        signIns = new TestSignIns(it, CLOCK);
    }

    @AfterAll
    static void close() {
        it.close();
    }

    static CurrentUser user(String token) {
        return signIns.user(token);
    }

    static CurrentUser as(String part) {
        return signIns.as(part);
    }

    static long place(String code) {
        return PlaceStore.byCode(it.database().plain(), 1, "courtyard", code)
                .orElseThrow()
                .id();
    }

    static String code(String courtyard) {
        return invitations
                .forPlace(as("committee"), 1, place(courtyard), true)
                .getFirst()
                .code();
    }

    static String refusal(Runnable act) {
        return assertThrows(Refused.class, act::run).refusal().key();
    }

    @Test
    void theRightPasswordSignsInWithEveryRoleOfToday() {
        CurrentUser me = as("household");
        assertEquals("居民0412", me.name());
        assertEquals(2, me.level());
        assertTrue(me.has(Role.HOUSEHOLD_REP, 1, me.householdPath()));
        assertTrue(me.belongs(1, "/" + me.householdPath().split("/")[1] + "/"));
        assertFalse(me.has(Role.COMMITTEE, 1));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldTheSame() {
        String known = refusal(() -> signIns.byPassword("居民0412", "not the password", "a"));
        String unknown = refusal(() -> signIns.byPassword("nobody at all", "not the password", "a"));
        assertEquals("roster.sign-in.wrong", known);
        assertEquals(known, unknown);
    }

    @Test
    void whoTriedTooOftenWaitsAndTheWaitGrowsAndEnds() {
        String name = DemoDatabase.guest(it, "recorder").name();
        for (int i = 0; i < 5; i++) {
            assertEquals("roster.sign-in.wrong", refusal(() -> signIns.byPassword(name, "wrong-wrong", "b")));
        }
        assertEquals("roster.sign-in.wait", refusal(() -> signIns.byPassword(name, DemoCommunity.password(), "b")));
        CLOCK.now = CLOCK.now.plus(Duration.ofSeconds(31));
        assertEquals("roster.sign-in.wrong", refusal(() -> signIns.byPassword(name, "wrong-wrong", "b")));
        CLOCK.now = CLOCK.now.plus(Duration.ofSeconds(31));
        assertEquals("roster.sign-in.wait", refusal(() -> signIns.byPassword(name, "wrong-wrong", "b")));
        CLOCK.now = CLOCK.now.plus(Duration.ofMinutes(1));
        assertNotNull(signIns.byPassword(name, DemoCommunity.password(), "b"));
        assertEquals("roster.sign-in.wrong", refusal(() -> signIns.byPassword(name, "wrong-wrong", "b")));
    }

    @Test
    void ofTwoBrowsersWithTheSameInvitationExactlyOneGetsIn() throws Exception {
        String code = code("HP-050");
        List<Callable<Object>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String name = "twice " + i;
            both.add(() -> {
                try {
                    return signIns.byInvitation(code, name, "a long enough sentence", "c");
                } catch (Refused no) {
                    return no.refusal().key();
                }
            });
        }
        int in = 0;
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (Future<Object> one : pool.invokeAll(both)) {
                if (one.get() instanceof Accounts.Token) {
                    in++;
                } else {
                    assertEquals("roster.invitation.dead", one.get());
                }
            }
        }
        assertEquals(1, in);
    }

    @Test
    void aCodeIsReadWhateverTheCaseTheSpacesAndTheLookAlikes() {
        String code = code("HP-051");
        String sloppy = code.toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('5', 's');
        assertTrue(signIns.accounts
                .invitation(sloppy.substring(0, 5) + " - " + sloppy.substring(5), "d")
                .isPresent());
        assertTrue(signIns.accounts.invitation("", "d").isEmpty());
        assertTrue(signIns.accounts.invitation("x".repeat(10_000), "d").isEmpty());
    }

    @Test
    void anExpiredInvitationAReplacedOneAndARevokedOneLetNobodyIn() {
        CurrentUser clerk = as("committee");
        String old =
                invitations.forPlace(clerk, 1, place("HP-052"), true).getFirst().code();
        long person = signIns.accounts.invitation(old, "e").orElseThrow().person();
        String newer = invitations.forPerson(clerk, 1, person).code();
        assertEquals(
                "roster.invitation.dead", refusal(() -> signIns.byInvitation(old, "e", "a long enough sentence", "e")));
        assertTrue(signIns.accounts.invitation(newer, "e").isPresent());
        invitations.revoke(clerk, 1, person);
        assertEquals(
                "roster.invitation.dead",
                refusal(() -> signIns.byInvitation(newer, "e", "a long enough sentence", "e")));
        String third = invitations.forPerson(clerk, 1, person).code();
        CLOCK.now = CLOCK.now.plus(Duration.ofDays(31));
        assertEquals(
                "roster.invitation.dead",
                refusal(() -> signIns.byInvitation(third, "e", "a long enough sentence", "e")));
    }

    @Test
    void aNewInvitationReplacesALostPasswordAndSignsOutEverywhereElse() {
        String name = DemoDatabase.guest(it, "elsewhere").name();
        String phone = signIns.byPassword(name, DemoCommunity.password(), "f").value();
        String code =
                invitations.forPerson(as("committee"), 1, user(phone).person()).code();
        String now =
                signIns.byInvitation(code, name, "a new long sentence", "f").value();
        assertNull(user(phone));
        assertEquals(1, user(now).level(), "checked in person again");
        assertEquals("roster.sign-in.wrong", refusal(() -> signIns.byPassword(name, DemoCommunity.password(), "f")));
        assertNotNull(signIns.byPassword(name, "a new long sentence", "f"));
    }

    @Test
    void aTakenNameCostsNobodyTheInvitation() {
        String code = code("HP-053");
        assertEquals(
                "roster.set-up.name-taken",
                refusal(() -> signIns.byInvitation(code, "居民0412", "a long sentence", "g")));
        assertNotNull(signIns.byInvitation(code, "somebody new", "a long sentence", "g"));
    }

    @Test
    void passwordsThatEverybodyTriesAreRefused() {
        for (String weak : List.of("12345678", "woaini1314", "A123456789", "88888888", "password")) {
            assertEquals(
                    "roster.password.common",
                    Passwords.refuse(weak, "x").orElseThrow().key(),
                    weak);
        }
        assertEquals(
                "roster.password.short",
                Passwords.refuse("1234567", "x").orElseThrow().key());
        assertEquals(
                "roster.password.name",
                Passwords.refuse("王小明的名字很长", "王小明的名字很长").orElseThrow().key());
        assertTrue(Passwords.refuse("院坝里的老槐树", "x").isPresent());
        assertTrue(Passwords.refuse("院坝里的那棵老槐树", "x").isEmpty());
    }

    @Test
    void onlyTheCommitteeOfThePlaceInvites() {
        for (String part : List.of("household", "moderator", "admin", "street", "stranger")) {
            CurrentUser user = as(part);
            assertEquals(
                    403,
                    assertThrows(HttpError.class, () -> invitations.forPlace(user, 1, place("HP-054"), true))
                            .status(),
                    part);
        }
        CurrentUser clerk = as("committee");
        long foreign = it.database()
                .plain()
                .first(row -> row.getLong(0), "select id from place where community = 2 and kind = 'courtyard' limit 1")
                .orElseThrow();
        assertThrows(HttpError.class, () -> invitations.forPlace(clerk, 2, foreign, true));
        assertThrows(HttpError.class, () -> invitations.forPlace(clerk, 1, foreign, true));
    }

    @Test
    void signingOutHereLeavesTheOtherBrowserAndEverywhereLeavesNone() {
        String name = DemoDatabase.guest(it, "neighbour").name();
        String one = signIns.byPassword(name, DemoCommunity.password(), "h").value();
        String two = signIns.byPassword(name, DemoCommunity.password(), "h").value();
        signIns.accounts.signOut(user(one), Sha256.of(one));
        assertNull(user(one));
        signIns.accounts.signOutEverywhere(user(two));
        assertNull(user(two));
    }

    @Test
    void aRoleCountsFromItsFirstDayToItsLastInTheCommunityOwnTime() {
        long person = DemoDatabase.guest(it, "owner").person();
        it.database().plain().run("""
                insert into role (community, home, person, role, place, from_day, to_day)
                select 1, 1, $1, 'recorder', id, date '2030-01-02', date '2030-01-03'
                from place where community = 1 and kind = 'community'
                """, person);
        Instant before = CLOCK.now;
        try {
            CLOCK.now = Instant.parse("2030-01-01T15:59:00Z");
            assertFalse(as("owner").has(Role.RECORDER, 1));
            CLOCK.now = Instant.parse("2030-01-01T16:01:00Z");
            assertTrue(as("owner").has(Role.RECORDER, 1));
            CLOCK.now = Instant.parse("2030-01-03T16:01:00Z");
            assertFalse(as("owner").has(Role.RECORDER, 1));
        } finally {
            CLOCK.now = before;
        }
    }
}
