package pavilion.rules.procedure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.rules.Refused;
import pavilion.rules.procedure.SpeakingOrder.Side;
import pavilion.rules.procedure.SpeakingOrder.Wish;

class SpeakingOrderTest {
    private static Wish wish(int id, String speaker, Side side) {
        return new Wish(id, speaker, side);
    }

    private static List<Long> order(List<Wish> waiting, List<Wish> spoken) {
        return SpeakingOrder.of(waiting, spoken).stream().map(Wish::id).toList();
    }

    @Test
    void firstToRaiseIsFirstToSpeak() {
        assertEquals(
                List.of(1L, 2L), order(List.of(wish(1, "a", Side.QUESTION), wish(2, "b", Side.QUESTION)), List.of()));
    }

    @Test
    void forAndAgainstAlternate() {
        var waiting = List.of(
                wish(1, "a", Side.FOR), wish(2, "b", Side.FOR), wish(3, "c", Side.FOR), wish(4, "d", Side.AGAINST));
        assertEquals(List.of(1L, 4L, 2L, 3L), order(waiting, List.of()));
        assertEquals(List.of(4L, 1L, 2L, 3L), order(waiting, List.of(wish(9, "z", Side.FOR))));
    }

    @Test
    void aQuestionBetweenDoesNotForgetWhoseSideSpokeLast() {
        var spoken = List.of(wish(8, "y", Side.AGAINST), wish(9, "z", Side.QUESTION));
        assertEquals(List.of(2L, 1L), order(List.of(wish(1, "a", Side.AGAINST), wish(2, "b", Side.FOR)), spoken));
    }

    @Test
    void whoHasNotSpokenComesBeforeWhoHasEvenOnTheOtherSide() {
        var spoken = List.of(wish(9, "a", Side.AGAINST));
        assertEquals(List.of(2L, 1L), order(List.of(wish(1, "a", Side.FOR), wish(2, "b", Side.AGAINST)), spoken));
    }

    @Test
    void aPointOfOrderComesAtOnceAndIsNoSpeech() {
        var waiting = List.of(wish(1, "a", Side.FOR), wish(2, "b", Side.ORDER));
        assertEquals(List.of(2L, 1L), order(waiting, List.of()));
        var spoken = List.of(wish(9, "a", Side.ORDER));
        assertEquals(List.of(1L, 3L), order(List.of(wish(1, "a", Side.FOR), wish(3, "c", Side.FOR)), spoken));
    }

    @Test
    void twoTurnsEachAndNoThird() {
        var once = List.of(wish(1, "a", Side.FOR), wish(2, "b", Side.FOR), wish(3, "a", Side.ORDER));
        assertDoesNotThrow(() -> SpeakingOrder.admit(wish(4, "a", Side.FOR), once, 2));
        var twice = List.of(wish(1, "a", Side.FOR), wish(3, "a", Side.QUESTION));
        var refused = assertThrows(Refused.class, () -> SpeakingOrder.admit(wish(4, "a", Side.AGAINST), twice, 2));
        assertEquals("rules.refused.turns-used", refused.refusal().key());
        assertDoesNotThrow(() -> SpeakingOrder.admit(wish(4, "a", Side.ORDER), twice, 2));
    }
}
