package pavilion.session.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.electorate.Voter;
import pavilion.rules.Sha256;
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
        CheckInCode.Holder holder = new CheckInCode.Holder(201, "");
        String pass = code.passFor(now(), first, holder).orElseThrow();
        village.clock.forward(Duration.ofSeconds(60));
        assertTrue(code.passFor(now(), first, holder).isPresent());
        village.clock.forward(Duration.ofSeconds(75));
        assertTrue(code.passFor(now(), first, holder).isEmpty());
        attendance.checkIn(1, session, holder, pass);
        assertEquals(1, present());
        village.clock.forward(Duration.ofSeconds(600));
        refused("session.refused.door-key", () -> attendance.checkIn(1, session, holder, pass));
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
        attendance.fromOtherSystem(1, session, message(coded, true, 0));
        attendance.fromOtherSystem(1, session, message(coded, true, 0));
        assertEquals(1, present());
        refused(
                "session.refused.not-on-roll",
                () -> attendance.fromOtherSystem(1, session, message("nobody", true, 0)));
    }

    @Test
    void aPassIsGoodForWhoeverScannedAlone() {
        CheckInCode code = module.code();
        CheckInCode.Holder scanned = new CheckInCode.Holder(201, "");
        String pass = code.passFor(now(), code.now(now()), scanned).orElseThrow();
        refused(
                "session.refused.door-key",
                () -> attendance.checkIn(1, session, new CheckInCode.Holder(202, "elsewhere"), pass));
        String before = code.passFor(now(), code.now(now()), new CheckInCode.Holder(0, "a phone"))
                .orElseThrow();
        refused(
                "session.refused.door-key",
                () -> attendance.checkIn(1, session, new CheckInCode.Holder(202, ""), before));
        assertEquals(0, present());
        attendance.checkIn(1, session, new CheckInCode.Holder(202, "a phone"), before);
        attendance.checkIn(1, session, scanned, pass);
        assertEquals(2, present());
    }

    private CheckInMessage message(String code, boolean in, int second) {
        Instant at = village.clock.instant().plusSeconds(second);
        return new CheckInMessage(code, in, at, Sha256.of(code + in + at));
    }

    @Test
    void aRecordedMessageBringsNobodyBackAndSendsNobodyAway() {
        CheckInMessage in = message("H3", true, 0);
        CheckInMessage between = message("H3", true, 5);
        CheckInMessage out = message("H3", false, 10);
        db.plain().run("update place set code = 'H3' where community = 1 and id = 103");
        attendance.fromOtherSystem(1, session, in);
        attendance.fromOtherSystem(1, session, out);
        assertEquals(0, present());
        refused("session.refused.hook-overtaken", () -> attendance.fromOtherSystem(1, session, in));
        refused("session.refused.hook-overtaken", () -> attendance.fromOtherSystem(1, session, between));
        attendance.fromOtherSystem(1, session, out);
        assertEquals(0, present());
        CheckInMessage again = message("H3", true, 20);
        attendance.fromOtherSystem(1, session, again);
        assertEquals(1, present());
        refused("session.refused.hook-overtaken", () -> attendance.fromOtherSystem(1, session, out));
        attendance.fromOtherSystem(1, session, message("H3", false, 20));
        attendance.fromOtherSystem(1, session, message("H3", true, 30));
        refused("session.refused.hook-overtaken", () -> attendance.fromOtherSystem(1, session, again));
        assertEquals(1, present());
    }

    @Test
    void aMessageIsForgottenOnlyWhenItsTimeRefusesIt() {
        db.plain().run("update place set code = 'H3' where community = 1 and id = 103");
        attendance.fromOtherSystem(1, session, message("H3", true, 0));
        village.clock.forward(Duration.ofMinutes(5));
        attendance.fromOtherSystem(1, session, message("H3", false, 0));
        assertEquals(2, kept());
        village.clock.forward(Duration.ofMinutes(6));
        attendance.fromOtherSystem(1, session, message("H3", true, 0));
        assertEquals(2, kept());
    }

    private long kept() {
        return db.plain()
                .first(row -> row.getLong(0), "select count(*) from check_in_message")
                .orElseThrow();
    }

    @Test
    void atTheDeskTheNumbersThatPeopleSayAreEnough() {
        assertTrue(Voter.named("1 栋 2 单元 502", "502"));
        assertTrue(Voter.named("1 栋 2 单元 502", "2-502"));
        assertFalse(Voter.named("1 栋 2 单元 502", "3-502"));
        assertTrue(Voter.named("1 栋 2 单元 502", ""));
    }
}
