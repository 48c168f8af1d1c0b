package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FormNumbersTest {
    @Test
    void whatIsNoIdIsNone() {
        assertEquals(42, FormNumbers.id("42"));
        assertEquals(0, FormNumbers.id(""));
        assertEquals(0, FormNumbers.id("-1"));
        assertEquals(0, FormNumbers.id("4 2"));
        assertEquals(0, FormNumbers.id("9".repeat(19)));
    }

    @Test
    void whatIsNoPageIsTheFirst() {
        assertEquals(3, FormNumbers.page("3"));
        assertEquals(1, FormNumbers.page("0"));
        assertEquals(1, FormNumbers.page(""));
        assertEquals(1, FormNumbers.page("123456"));
    }
}
