package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDataTest {
    @Test
    void anEmptyFieldIsWrongAndNothingElseTypedIsLost() {
        FormData form = form("title", " \t", "text", "写了很多");
        assertEquals("", form.required("title", 30));
        assertEquals("写了很多", form.required("text", 30));
        assertFalse(form.good());
        assertEquals("web.form.required", form.errors().get("title").key());
        assertEquals("写了很多", form.values().get("text"));
    }

    @Test
    void lengthIsCountedInCharactersAPersonSeesOneByOne() {
        FormData form = form("name", "𬱖𫍽龑");
        form.required("name", 3);
        assertTrue(form.good());
        form.required("name", 2);
        assertEquals(List.of(2, 3), form.errors().get("name").args());
    }

    @Test
    void controlCharactersAreLeftOutAndLinesStay() {
        assertEquals("ab\nc\td", form("x", "a\u0000b\r\nc\td\u001b").text("x"));
    }

    @Test
    void aChoiceThatWasNotOfferedIsNone() {
        FormData form = form("choice", "agree'; drop table ballot");
        assertEquals("", form.oneOf("choice", List.of("yes", "no")));
        assertFalse(form.good());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "9223372036854775808", "-1", "１２", "0x10", "1e3", " "})
    void whatIsNoAllowedNumberIsSaidWithItsOwnSentence(String typed) {
        FormData form = form("n", typed);
        long number = form.number("n", n -> n >= 0 && n < 10, "room.number");
        assertEquals(0, number);
        assertEquals("room.number", form.errors().get("n").key());
    }

    @Test
    void theFirstThingThatIsWrongWithAFieldIsTheOneSaid() {
        FormData form = form("x", "");
        form.required("x", 3);
        form.wrong("x", "room.other");
        assertEquals("web.form.required", form.errors().get("x").key());
    }

    private static FormData form(String... pairs) {
        MultiMap typed = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < pairs.length; i += 2) {
            typed.add(pairs[i], pairs[i + 1]);
        }
        return new FormData(typed);
    }
}
