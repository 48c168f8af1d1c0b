package pavilion.session.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.electorate.Voter;
import pavilion.rules.procedure.SpeakingOrder.Side;
import pavilion.session.AgendaItem;
import pavilion.session.SessionCase;
import pavilion.session.agenda.AgendaStore;
import pavilion.session.presence.PresenceStore;

final class FloorTest extends SessionCase {
    @BeforeEach
    void begin() {
        sessions.open(1, session, MODERATOR);
    }

    private void ask(int person, Side side) {
        turns.ask(1, session, SpeakerTurn.person(person), "No. " + person, side);
    }

    private FloorView floor() {
        long item = sessions.current(db.plain(), now()).id();
        return FloorView.of(SpeakerTurnStore.ofItem(db.plain(), now(), item), village.clock.instant());
    }

    private List<String> queue() {
        return floor().queue().stream().map(FloorView.Line::name).toList();
    }

    private void next() {
        turns.give(1, session, 0, floor().speakingId(), MODERATOR);
    }

    @Test
    void forAndAgainstAlternateAndWhoHasNotSpokenComesFirst() {
        ask(201, Side.FOR);
        ask(202, Side.FOR);
        ask(203, Side.AGAINST);
        assertEquals(List.of("No. 201", "No. 203", "No. 202"), queue());
        next();
        ask(201, Side.FOR);
        assertEquals(List.of("No. 203", "No. 202", "No. 201"), queue());
    }

    @Test
    void aHandIsUpOnceAndKeepsItsPlaceWhenItsWishChanges() {
        ask(201, Side.QUESTION);
        ask(202, Side.QUESTION);
        ask(201, Side.FOR);
        assertEquals(List.of("No. 201", "No. 202"), queue());
        turns.withdraw(1, session, SpeakerTurn.person(201));
        turns.withdraw(1, session, SpeakerTurn.person(201));
        assertEquals(List.of("No. 202"), queue());
    }

    @Test
    void aSecondTapOnNextGivesTheFloorToNobodyElse() {
        ask(201, Side.FOR);
        ask(202, Side.FOR);
        turns.give(1, session, 0, 0, MODERATOR);
        turns.give(1, session, 0, 0, MODERATOR);
        assertEquals("No. 201", floor().speaking().name());
        assertEquals(List.of("No. 202"), queue());
    }

    @Test
    void theModeratorMayCallSomebodyOutOfTurnAndOneSpeaksAtATime() {
        ask(201, Side.FOR);
        ask(202, Side.FOR);
        next();
        turns.give(1, session, floor().queue().getFirst().id(), floor().speakingId(), MODERATOR);
        assertEquals("No. 202", floor().speaking().name());
        refused("session.refused.nobody-waits", this::next);
        assertEquals("No. 202", floor().speaking().name());
    }

    @Test
    void twoTurnsEachUnlessTheHallAgreesOnMore() {
        for (int turn = 0; turn < 2; turn++) {
            ask(201, Side.FOR);
            next();
            turns.end(1, session, MODERATOR);
        }
        refused("rules.refused.turns-used", () -> ask(201, Side.AGAINST));
        ask(201, Side.ORDER);
        turns.withdraw(1, session, SpeakerTurn.person(201));
        turns.limits(1, session, 60, 3, MODERATOR);
        ask(201, Side.AGAINST);
        next();
        assertEquals("1:00", floor().speaking().left());
    }

    @Test
    void theTimeLeftIsTheServersAndTheLogKnowsHowLongSomebodySpoke() {
        turns.ask(1, session, SpeakerTurn.named("李奶奶"), "李奶奶", Side.QUESTION);
        next();
        assertEquals("2:00", floor().speaking().left());
        village.clock.forward(Duration.ofSeconds(75));
        assertEquals("0:45", floor().speaking().left());
        turns.end(1, session, MODERATOR);
        assertNull(floor().speaking());
        SpeakerTurn said = SpeakerTurnStore.given(db.plain(), 1, session).getFirst();
        assertEquals(75, said.seconds(village.clock.instant().plusSeconds(999)));
    }

    @Test
    void nobodySpeaksIntoAVoteARecessOrAnotherItem() {
        attendance.route(1, session, 101, true);
        arrive(2, 3, 4);
        ask(201, Side.FOR);
        next();
        assertNotNull(floor().speaking());
        questions.open(1, session, MODERATOR);
        assertNull(floor().speaking());
        refused("session.refused.poll-open", () -> ask(202, Side.FOR));
        refused("session.refused.poll-open", () -> turns.give(1, session, 0, 0, MODERATOR));
    }

    @Test
    void eachItemHasAFloorOfItsOwn() {
        AgendaStore.add(db.plain(), now(), AgendaItem.fresh(2, null, "b", ""), null);
        ask(201, Side.FOR);
        next();
        ask(202, Side.FOR);
        sessions.next(1, session, 1, MODERATOR);
        assertFalse(floor().any());
        assertEquals(1, SpeakerTurnStore.given(db.plain(), 1, session).size());
    }

    @Test
    void theCodeOnTheWallChangesAndAPhotographOfItIsSoonWorthNothing() {
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
        attendance.goHome(1, session, 201);
        assertEquals(0, present());
        assertEquals(
                List.of("out self", "in qr"),
                PresenceStore.events(db.plain(), now(), 9).stream()
                        .map(event -> event.way() + " " + event.how())
                        .toList());
    }

    @Test
    void anotherCheckInSystemKnowsAHouseholdByTheCodeOfTheRoll() {
        String coded = db.plain()
                .first(row -> row.getString(0), "select code from place where community = 1 and id = 103")
                .orElseThrow();
        attendance.hook(1, session, coded, true);
        attendance.hook(1, session, coded, true);
        assertEquals(1, present());
        refused("session.refused.not-on-roll", () -> attendance.hook(1, session, "nobody", true));
    }

    @Test
    void atTheDoorTheNumbersPeopleSayAreEnough() {
        assertTrue(Voter.named("1 栋 2 单元 502", "502"));
        assertTrue(Voter.named("1 栋 2 单元 502", "2-502"));
        assertFalse(Voter.named("1 栋 2 单元 502", "3-502"));
        assertTrue(Voter.named("1 栋 2 单元 502", ""));
    }
}
