package pavilion.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void aThousandTokensAreAThousandAndFitIntoACookie() {
        var tokens = IntStream.range(0, 1000).mapToObj(i -> Tokens.token()).collect(Collectors.toSet());
        assertEquals(1000, tokens.size());
        assertTrue(tokens.stream().allMatch(t -> t.matches("[A-Za-z0-9_-]{32}")));
    }

    @Test
    void aMarkBelongsToOneHouseOnePurposeAndOneSubject() {
        Tokens house = new Tokens("one");
        String mark = house.mark("csrf", "browser");
        assertEquals(mark, new Tokens("one").mark("csrf", "browser"));
        assertNotEquals(mark, new Tokens("other").mark("csrf", "browser"));
        assertNotEquals(mark, house.mark("screen", "browser"));
        assertNotEquals(mark, house.mark("csrf", "browser2"));
        assertNotEquals(house.mark("a", "bc"), house.mark("ab", "c"));
    }

    @Test
    void nothingIsTheSameAsSomething() {
        assertFalse(Tokens.same("", "x"));
        assertFalse(Tokens.same("x", ""));
        assertTrue(Tokens.same("x", "x"));
    }
}
