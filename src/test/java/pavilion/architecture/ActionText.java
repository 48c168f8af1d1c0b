package pavilion.architecture;

import io.vertx.core.http.HttpMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pavilion.web.FormField;
import pavilion.web.Route;

/** Writes the pages of {@code docs/actions}: one for every package that has routes, and the list of all of them. */
final class ActionText {
    static final String INDEX = "README.md";
    /** What stands above this line in the index is written by hand. */
    static final String MADE = "<!-- From here on made by ActionDocsTest; see CONTRIBUTING.md. -->\n";

    /** No page and no action of the server leads there. */
    private static final Set<String> NOT_SERVED = Set.of("ballots", "bench", "cli", "demo", "rehearse");

    private static final long KILO = 1 << 10;
    private static final long MEGA = 1 << 20;

    private final RefusalScan scan = new RefusalScan();
    private final Map<String, List<Route>> families;

    ActionText(List<Route> routes) {
        this.families = routes.stream()
                .sorted(Comparator.comparing(Route::path)
                        .thenComparing(route -> route.method().name()))
                .collect(Collectors.groupingBy(ActionText::family, TreeMap::new, Collectors.toList()));
    }

    /** File names to texts. */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        families.forEach((family, routes) -> pages.put(file(family), page(family, routes)));
        return pages;
    }

    /** What follows {@link #MADE} in the index. */
    String index() {
        StringBuilder text = new StringBuilder("\n| page | what it is about | addresses |\n|---|---|---|\n");
        families.forEach((family, routes) -> text.append("| [%s](%s) | %s | %d |\n"
                .formatted(family, file(family), firstSentence(purpose(family)), routes.size())));
        text.append("\n## Refusals from packages without pages\n");
        packages().stream()
                .filter(name -> !families.containsKey(name) && !NOT_SERVED.contains(name))
                .forEach(name -> refusals(name, "### " + name).ifPresent(text::append));
        return text.toString();
    }

    private String page(String family, List<Route> routes) {
        StringBuilder text = new StringBuilder("# " + family + "\n\n")
                .append(MADE)
                .append("\n")
                .append(purpose(family))
                .append("\n");
        List<Route> read =
                routes.stream().filter(r -> r.method() == HttpMethod.GET).toList();
        if (!read.isEmpty()) {
            text.append("\n## Pages\n\n| address | who may | class |\n|---|---|---|\n");
            read.forEach(r -> text.append("| GET `%s` | %s | `%s` |\n".formatted(r.path(), whoMay(r), handler(r))));
        }
        List<Route> write =
                routes.stream().filter(r -> r.method() != HttpMethod.GET).toList();
        if (!write.isEmpty()) {
            text.append("\n## Actions\n");
            write.forEach(r -> text.append(action(r)));
        }
        refusals(family, "## Refusals").ifPresent(text::append);
        return text.toString();
    }

    private static String action(Route route) {
        StringBuilder text = new StringBuilder("\n### %s `%s`\n\n".formatted(route.method(), route.path()))
                .append("Who may: %s. Body: %s, at most %s. Class: `%s`%s.\n"
                        .formatted(
                                whoMay(route),
                                route.files() ? "a form with files" : route.form() ? "a form" : "a signed message",
                                size(route.bodyLimit()),
                                handler(route),
                                route.hot() == null ? "" : ", on the event loop"));
        if (!route.fields().isEmpty()) {
            text.append("\n| field | kind | limit |\n|---|---|---|\n");
            route.fields()
                    .forEach(f -> text.append("| `%s` | %s | %s |\n"
                            .formatted(f.name(), f.kind().name().toLowerCase(Locale.ROOT), limit(f))));
        }
        return text.toString();
    }

    private static String whoMay(Route route) {
        return route.access().name().replace(" ", ", ");
    }

    private static String limit(FormField field) {
        if (!field.choices().isEmpty()) {
            return field.choices().stream()
                    .map(c -> c.isEmpty() ? "empty" : "`" + c + "`")
                    .collect(Collectors.joining(", "));
        }
        return field.limit() == 0 ? "" : field.limit() + " characters";
    }

    private static String size(long bytes) {
        return bytes % MEGA == 0 ? bytes / MEGA + " MB" : bytes / KILO + " KB";
    }

    private Optional<String> refusals(String name, String heading) {
        Map<String, Set<String>> found = scan.of(sources(name));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text =
                new StringBuilder("\n" + heading + "\n\n| key | what the person reads | class |\n|---|---|---|\n");
        found.forEach((key, classes) -> text.append("| `%s` | %s | %s |\n"
                .formatted(
                        key,
                        cell(scan.sentence(key)),
                        classes.stream().map(c -> "`" + c + "`").collect(Collectors.joining(", ")))));
        return Optional.of(text.toString());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }

    /** The package whose code answers, below the root package. */
    private static String family(Route route) {
        return handlerClass(route).getPackageName().replaceFirst("^pavilion\\.", "");
    }

    // A method reference is a hidden class whose name begins with the class that it stands in.
    private static String handler(Route route) {
        return handlerClass(route).getSimpleName().replaceFirst("\\$\\$Lambda.*", "");
    }

    private static Class<?> handlerClass(Route route) {
        return (route.hot() != null ? route.hot() : route.page()).getClass();
    }

    private static String file(String family) {
        return family.replace('.', '-') + ".md";
    }

    private static Path folder(String name) {
        return Sources.JAVA.resolve("pavilion").resolve(name.replace('.', '/'));
    }

    private static List<Path> sources(String name) {
        Path folder = folder(name);
        return Sources.under(folder, ".java").stream()
                .filter(file -> file.getParent().equals(folder))
                .toList();
    }

    private static Set<String> packages() {
        Path root = Sources.JAVA.resolve("pavilion");
        return Sources.under(root, "package-info.java").stream()
                .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What {@code package-info.java} says, as one paragraph of Markdown. */
    private static String purpose(String name) {
        Path file = folder(name).resolve("package-info.java");
        if (!Files.exists(file)) {
            return "";
        }
        return Sources.read(file)
                .replaceFirst("(?s)^.*?/\\*\\*(.*?)\\*/.*$", "$1")
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String firstSentence(String text) {
        return text.replaceFirst("(?<=[.]) (?=[A-Z]).*$", "");
    }
}
