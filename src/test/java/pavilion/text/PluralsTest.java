package pavilion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** English sentences with a number before a noun: one household, two households. */
class PluralsTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final String NOUNS = "(?:households|people|persons|owners|ballots|votes|tasks|ratings|objections"
            + "|days|phones|letters|lines|minutes|items|seats)\\b";
    // “At most” is followed by a limit, which is never one.
    private static final Pattern WITHOUT_CHOICE =
            Pattern.compile("(?<![Aa]t most )\\{\\d} (?:paper |more |full )?" + NOUNS);
    private static final Pattern ONE_OF_MANY = Pattern.compile("(?<![\\d.,])1 (?:\\w+ )?" + NOUNS);
    private static final Map<String, String> SENTENCES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".en.properties"))
                    .toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                texts.forEach((key, text) -> SENTENCES.put((String) key, (String) text));
            }
        }
    }

    private static String say(String key, Object... args) {
        return new MessageFormat(SENTENCES.get(key), Locale.ENGLISH).format(args);
    }

    @Test
    void oneIsSingularNoneAndSeveralArePlural() {
        assertEquals("0 households present", say("session.present.household", 0));
        assertEquals("1 household present", say("session.present.household", 1));
        assertEquals("1200 people present", say("session.present.person", 1200));
        assertEquals("1 objection still waits for an answer.", say("resolution.gate.objections", 1));
        assertEquals("2 objections still wait for an answer.", say("resolution.gate.objections", 2));
        assertEquals("1 day left.", say("resolution.days-left", 1L));
        assertEquals("Cast 1 ballot", say("proxy.sure.send", 1));
        assertEquals(
                "2 paper ballots were counted, but only 1 was given out. Please count again.",
                say("poll.refused.paper-more", 2, 1));
    }

    @Test
    void noNumberStandsBeforeANounWithoutAChoice() {
        List<String> wrong = SENTENCES.entrySet().stream()
                .filter(each -> WITHOUT_CHOICE.matcher(each.getValue()).find())
                .map(Object::toString)
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void withOneEverywhereNoSentenceSaysOneOfMany() {
        SENTENCES.forEach((key, text) -> {
            if (text.contains(",choice,")) {
                String said = new MessageFormat(text, Locale.ENGLISH).format(new Object[] {1, 1, 1, 1, 1, 1});
                assertFalse(ONE_OF_MANY.matcher(said).find(), key + ": " + said);
            }
        });
    }
}
