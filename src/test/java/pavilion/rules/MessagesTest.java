package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.rulebook.RuleBook;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.Ground;
import pavilion.rules.procedure.Move;
import pavilion.rules.procedure.StageKind;

class MessagesTest {
    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(Sentence.all("zh").keySet(), Sentence.all("en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everySentenceIsAWellFormedPattern(String language) {
        Sentence.all(language).forEach((key, pattern) -> {
            assertNotNull(new MessageFormat(pattern.toString()));
            assertFalse(pattern.toString().contains("'"), key + " has an apostrophe");
            assertFalse(pattern.toString().isBlank(), key + " is blank");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyThresholdOfTheCatalogueHasItsSentence(String language) {
        var sentences = Sentence.all(language);
        for (var rule : RuleBook.load().catalogue().all()) {
            var thresholds = new ArrayList<>(rule.quorum().thresholds());
            thresholds.addAll(rule.pass().thresholds());
            for (var threshold : thresholds) {
                var key = threshold.key(rule.basis());
                assertNotNull(sentences.get(key), key);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyNameHasItsWords(String language) {
        names(language, "measure", Measure.values());
        names(language, "status", Status.values());
        names(language, "secrecy", Secrecy.values());
        names(language, "secrecy.who", Secrecy.values());
        names(language, "electorate", ElectorateKind.values());
        names(language, "basis", Basis.values());
        names(language, "route", DecisionRoute.values());
        names(language, "kind", StageKind.values());
        names(language, "move", Move.values());
        names(language, "refused.move", Move.values());
        names(language, "ending", Ending.values());
        names(language, "ground", Ground.values());
    }

    @Test
    void everyKeyWrittenInTheCodeExists() throws IOException {
        var whole = Pattern.compile("\"((?:rules|method|decide)\\.[a-z_.]*[a-z_])\"");
        var sentences = Sentence.all("zh");
        try (var files = Files.walk(Path.of("src/main/java/pavilion/rules"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var keys = whole.matcher(Files.readString(file));
                while (keys.find()) {
                    assertNotNull(sentences.get(keys.group(1)), keys.group(1));
                }
            }
        }
    }

    private static void names(String language, String group, Enum<?>... values) {
        for (var value : values) {
            var key = "rules." + group + "." + value.name().toLowerCase(Locale.ROOT);
            assertNotNull(Sentence.all(language).get(key), key);
        }
    }
}
