package pavilion.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page that somebody can reach by following links, looked at as that person: one page of each kind, since two matters
 * at the same stage are made by the same template.
 */
final class PagesTest {
    /** Matters differ by their stage, so a resident sees all of them; of other pages one of a kind will do. */
    private static final int MATTERS = 13;

    private static final int MATTERS_AGAIN = 4;
    private final BrowserFixture fixture = BrowserFixture.open();

    /** A role, on a device, in a language and a scheme: together everybody, both languages and both schemes. */
    private record Round(String part, BrowserWindow.Builder builder) {}

    /** What has been looked at, on which device, in which language and scheme: the same is not looked at twice. */
    private final Set<String> shapes = new HashSet<>();

    private Stream<Round> rounds() {
        return Stream.of(
                new Round("household", BrowserWindow.phone(fixture)),
                new Round(
                        "household", BrowserWindow.phone(fixture).language("en").dark()),
                new Round("committee", BrowserWindow.desktop(fixture)),
                new Round(
                        "committee", BrowserWindow.phone(fixture).language("en").dark()),
                new Round("moderator", BrowserWindow.desktop(fixture).dark()),
                new Round(
                        "scrutineer",
                        BrowserWindow.desktop(fixture).language("en").dark()),
                new Round("admin", BrowserWindow.desktop(fixture).dark()));
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsGood() {
        return rounds().map(round -> DynamicTest.dynamicTest(round.part, () -> {
            try (BrowserWindow window = round.builder.as(round.part)) {
                assertEquals(List.of(), walk(window, round.part), () -> "seen by " + round.part);
            }
        }));
    }

    private List<String> walk(BrowserWindow window, String part) {
        List<String> faults = new ArrayList<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(window.path(), "/", "/clock"));
        Set<String> known = new HashSet<>(ahead);
        List<String> kinds = new ArrayList<>();
        while (!ahead.isEmpty()) {
            String path = ahead.poll();
            String kind = kind(path);
            int most = !kind.endsWith("/matters/0") ? 1 : window.scheme.equals("light") ? MATTERS : MATTERS_AGAIN;
            if (kinds.stream().filter(kind::equals).count() >= most) {
                continue;
            }
            kinds.add(kind);
            window.go(path);
            List<String> wrong = new ArrayList<>(ScreenCheck.quick(window));
            if (shapes.add(window.device + window.language + window.scheme + shape(window))) {
                wrong.addAll(ScreenCheck.axe(window));
                wrong.addAll(ScreenCheck.narrow(window));
                if (kinds.stream().filter(kind::equals).count() == 1) {
                    window.shoot("page-" + part + kind.replaceAll("[^a-z0-9]+", "-"));
                }
            }
            wrong.forEach(fault -> faults.add(path + " " + fault));
            window.forgive();
            links(window).filter(known::add).forEach(ahead::add);
        }
        System.out.println(part + " " + window.language + " saw " + kinds.size() + " pages of "
                + Set.copyOf(kinds).size() + " kinds");
        return faults;
    }

    /** Pages of this server; not files, not what a link would change. */
    @SuppressWarnings("unchecked")
    private static Stream<String> links(BrowserWindow window) {
        List<String> hrefs = (List<String>)
                window.page.evaluate(
                        "() => [...document.querySelectorAll('a[href]')].map(a => a.href).filter(h => h.startsWith(location.origin)).map(h => h.slice(location.origin.length).replace(/#.*/, ''))");
        return hrefs.stream()
                .filter(path -> !path.matches(
                        ".*\\.(pdf|json|csv|xlsx|svg)(\\?.*)?$|.*/photos/.*|/set\\?.*|.*/(slips|template|export).*"));
    }

    private static String kind(String path) {
        return path.replaceFirst("\\?.*", "")
                .replaceFirst("^/c/[^/]+", "/c")
                .replaceFirst("^/screen/[^/]+", "/screen")
                .replaceFirst("^/(rules|methods)/.+", "/$1/0")
                .replaceAll("/[A-Z-]*[0-9][^/]*", "/0");
    }

    // What axe looks at: the elements, their classes and what they hold, but not the words.
    private static String shape(BrowserWindow window) {
        return (String)
                window.page.evaluate(
                        "() => [...new Set([...document.querySelectorAll('body *')].map(e => e.parentNode.localName + '>' + e.localName + '.' + e.className + (e.type || '') + (e.getAttribute('role') || '')))].sort().join(' ')");
    }
}
