package pavilion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast by WCAG 2.2 (relative luminance), computed from the custom properties that the style sheets use. */
class PaletteTest {
    private static final Pattern BLOCK = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): *(#[0-9a-f]{3,6});");
    private static final String CSS =
            Sources.read(Path.of("webroot/css/tokens.css")).replaceAll("(?s)/\\*.*?\\*/", "");

    @ParameterizedTest
    @ValueSource(strings = {":root", "html[data-scheme=\"dark\"]", "html:not([data-scheme=\"light\"])"})
    void textStandsOutSevenToOne(String scheme) {
        Map<String, String> colours = colours(scheme);
        for (String ground : List.of("paper", "card", "wash")) {
            for (String text : List.of("ink", "soft", "brick", "slate", "leaf", "amber")) {
                atLeast(7, colours, text, ground);
            }
        }
        atLeast(7, colours, "on-brick", "brick");
        atLeast(7, colours, "on-slate", "slate");
    }

    @ParameterizedTest
    @ValueSource(strings = {":root", "html[data-scheme=\"dark\"]", "html:not([data-scheme=\"light\"])"})
    void edgesOfWhatCanBePressedStandOutFourAndAHalfToOne(String scheme) {
        Map<String, String> colours = colours(scheme);
        Stream.of("paper", "card").forEach(ground -> atLeast(4.5, colours, "edge", ground));
    }

    @Test
    void bothWaysToTheDarkSchemeLeadToTheSameColours() {
        assertEquals(colours("html[data-scheme=\"dark\"]"), colours("html:not([data-scheme=\"light\"])"));
    }

    @Test
    void blackOnWhiteIsTwentyOneToOneAndAColourOnItselfOne() {
        assertEquals(21, contrast("#000", "#ffffff"), 0.01);
        assertEquals(1, contrast("#123456", "#123456"), 0.01);
        assertEquals(4.54, contrast("#767676", "#fff"), 0.01);
    }

    private static void atLeast(double bound, Map<String, String> colours, String text, String ground) {
        double contrast = contrast(colours.get(text), colours.get(ground));
        assertTrue(contrast >= bound, () -> "%s on %s is %.2f:1".formatted(text, ground, contrast));
    }

    private static Map<String, String> colours(String scheme) {
        Map<String, String> colours = new HashMap<>();
        BLOCK.matcher(CSS)
                .results()
                .filter(b -> b.group(1).strip().equals(scheme))
                .forEach(b -> COLOUR.matcher(b.group(2)).results().forEach(c -> colours.put(c.group(1), c.group(2))));
        assertTrue(colours.size() >= 14, scheme + " has " + colours.keySet());
        return colours;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double c = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
