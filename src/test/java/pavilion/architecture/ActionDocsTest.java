package pavilion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/actions} says what every address takes and what is refused; these tests keep it true. */
class ActionDocsTest {
    private static final Path FOLDER = Path.of("docs", "actions");
    private static final Path INDEX = FOLDER.resolve(ActionText.INDEX);
    private static final String REFRESH = "mvn test -Dtest=ActionDocsTest -Dactions.write=true";

    private static Map<String, String> made;

    @BeforeAll
    static void make() throws IOException {
        made = new TreeMap<>();
        ActionText text = new ActionText(AllRoutes.list(false));
        made.putAll(text.pages());
        String index = Files.readString(INDEX);
        made.put(ActionText.INDEX, index.substring(0, index.indexOf(ActionText.MADE)) + ActionText.MADE + text.index());
        if (Boolean.getBoolean("actions.write")) {
            for (Path old : Sources.under(FOLDER, ".md")) {
                Files.delete(old);
            }
            for (Map.Entry<String, String> page : made.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
    }

    @Test
    void everyPageSaysWhatTheRoutesAndTheSourcesSay() {
        SourcesTest.none(made.entrySet().stream()
                .filter(page -> Files.exists(FOLDER.resolve(page.getKey())))
                .filter(page -> !Sources.read(FOLDER.resolve(page.getKey())).equals(page.getValue()))
                .map(page -> "%s, line %d. Refresh it with: %s".formatted(page.getKey(), line(page), REFRESH)));
    }

    private static int line(Map.Entry<String, String> page) {
        String[] shown = Sources.read(FOLDER.resolve(page.getKey())).split("\n", -1);
        return Arrays.mismatch(shown, page.getValue().split("\n", -1)) + 1;
    }

    @Test
    void everyPackageWithRoutesHasAPageAndNoOther() {
        Set<String> shown = new TreeSet<>();
        Sources.under(FOLDER).forEach(file -> shown.add(file.getFileName().toString()));
        assertEquals(made.keySet(), shown, "Refresh with: " + REFRESH);
    }

    @Test
    void refusalsAreFoundInCallsInNamesAndByTheirBeginnings() {
        RefusalScan scan = new RefusalScan();
        assertEquals(
                Set.of("web.form.choose", "web.form.required", "web.stop.role", "poll.why.not-entitled"),
                scan.keysOf("""
                        form.wrong("a (", x ? "web.form.choose" : f(")"), "web.form.required"); say("web.form.too-long");
                        return "poll.why.not-entitled"; throw HttpError.forbidden("web.stop.role");"""));
        assertTrue(scan.keysOf("new Refused(\"rules.refused.move.\" + key)").contains("rules.refused.move.end"));
        assertEquals(Set.of("rules.figure.missing.*"), scan.keysOf("new Refused(\"rules.figure.missing.\" + key)"));
        assertEquals(Set.of(), scan.keysOf("new Refused(\"no.such.key\")"));
    }

    @Test
    void sentencesAreShownWithTheirPlural() {
        assertEquals(
                "{0} people counted, it''s {1}. {2}".replace("''", "'"),
                RefusalScan.plain("{0} {0,choice,0#people|1#person|1<people} counted, it''s {1,number,#}. {2}"));
    }
}
