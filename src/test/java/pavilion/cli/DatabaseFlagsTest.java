package pavilion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pavilion.db.PostgresFailed;

final class DatabaseFlagsTest {

    @Test
    void eachReasonWhyTheDatabaseDoesNotStartHasASentenceWithTheLogAndItsLastLines() {
        ResourceBundle words = ResourceBundle.getBundle("messages.commands");
        Set<String> sentences = new HashSet<>();
        for (PostgresFailed.Reason reason : PostgresFailed.Reason.values()) {
            String sentence = words.getString(DatabaseFlags.key(reason)).formatted("the.log", "FATAL: no");
            assertTrue(sentence.contains("the.log"), sentence);
            assertTrue(sentence.endsWith("FATAL: no"), sentence);
            sentences.add(sentence);
        }
        assertEquals(PostgresFailed.Reason.values().length, sentences.size());
    }
}
