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
    void tokensDifferAndFitIntoACookie() {
        var tokens = IntStream.range(0, 1000).mapToObj(i -> Tokens.token()).collect(Collectors.toSet());
        assertEquals(1000, tokens.size());
        assertTrue(tokens.stream().allMatch(t -> t.matches("[A-Za-z0-9_-]{32}")));
    }

    @Test
    void markBelongsToOneServerOnePurposeAndOneSubject() {
        Tokens server = new Tokens("one");
        String mark = server.mark("csrf", "browser");
        assertEquals(mark, new Tokens("one").mark("csrf", "browser"));
        assertNotEquals(mark, new Tokens("other").mark("csrf", "browser"));
        assertNotEquals(mark, server.mark("screen", "browser"));
        assertNotEquals(mark, server.mark("csrf", "browser2"));
        assertNotEquals(server.mark("a", "bc"), server.mark("ab", "c"));
    }

    @Test
    void emptyTextEqualsNoOther() {
        assertFalse(Tokens.same("", "x"));
        assertFalse(Tokens.same("x", ""));
        assertTrue(Tokens.same("x", "x"));
    }
}
