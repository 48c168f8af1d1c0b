package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theExamplesOfTheStandardComeOut() {
        assertEquals(ABC, Sha256.of("abc"));
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.of(""));
    }

    @Test
    void bytesBeforeTheFirstThatCountsAreLeftOut() {
        assertEquals(ABC, Sha256.of("title\nabc".getBytes(StandardCharsets.UTF_8), 6));
    }

    @Test
    void textIsHashedInUtf8() {
        assertEquals(Sha256.of("议事".getBytes(StandardCharsets.UTF_8)), Sha256.of("议事"));
    }
}
