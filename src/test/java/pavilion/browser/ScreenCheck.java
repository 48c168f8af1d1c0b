package pavilion.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.ArrayList;
import java.util.List;

/** What is asked of every page: accessible, narrow, large, touchable, and nothing forgotten in it. */
final class ScreenCheck {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    // Every control one can press, but not the links that stand inside a sentence.
    private static final String SMALL = """
            (least) => {
              const wrong = [];
              const seen = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0 && getComputedStyle(e).visibility !== 'hidden'; };
              for (const e of document.querySelectorAll('button, select, textarea, summary, .go, .act, nav a, .list a.title, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .votes label span, label.pick')) {
                if (!seen(e) || e.closest('.unseen')) continue;
                const r = e.getBoundingClientRect();
                const need = e.closest('.votes') ? 60 : least;
                if (Math.round(r.height) < need) wrong.push(e.localName + '.' + e.className + ' "' + (e.textContent || e.name).trim().slice(0, 20) + '" ' + Math.round(r.width) + 'x' + Math.round(r.height));
              }
              return wrong;
            }""";

    private static final String TWICE = """
            () => { const seen = new Set(), twice = []; for (const e of document.querySelectorAll('[id]')) { if (seen.has(e.id)) twice.push(e.id); seen.add(e.id); } return twice; }""";

    // A message key that found no sentence, a value that found no template, or an object that was printed as it is.
    private static final String RAW = """
            () => (document.title + '\\n' + document.body.innerText).split(/\\s+/).filter(w =>
              /^(part|web|rules|roster|matter|session|calling|poll|resolution|task|document|audit|demo)\\.[a-z0-9-]+(\\.[a-z0-9-]+)*$/.test(w)
              || /\\{\\d\\}|\\{\\{|\\[object|@[0-9a-f]{6,8}$|^null$|^undefined$/.test(w))""";

    private static final String WIDE = """
            () => { const w = document.documentElement.clientWidth; if (document.documentElement.scrollWidth <= w) return [];
              const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1 && !e.closest('.unseen')).slice(0, 4).map(e => e.localName + '.' + e.className + '#' + e.id);
              return ['scrolls sideways: ' + document.documentElement.scrollWidth + ' > ' + w + ' ' + out]; }""";

    private static final String AXE = """
            tags => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(all =>
              all.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.target + ' ' + node.failureSummary.replace(/\\n/g, ' '))))""";

    private ScreenCheck() {}

    /** Everything wrong with the page in the window, in words; empty when nothing is. */
    static List<String> faults(BrowserWindow window) {
        List<String> faults = new ArrayList<>(quick(window));
        faults.addAll(axe(window));
        return faults;
    }

    /** The same without axe, which takes its time. */
    static List<String> quick(BrowserWindow window) {
        List<String> faults = new ArrayList<>();
        list(window, TWICE, null).forEach(id -> faults.add("id twice: " + id));
        list(window, RAW, null).forEach(word -> faults.add("raw: " + word));
        list(window, WIDE, null).forEach(faults::add);
        if (window.device != BrowserWindow.Device.WALL) {
            list(window, SMALL, 48).forEach(one -> faults.add("small: " + one));
        }
        window.complaints().forEach(one -> faults.add("console: " + one));
        return faults;
    }

    static List<String> axe(BrowserWindow window) {
        window.page.evaluate(AxeBuilder.getAxeScript());
        return list(window, AXE, TAGS).stream().map(fault -> "axe: " + fault).toList();
    }

    /** As narrow as a page may get. */
    static List<String> narrow(BrowserWindow window) {
        window.page.setViewportSize(320, 700);
        List<String> faults = list(window, WIDE, null);
        window.page.setViewportSize(window.device.width, window.device.height);
        return faults;
    }

    /** Nothing wrong with it. */
    static void good(BrowserWindow window) {
        assertEquals(List.of(), faults(window), window.path());
        assertEquals(List.of(), narrow(window), window.path());
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(BrowserWindow window, String script, Object arg) {
        return (List<String>) window.page.evaluate(script, arg);
    }
}
