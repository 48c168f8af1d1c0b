package pavilion.session.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.electorate.Voter;
import pavilion.session.SessionCase;

/** Checking in by the code on the projector, through another system, and at the desk. */
final class CheckInTest extends SessionCase {
    @BeforeEach
    void begin() {
        sessions.open(1, session, MODERATOR);
    }

    @Test
    void theCodeChangesAndAPhotographOfItIsSoonWorthless() {
        CheckInCode code = module.code();
        String first = code.now(now());
        String pass = code.passFor(now(), first).orElseThrow();
        village.clock.forward(Duration.ofSeconds(60));
        assertTrue(code.passFor(now(), first).isPresent());
        village.clock.forward(Duration.ofSeconds(75));
        assertTrue(code.passFor(now(), first).isEmpty());
        attendance.checkIn(1, session, 201, pass);
        assertEquals(1, present());
        village.clock.forward(Duration.ofSeconds(600));
        refused("session.refused.door-key", () -> attendance.checkIn(1, session, 202, pass));
        attendance.leave(1, session, 201);
        assertEquals(0, present());
        assertEquals(
                List.of("out self", "in qr"),
                PresenceStore.events(db.plain(), now(), 9).stream()
                        .map(event -> event.way().key() + " " + event.how().key())
                        .toList());
    }

    @Test
    void anotherCheckInSystemKnowsAHouseholdByTheCodeOfTheRoll() {
        String coded = db.plain()
                .first(row -> row.getString(0), "select code from place where community = 1 and id = 103")
                .orElseThrow();
        attendance.fromOtherSystem(1, session, coded, true);
        attendance.fromOtherSystem(1, session, coded, true);
        assertEquals(1, present());
        refused("session.refused.not-on-roll", () -> attendance.fromOtherSystem(1, session, "nobody", true));
    }

    @Test
    void atTheDeskTheNumbersThatPeopleSayAreEnough() {
        assertTrue(Voter.named("1 栋 2 单元 502", "502"));
        assertTrue(Voter.named("1 栋 2 单元 502", "2-502"));
        assertFalse(Voter.named("1 栋 2 单元 502", "3-502"));
        assertTrue(Voter.named("1 栋 2 单元 502", ""));
    }
}
