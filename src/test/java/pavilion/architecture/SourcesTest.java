package pavilion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is always true of the code and only its text can show. */
class SourcesTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}|[\\u3000-\\u303f\\uff01-\\uff60]");
    private static final Pattern SENTENCE = Pattern.compile("^\"[A-Z][a-z]+( [a-z]+){3,}.*[.!?]\"$");

    @Test
    void noSentenceForAPersonStandsInJava() {
        none(Sources.under(Sources.JAVA, ".java").stream()
                .flatMap(file -> Sources.literals(Sources.read(file)).stream()
                        .filter(text -> HAN.matcher(text).find()
                                || SENTENCE.matcher(text).matches())
                        .map(text -> file + ": " + text)));
    }

    @Test
    void theScanSeesStringsAndTextBlocksAndPassesOverComments() {
        String java = """
                // "注"
                /* "释" */ String a = "一\\"二"; char c = '三'; String b = ""\"
                  四 "五" // 六
                  ""\";
                """;
        List<String> found = Sources.literals(java);
        assertEquals(3, found.size(), found.toString());
        assertTrue(found.stream().allMatch(text -> HAN.matcher(text).find()));
        assertTrue(found.get(2).contains("六"));
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        none(Sources.under(Sources.JAVA, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(folder -> folder + " has no package-info.java"));
    }

    @Test
    void noJavaFileIsLongerThanThreeHundredLines() {
        none(Sources.under(Path.of("src"), ".java").stream()
                .filter(file -> Sources.read(file).lines().count() > 300)
                .map(file -> file + " is too long"));
    }

    /** As a formatter leaves it that breaks a long line and does not fill the next. */
    @Test
    void noCommentIsChopped() {
        Pattern chopped = Pattern.compile("(?m)^ *(//|\\*) .{85,}\\n *\\1 [\\w']+( [\\w']+)?\\n *\\1 [\\w'`]");
        none(Sources.under(Path.of("src"), ".java").stream()
                .filter(file -> chopped.matcher(Sources.read(file)).find())
                .map(file -> file + " has a comment with a word alone on its line"));
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        none(Sources.tree().stream()
                .filter(file -> later.matcher(Sources.read(file)).find())
                .map(file -> file + " leaves something for later"));
    }

    @Test
    void theTreeStandsAlone() {
        Pattern elsewhere = Pattern.compile("\\.\\./" + "shared|/work/" + "(main|shared)");
        none(Sources.tree().stream()
                .filter(file -> elsewhere.matcher(Sources.read(file)).find())
                .map(file -> file + " refers to something outside the tree"));
    }

    @Test
    void packagesThatKnowChoicesLogNoValues() {
        Pattern values = Pattern.compile("LOG\\.\\w+\\([^;]*\\{}");
        none(Stream.of("poll", "session", "roster", "web")
                .map(Sources.JAVA.resolve("pavilion")::resolve)
                .filter(Files::exists)
                .flatMap(folder -> Sources.under(folder, ".java").stream())
                .filter(file -> values.matcher(Sources.read(file)).find())
                .map(file -> file + " logs a value"));
    }

    static void none(Stream<String> wrong) {
        List<String> all = wrong.sorted().toList();
        assertTrue(all.isEmpty(), () -> "\n" + String.join("\n", all));
    }
}
