package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void a_thousand_tokens_are_a_thousand_and_fit_into_a_cookie() {
        var tokens = IntStream.range(0, 1000).mapToObj(i -> Secrets.token()).collect(Collectors.toSet());
        assertEquals(1000, tokens.size());
        assertTrue(tokens.stream().allMatch(t -> t.matches("[A-Za-z0-9_-]{32}")));
    }

    @Test
    void the_hash_is_sha_256() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Secrets.sha256("abc"));
    }

    @Test
    void a_mark_belongs_to_one_house_one_purpose_and_one_subject() {
        Secrets house = new Secrets("one");
        String mark = house.mark("csrf", "browser");
        assertEquals(mark, new Secrets("one").mark("csrf", "browser"));
        assertNotEquals(mark, new Secrets("other").mark("csrf", "browser"));
        assertNotEquals(mark, house.mark("screen", "browser"));
        assertNotEquals(mark, house.mark("csrf", "browser2"));
        assertNotEquals(house.mark("a", "bc"), house.mark("ab", "c"));
    }

    @Test
    void nothing_is_the_same_as_something() {
        assertFalse(Secrets.same("", "x"));
        assertFalse(Secrets.same("x", ""));
        assertTrue(Secrets.same("x", "x"));
    }
}
