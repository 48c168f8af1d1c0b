package pavilion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.architecture.SourcesTest.none;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pavilion.text.Messages;
import pavilion.web.Templates;

class TemplatesTest {
    private static final Pattern PARTIAL = Pattern.compile("\\{\\{#?> *([a-z@][a-z0-9/-]*)");
    private static final Pattern POST = Pattern.compile("<form[^>]*method=\"post\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Map<String, Object> SHARED =
            Map.of("lang", "zh", "size", 18, "scheme", "auto", "asset", "0", "csrf", "mark-of-the-house", "path", "/");
    private final Templates templates = new Templates(new Messages());

    @Test
    void everyTemplateCompilesAndThePartialsItNamesExist() {
        none(Sources.under(Sources.TEMPLATES, ".hbs").stream().flatMap(file -> {
            String name = name(file);
            templates.compile(name);
            return PARTIAL.matcher(bare(file))
                    .results()
                    .map(m -> m.group(1))
                    .filter(p -> !p.startsWith("@") && !Files.exists(Sources.TEMPLATES.resolve(p + ".hbs")))
                    .map(p -> name + " names " + p);
        }));
    }

    @Test
    void aTemplateThatIsNotThereIsNoEmptyPage() {
        assertThrows(UncheckedIOException.class, () -> templates.compile("roster/no-such-page"));
    }

    @Test
    void renderingOnePageThenAnotherThenTheFirstMixesNothingUp() {
        List<String> pages =
                List.of("account/sign-in", "web/problem", "account/invitation-code", "style", "style-wall");
        Map<String, String> first = pages.stream().collect(Collectors.toMap(p -> p, this::render));
        for (String one : pages) {
            for (String other : pages) {
                assertEquals(first.get(one), render(one), one + " before " + other);
                assertEquals(first.get(other), render(other), other + " after " + one);
                if (!one.equals(other)) {
                    assertNotEquals(first.get(one), first.get(other));
                }
            }
        }
    }

    @Test
    void whatAPersonTypedIsNeverMarkup() {
        String page = templates.render(
                "account/sign-in",
                "zh",
                SHARED,
                Map.of("back", "\"><script>x()</script>", "values", Map.of("name", "<b>\"'&"), "errors", Map.of()));
        assertFalse(page.contains("<script>"), page);
        assertFalse(page.contains("<b>"), page);
        assertTrue(page.contains("&lt;b&gt;"), page);
    }

    @Test
    void nothingIsInlineAndNothingComesFromElsewhere() {
        Map<Pattern, String> wrong = Map.of(
                Pattern.compile("\\sstyle="), "inline style",
                Pattern.compile("\\son[a-z]+="), "inline handler",
                Pattern.compile("<script(?![^>]*\\ssrc=)"), "inline script",
                Pattern.compile("<style"), "inline style sheet",
                Pattern.compile("(?:src|href|action)=[\"']?(?:https?:)?//"), "address of another house",
                Pattern.compile("javascript:|(?:src|href)=[\"']?data:"), "script or data as an address",
                Pattern.compile("http://(?!www\\.w3\\.org/)"), "plain http");
        none(Sources.under(Sources.TEMPLATES, ".hbs").stream()
                .filter(file -> !file.startsWith(Sources.TEMPLATES.resolve("document")))
                .flatMap(file -> wrong.entrySet().stream()
                        .filter(e -> e.getKey().matcher(bare(file)).find())
                        .map(e -> name(file) + ": " + e.getValue())));
    }

    @Test
    void everyFormThatChangesSomethingCarriesTheHousesMark() {
        none(Sources.under(Sources.TEMPLATES, ".hbs").stream()
                .flatMap(file -> POST.matcher(bare(file))
                        .results()
                        .filter(m -> !m.group(1).contains("name=\"csrf\""))
                        .map(m -> name(file) + ": "
                                + m.group().lines().findFirst().orElse(""))));
    }

    @Test
    void aFormBeginsAndEndsInTheSameTemplate() {
        none(Sources.under(Sources.TEMPLATES, ".hbs").stream()
                .filter(file -> count(bare(file), "<form\\b") != count(bare(file), "</form>"))
                .map(TemplatesTest::name));
    }

    @Test
    void whatIsNotEscapedIsDrawnByTheHouseAndNamedHere() {
        none(Sources.under(Sources.TEMPLATES, ".hbs").stream()
                .flatMap(file -> Pattern.compile("\\{\\{\\{ *([^}]+)}}}|\\{\\{& *([^}]+)}}")
                        .matcher(bare(file))
                        .results()
                        .filter(
                                m -> !m.group()
                                        .matches(
                                                ".*\\b(qr|svg|css|actionHtml|quietHtml|leadHtml|problemHtml|courseHtml|discussionHtml)\\b.*"))
                        .map(m -> name(file) + ": " + m.group())));
    }

    private String render(String page) {
        return templates.render(page, "zh", SHARED, model(page));
    }

    private static Map<String, Object> model(String page) {
        return page.startsWith("style")
                ? new io.vertx.core.json.JsonObject(Sources.read(Sources.TEMPLATES.resolve("style.zh.json"))).getMap()
                : Map.of("status", 404, "sentence", "404", "back", "/", "values", Map.of(), "errors", Map.of());
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    private static String name(Path file) {
        return Sources.TEMPLATES.relativize(file).toString().replace('\\', '/').replace(".hbs", "");
    }

    private static String bare(Path file) {
        return Sources.read(file).replaceAll("(?s)\\{\\{!--.*?--}}", "");
    }
}
