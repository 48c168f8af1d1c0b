package pavilion.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, as a reader of its code finds them. */
final class Sources {
    static final Path JAVA = Path.of("src/main/java");
    static final Path TEMPLATES = Path.of("src/main/resources/templates");
    static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Set<String> NOT_OURS = Set.of("target", "data", ".git", ".idea");
    // A comment, a text block, a string or a character: whichever begins first.
    private static final Pattern TOKEN = Pattern.compile(
            "(//[^\n]*|/\\*.*?\\*/)|(\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*')",
            Pattern.DOTALL);

    private Sources() {}

    static List<Path> under(Path folder, String... endings) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> endings.length == 0
                            || Stream.of(endings).anyMatch(e -> f.toString().endsWith(e)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every text file of the tree but what is built or fetched. */
    static List<Path> tree() {
        try (Stream<Path> top = Files.list(Path.of(""))) {
            return top.filter(p -> !NOT_OURS.contains(p.getFileName().toString()))
                    .flatMap(p -> under(p).stream())
                    .filter(p -> !p.toString().matches(".*\\.(ttf|png|jpg|jar|xlsx|zip|pdf|gz)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** What stands between quotes in a Java file, comments left out. */
    static List<String> literals(String java) {
        return TOKEN.matcher(java)
                .results()
                .filter(m -> m.group(2) != null)
                .map(m -> m.group(2))
                .toList();
    }
}
