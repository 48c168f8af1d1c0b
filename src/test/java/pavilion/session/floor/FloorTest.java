package pavilion.session.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.rules.procedure.SpeakingOrder.Side;
import pavilion.session.SessionCase;
import pavilion.session.SessionChanges;

final class FloorTest extends SessionCase {
    @BeforeEach
    void begin() {
        sessions.open(1, session, MODERATOR);
    }

    private void ask(int person, Side side) {
        speakers.ask(1, session, SpeakerTurn.person(person), "No. " + person, side);
    }

    private FloorView floor() {
        long item = SessionChanges.current(db.plain(), now()).id();
        return FloorView.of(SpeakerTurnStore.ofItem(db.plain(), now(), item), village.clock.instant());
    }

    private List<String> queue() {
        return floor().queue().stream().map(FloorView.Line::name).toList();
    }

    private void next() {
        speakers.give(1, session, 0, floor().speakingId(), MODERATOR);
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
    void aRequestKeepsItsPlaceWhenItsSideChanges() {
        ask(201, Side.QUESTION);
        ask(202, Side.QUESTION);
        ask(201, Side.FOR);
        assertEquals(List.of("No. 201", "No. 202"), queue());
        speakers.withdraw(1, session, SpeakerTurn.person(201));
        speakers.withdraw(1, session, SpeakerTurn.person(201));
        assertEquals(List.of("No. 202"), queue());
    }

    @Test
    void aSecondTapOnNextGivesTheFloorToNobodyElse() {
        ask(201, Side.FOR);
        ask(202, Side.FOR);
        speakers.give(1, session, 0, 0, MODERATOR);
        speakers.give(1, session, 0, 0, MODERATOR);
        assertEquals("No. 201", floor().speaking().name());
        assertEquals(List.of("No. 202"), queue());
    }

    @Test
    void theModeratorMayCallSomebodyOutOfTurnAndOneSpeaksAtATime() {
        ask(201, Side.FOR);
        ask(202, Side.FOR);
        next();
        speakers.give(1, session, floor().queue().getFirst().id(), floor().speakingId(), MODERATOR);
        assertEquals("No. 202", floor().speaking().name());
        refused("session.refused.nobody-waits", this::next);
        assertEquals("No. 202", floor().speaking().name());
    }

    @Test
    void twoTurnsEachUnlessMoreAreAgreedOn() {
        for (int turn = 0; turn < 2; turn++) {
            ask(201, Side.FOR);
            next();
            speakers.end(1, session, MODERATOR);
        }
        refused("rules.refused.turns-used", () -> ask(201, Side.AGAINST));
        ask(201, Side.ORDER);
        speakers.withdraw(1, session, SpeakerTurn.person(201));
        speakers.limits(1, session, 60, 3, MODERATOR);
        ask(201, Side.AGAINST);
        next();
        assertEquals("1:00", floor().speaking().left());
    }

    @Test
    void theTimeLeftIsTheServersAndTheLogKnowsHowLongSomebodySpoke() {
        speakers.ask(1, session, SpeakerTurn.named("李奶奶"), "李奶奶", Side.QUESTION);
        next();
        assertEquals("2:00", floor().speaking().left());
        village.clock.forward(Duration.ofSeconds(75));
        assertEquals("0:45", floor().speaking().left());
        speakers.end(1, session, MODERATOR);
        assertNull(floor().speaking());
        SpeakerTurn said = SpeakerTurnStore.given(db.plain(), 1, session).getFirst();
        assertEquals(75, said.seconds(village.clock.instant().plusSeconds(999)));
    }

    @Test
    void nobodySpeaksIntoAVoteARecessOrAnotherItem() {
        attendance.atDesk(1, session, 101, true);
        arrive(2, 3, 4);
        ask(201, Side.FOR);
        next();
        assertNotNull(floor().speaking());
        questions.put(1, session, MODERATOR);
        assertNull(floor().speaking());
        refused("session.refused.poll-open", () -> ask(202, Side.FOR));
        refused("session.refused.poll-open", () -> speakers.give(1, session, 0, 0, MODERATOR));
    }

    @Test
    void eachItemHasAFloorOfItsOwn() {
        report(2, "b");
        ask(201, Side.FOR);
        next();
        ask(202, Side.FOR);
        sessions.next(1, session, 1, MODERATOR);
        assertFalse(floor().any());
        assertEquals(1, SpeakerTurnStore.given(db.plain(), 1, session).size());
    }
}
