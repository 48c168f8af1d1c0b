package pavilion.architecture;

import static pavilion.architecture.SourcesTest.none;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name exists, and what they say of the packages is so. */
class DocsTest {
    private static final Path ARCHITECTURE = Path.of("docs", "architecture.md");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(#[^)]*)?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    // A class, or a class and one of its methods; two humps, so that a word that is no class is passed over.
    private static final Pattern NAME = Pattern.compile("([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:\\.([a-z]\\w*))?");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?pavilion\\.([a-z]+)\\.");
    // Names of the law of suffixes, and of classes that are not ours.
    private static final Pattern NOT_OURS = Pattern.compile("Noun.*|HttpServer");

    @Test
    void everyLinkLeadsSomewhere() {
        none(documents()
                .flatMap(file -> LINK.matcher(Sources.read(file))
                        .results()
                        .filter(m -> !leads(file, m.group(1), m.group(2)))
                        .map(m -> file + ": " + m.group())));
    }

    private static boolean leads(Path from, String to, String anchor) {
        Path target = to.isEmpty() ? from : from.resolveSibling(to).normalize();
        return Files.exists(target)
                && (anchor == null
                        || HEADING.matcher(Sources.read(target))
                                .results()
                                .anyMatch(m -> ("#" + slug(m.group(1))).equals(anchor)));
    }

    /** As GitHub makes an anchor of a heading. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    @Test
    void everyClassAndMethodNamedExists() {
        Map<String, String> sources = new TreeMap<>();
        Stream.of(Sources.JAVA, Path.of("src/test/java"))
                .flatMap(root -> Sources.under(root, ".java").stream())
                .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), Sources.read(file)));
        none(documents()
                .filter(file -> !file.startsWith("CHANGELOG.md"))
                .flatMap(file -> CODE.matcher(Sources.read(file))
                        .results()
                        .map(m -> NAME.matcher(m.group(1)))
                        .filter(m ->
                                m.matches() && !NOT_OURS.matcher(m.group(1)).matches())
                        .filter(m -> !sources.containsKey(m.group(1))
                                || (m.group(2) != null
                                        && !sources.get(m.group(1)).contains(m.group(2) + "(")))
                        .map(m -> file + ": there is no " + m.group())));
    }

    @Test
    void everyPackageIsOnThePageAndNoOther() {
        Path root = Sources.JAVA.resolve("pavilion");
        Set<String> packages = Sources.under(root, "package-info.java").stream()
                .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
                .collect(Collectors.toSet());
        List<String> rows = rows();
        String text = Sources.read(ARCHITECTURE);
        none(Stream.concat(
                packages.stream()
                        .filter(name -> !text.contains("`" + (name.isEmpty() ? "pavilion" : name) + "`"))
                        .map(name -> name + " is not on the page"),
                rows.stream()
                        .filter(name -> !name.equals("pavilion") && !packages.contains(name))
                        .map(name -> name + " is no package")));
    }

    @Test
    void everyPackageDependsOnThoseAboveItAlone() {
        List<String> order =
                rows().stream().map(name -> name.split("\\.")[0]).distinct().toList();
        List<String> wrong = new ArrayList<>();
        for (String name : order) {
            Path folder = Sources.JAVA.resolve("pavilion").resolve(name);
            if (Files.exists(folder)) {
                for (Path file : Sources.under(folder, ".java")) {
                    IMPORT.matcher(Sources.read(file))
                            .results()
                            .map(m -> m.group(1))
                            .filter(other -> order.indexOf(other) > order.indexOf(name))
                            .forEach(other -> wrong.add(name + " depends on " + other + ": " + file));
                }
            }
        }
        none(wrong.stream().distinct());
    }

    private static List<String> rows() {
        String text = Sources.read(ARCHITECTURE);
        String table = text.substring(text.indexOf("## Packages"), text.indexOf("## Names"));
        return ROW.matcher(table).results().map(m -> m.group(1)).toList();
    }

    private static Stream<Path> documents() {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")
                        .map(Path::of),
                Sources.under(Path.of("docs"), ".md").stream());
    }
}
