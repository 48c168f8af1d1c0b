package pavilion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pavilion.architecture.SourcesTest.none;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pavilion.text.Messages;

/** A sentence that is missing, idle, or different in the other language fails the build. */
class MessageKeysTest {
    private static final String ROOMS = "(?:" + String.join("|", Messages.BUNDLES) + ")";
    private static final Pattern WHOLE = Pattern.compile("[\"'](" + ROOMS + "(?:\\.[a-z0-9_-]+)+)[\"']");
    private static final Pattern BEGINNING = Pattern.compile("[\"'](" + ROOMS + "\\.[a-z0-9_.-]+[._-])[\"']");
    private static final Pattern ASKED = Pattern.compile("(?:\\{\\{|\\()t [\"']([a-z0-9_.-]+)[\"']");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final String HAN = "[\\p{IsHan}]";
    private static final Pattern HALF_WIDTH =
            Pattern.compile(HAN + "[,;:?!\"()]|[,;:?!\"()]" + HAN + "|" + HAN + "\\.(?![a-z0-9])");
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\u3000-\\u303f\\uff01-\\uff60]");
    private static final Pattern NO_KEY = Pattern.compile(".*\\.(csv|xlsx|json|pdf|hbs|css|js|jpg|png|txt|yaml)");
    // The vocabulary: a word for every value of an enum or a data file, said wherever such a value is shown.
    private static final List<String> VOCABULARY = Stream.of(
                    "basis", "electorate", "ending", "ground", "kind", "measure", "move", "secrecy", "status", "route")
            .map(group -> "rules." + group + ".")
            .toList();
    // English has no measure word for a matter.
    private static final Set<String> MAY_BE_EMPTY = Set.of();
    // What a person types letter by letter: the ballots of an example, and whatever a sentence puts in quotes.
    private static final Pattern TYPED = Pattern.compile("“[^”]*”");

    // A day is month and day in numbers, or day and the name of the month.
    private static final Set<String> MAY_DIFFER = Set.of("matter.day");
    private final Messages messages = new Messages();

    @Test
    void everyRoomSpeaksBothLanguagesAndIsLoaded() {
        Set<String> files = Sources.under(Sources.MESSAGES, ".properties").stream()
                .map(f -> f.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.equals("commands"))
                .collect(Collectors.toCollection(TreeSet::new));
        none(files.stream()
                .map(name -> name.split("\\.", 2)[0])
                .distinct()
                .filter(room -> !Messages.BUNDLES.contains(room)
                        || !files.contains(room + ".zh")
                        || !files.contains(room + ".en"))
                .map(room -> room + " is not there in both languages, or not in Messages.BUNDLES"));
    }

    @Test
    void aKeyBeginsWithItsRoomAndStandsOnce() {
        none(bundles().flatMap(file -> {
            String room = file.getFileName().toString().split("\\.", 2)[0];
            List<String> keys = Sources.read(file)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split("[=:]", 2)[0].strip())
                    .toList();
            return keys.stream()
                    .filter(key -> !key.startsWith(room + ".") || keys.indexOf(key) != keys.lastIndexOf(key))
                    .map(key -> file + ": " + key);
        }));
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(new TreeSet<>(messages.keys("zh")), new TreeSet<>(messages.keys("en")));
    }

    @Test
    void bothLanguagesNameTheSameFacts() {
        Map<String, Set<String>> zh = arguments("zh");
        Map<String, Set<String>> en = arguments("en");
        none(zh.keySet().stream()
                .filter(key -> !MAY_DIFFER.contains(key) && !zh.get(key).equals(en.get(key)))
                .map(key -> key + " zh " + zh.get(key) + " en " + en.get(key)));
    }

    @Test
    void everySentenceIsAPatternThatCompilesAndItsApostrophesAreDoubled() {
        none(all().flatMap(e -> {
            try {
                new MessageFormat(e.text(), Messages.locale(e.lang()));
            } catch (IllegalArgumentException wrong) {
                return Stream.of(e + " " + wrong.getMessage());
            }
            return e.text().replace("''", "").contains("'") ? Stream.of(e + " has a lone apostrophe") : Stream.of();
        }));
    }

    @Test
    void noSentenceIsEmpty() {
        none(all().filter(e -> e.text().isBlank() && !MAY_BE_EMPTY.contains(e.lang() + " " + e.key()))
                .map(Entry::toString));
    }

    @Test
    void chineseHasFullWidthPunctuationAndEnglishNone() {
        none(all().filter(e -> !e.key().startsWith("book.example."))
                .filter(e -> (e.lang().equals("zh") ? HALF_WIDTH : FULL_WIDTH)
                        .matcher(TYPED.matcher(e.text()).replaceAll(""))
                        .find())
                .map(Entry::toString));
    }

    @Test
    void everyKeyAskedForExists() {
        Set<String> known = messages.keys("zh");
        none(Stream.concat(
                        found(ASKED, Sources.under(Sources.TEMPLATES, ".hbs")),
                        found(WHOLE, Sources.under(Sources.JAVA, ".java")).filter(use -> looksLikeASentence(use.key())))
                .filter(use -> !known.contains(use.key()))
                .map(use -> use.file() + ": " + use.key()));
    }

    @Test
    void everyKeyIsSaidSomewhere() {
        List<Path> places = Stream.of(
                        Sources.under(Sources.TEMPLATES),
                        Sources.under(Sources.JAVA, ".java"),
                        Sources.under(Path.of("src/main/resources/rules")))
                .flatMap(List::stream)
                .toList();
        Set<String> whole = found(WHOLE, places).map(Use::key).collect(Collectors.toSet());
        Set<String> beginnings = found(BEGINNING, places).map(Use::key).collect(Collectors.toSet());
        none(messages.keys("zh").stream()
                .filter(key -> !whole.contains(key))
                .filter(key ->
                        Stream.concat(VOCABULARY.stream(), beginnings.stream()).noneMatch(key::startsWith))
                .map(key -> key + " is never said"));
    }

    // Two dots deep: what has one is the name of an act or a file.
    private boolean looksLikeASentence(String key) {
        return !NO_KEY.matcher(key).matches()
                && (key.chars().filter(c -> c == '.').count() >= 2);
    }

    private record Entry(String lang, String key, String text) {
        @Override
        public String toString() {
            return lang + " " + key + " = " + text;
        }
    }

    private record Use(Path file, String key) {}

    private static Stream<Path> bundles() {
        return Sources.under(Sources.MESSAGES, ".properties").stream().filter(f -> !f.endsWith("commands.properties"));
    }

    private static Stream<Entry> all() {
        return bundles().flatMap(file -> {
            String lang = file.getFileName().toString().split("\\.")[1];
            Properties texts = properties(file);
            return texts.stringPropertyNames().stream().map(key -> new Entry(lang, key, texts.getProperty(key)));
        });
    }

    private static Properties properties(Path file) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(Sources.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Map<String, Set<String>> arguments(String lang) {
        return all().filter(e -> e.lang().equals(lang))
                .collect(Collectors.toMap(
                        Entry::key,
                        e -> ARGUMENT.matcher(e.text())
                                .results()
                                .map(m -> m.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static Stream<Use> found(Pattern pattern, List<Path> files) {
        return files.stream()
                .flatMap(file -> pattern.matcher(bare(file)).results().map(m -> new Use(file, m.group(1))));
    }

    private static String bare(Path file) {
        return Sources.read(file).replaceAll("(?s)\\{\\{!--.*?--}}", "");
    }
}
