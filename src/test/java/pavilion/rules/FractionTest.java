package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    @Test
    void isReducedToLowestTerms() {
        assertEquals(new Fraction(2, 3), Fraction.parse("4/6"));
        assertEquals("2/3", Fraction.parse("4/6").toString());
        assertEquals(new Fraction(0, 1), new Fraction(0, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1/0", "-1/2", "1/-2", "0.5", "1/2/3", "１/２", "a/b", "1/9999999999999999999"})
    void refusesWhatIsNoFraction(String text) {
        refuses("rules.data.fraction", () -> Fraction.parse(text));
    }

    @Test
    void comparesWithoutOverflow() {
        var twoThirds = new Fraction(2, 3);
        long huge = Long.MAX_VALUE / 3 * 3;
        assertEquals(0, twoThirds.against(huge / 3 * 2, huge));
        assertTrue(twoThirds.against(huge / 3 * 2 - 1, huge) < 0);
        assertTrue(twoThirds.against(huge / 3 * 2 + 1, huge) > 0);
        assertTrue(new Fraction(Long.MAX_VALUE - 1, Long.MAX_VALUE).compareTo(Fraction.ONE) < 0);
    }

    @Test
    void saysItsShareExactly() {
        assertEquals("338/3", new Fraction(2, 3).textOf(169));
        assertEquals("24", Fraction.HALF.textOf(48));
        assertEquals("0", Fraction.HALF.textOf(0));
        assertEquals("6422", Fraction.HALF.textOf(12844));
    }
}
