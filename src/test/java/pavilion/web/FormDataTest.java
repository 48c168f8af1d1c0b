package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDataTest {
    private static final FormField TITLE = FormField.text("title", 30);
    private static final FormField TEXT = FormField.text("text", 30);
    private static final FormField X = FormField.text("x", 3);

    @Test
    void anEmptyFieldIsWrongAndNothingElseTypedIsLost() {
        FormData form = form(List.of(TITLE, TEXT), "title", " \t", "text", "写了很多");
        assertEquals("", form.required("title"));
        assertEquals("写了很多", form.required("text"));
        assertFalse(form.good());
        assertEquals("web.form.required", form.errors().get("title").key());
        assertEquals("写了很多", form.values().get("text"));
    }

    @Test
    void lengthIsCountedInCharactersAPersonSeesOneByOne() {
        FormData three = form(List.of(FormField.text("name", 3)), "name", "𬱖𫍽龑");
        three.required("name");
        assertTrue(three.good());
        FormData two = form(List.of(FormField.text("name", 2)), "name", "𬱖𫍽龑");
        two.required("name");
        assertEquals(List.of(2, 3), two.errors().get("name").args());
    }

    @Test
    void controlCharactersAreLeftOutAndLinesStay() {
        assertEquals("ab\nc\td", form(List.of(X), "x", "a\u0000b\r\nc\td\u001b").text("x"));
    }

    @Test
    void aChoiceThatWasNotOfferedIsNone() {
        FormData form = form(List.of(FormField.choice("choice", "yes", "no")), "choice", "agree'; drop table ballot");
        assertEquals("", form.oneOf("choice", List.of("yes", "no")));
        assertFalse(form.good());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "9223372036854775808", "-1", "１２", "0x10", "1e3", " "})
    void whatIsNoAllowedNumberIsSaidWithItsOwnSentence(String typed) {
        FormData form = form(List.of(FormField.number("n")), "n", typed);
        long number = form.number("n", n -> n >= 0 && n < 10, "some.number");
        assertEquals(0, number);
        assertEquals("some.number", form.errors().get("n").key());
    }

    @Test
    void theFirstThingThatIsWrongWithAFieldIsTheOneSaid() {
        FormData form = form(List.of(X), "x", "");
        form.required("x");
        form.wrong("x", "some.other");
        assertEquals("web.form.required", form.errors().get("x").key());
    }

    @Test
    void onlyWhatTheRouteDeclaresIsReadAndKept() {
        FormData form = form(List.of(X, FormField.number("step*")), "x", "1", "step2", "3", "other", "4");
        assertEquals(Map.of("x", "1", "step2", "3"), form.values());
        assertEquals("3", form.text("step2"));
        assertThrows(IllegalArgumentException.class, () -> form.text("other"));
        assertThrows(
                IllegalArgumentException.class, () -> form(List.of(), "x", "1").text("x"));
    }

    private static FormData form(List<FormField> fields, String... pairs) {
        MultiMap typed = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < pairs.length; i += 2) {
            typed.add(pairs[i], pairs[i + 1]);
        }
        return new FormData(typed, fields);
    }
}
