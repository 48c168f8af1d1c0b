package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoDatabase;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.roster.People;
import pavilion.rules.Refused;

/** Whoever could have set an account up does not vouch for it: no clerk alone can vote as somebody else. */
final class CheckInPersonTest {
    private static final String PASSWORD = "three kites over water";

    private final TestDatabase it = TestDatabase.fresh();
    private final CommunitySetup setup = new CommunitySetup(it.database(), DemoDatabase.CLOCK);
    private final TestSignIns signIns = new TestSignIns(it, DemoDatabase.CLOCK);
    private final People people = new People(it.database(), DemoDatabase.CLOCK, signIns.users());
    private final Invitations invitations = new Invitations(it.database(), DemoDatabase.CLOCK);
    private final String founder = setUp(
            setup.found(new CommunitySetup.NewCommunity("yard", "Yard", "Mill Street", "East", "Ada"))
                    .code(),
            "Ada");
    private final long root = first("select id from place where kind = 'community'");

    @AfterEach
    void close() {
        it.close();
    }

    private long first(String sql) {
        return it.database().plain().first(row -> row.getLong(0), sql).orElseThrow();
    }

    /** @return their token */
    private String setUp(String code, String name) {
        return signIns.byInvitation(code, name, PASSWORD, "address of " + name).value();
    }

    private CurrentUser user(String token) {
        return signIns.user(token);
    }

    private long person(String name) {
        return it.database()
                .plain()
                .first(
                        row -> row.getLong(0),
                        "insert into person (community, name, code, adult, permanent) values (1, $1, $1, true, false) returning id",
                        name)
                .orElseThrow();
    }

    /** @return the token of somebody who was invited by that user */
    private String invited(String by, String name) {
        return setUp(invitations.forPerson(user(by), 1, person(name)).code(), name);
    }

    private void check(String by, String whom) {
        people.check(user(by), 1, user(whom).person(), "visit");
    }

    private void give(String by, String whom, Role role) {
        people.give(user(by), 1, user(whom).person(), role, "", null);
    }

    private List<String> checkers(String whom) {
        return people.checkers(1, user(whom).person()).names();
    }

    private static String refusal(Runnable act) {
        return assertThrows(Refused.class, act::run).refusal().key();
    }

    @Test
    void whoPrintedTheFirstInvitationDoesNotCheckAndTheOneWhoFoundedTheCommunityCan() {
        String clerk = invited(founder, "Ben");
        give(founder, clerk, Role.COMMITTEE);
        String resident = invited(clerk, "Cleo");
        assertEquals("roster.check.own-slip", refusal(() -> check(clerk, resident)));
        assertEquals(1, user(resident).level());
        assertEquals("Ben", people.checkers(1, user(resident).person()).printedBy());
        assertEquals(List.of("Ada"), checkers(resident));
        check(founder, resident);
        assertEquals(2, user(resident).level());
        assertEquals("", people.checkers(1, user(resident).person()).printedBy());
    }

    @Test
    void aSingleClerkAppointsAnotherOneWhoPrintsOrAsksForAnInvitationByCommand() {
        String resident = invited(founder, "Cleo");
        assertEquals("roster.check.own-slip", refusal(() -> check(founder, resident)));
        assertEquals(List.of(), checkers(resident));
        long person = person("Ben");
        String clerk = setUp(setup.invite("yard", "Ben").code(), "Ben");
        assertEquals(person, user(clerk).person());
        give(founder, clerk, Role.COMMITTEE);
        assertEquals(List.of("Ben"), checkers(resident));
        check(clerk, resident);
        assertEquals(2, user(resident).level());
        check(founder, clerk);
        assertEquals(2, user(clerk).level());
    }

    @Test
    void whoWasNotCheckedDoesNotCheckOthersForWhoeverPrintedTheirInvitation() {
        String clerk = setUp(command("Ben"), "Ben");
        give(founder, clerk, Role.COMMITTEE);
        String accomplice = invited(clerk, "Dan");
        give(clerk, accomplice, Role.GRID_WORKER);
        String resident = invited(clerk, "Cleo");
        assertEquals("roster.check.checker-unchecked", refusal(() -> check(accomplice, resident)));
        assertFalse(checkers(resident).contains("Dan"));
        check(founder, accomplice);
        assertTrue(checkers(resident).contains("Dan"));
        check(accomplice, resident);
        assertEquals(2, user(resident).level());
    }

    private String command(String name) {
        person(name);
        return setup.invite("yard", name).code();
    }

    @Test
    void anAccountThatANewInvitationTookOverVouchesForNobody() {
        String clerk = setUp(command("Ben"), "Ben");
        give(founder, clerk, Role.COMMITTEE);
        String thirdAsSheWas = setUp(command("Eva"), "Eva");
        give(founder, thirdAsSheWas, Role.COMMITTEE);
        check(founder, thirdAsSheWas);
        String resident = invited(founder, "Cleo");
        String takenOver = setUp(
                invitations
                        .forPerson(user(clerk), 1, user(thirdAsSheWas).person())
                        .code(),
                "Eva");
        assertEquals(1, user(takenOver).level());
        assertEquals("roster.check.checker-unchecked", refusal(() -> check(takenOver, resident)));
        long other = person("Finn");
        assertEquals("roster.check.lapsed-yourself", refusal(() -> invitations.forPerson(user(takenOver), 1, other)));
        assertEquals(
                "roster.check.lapsed-yourself", refusal(() -> invitations.forPlace(user(takenOver), 1, root, false)));
        assertEquals("roster.check.lapsed-yourself", refusal(() -> give(takenOver, resident, Role.GRID_WORKER)));
        assertEquals("roster.check.own-slip", refusal(() -> check(clerk, takenOver)));
        check(founder, takenOver);
        give(takenOver, resident, Role.GRID_WORKER);
        check(takenOver, resident);
        assertEquals(2, user(resident).level());
    }
}
