package pavilion.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints the ten test classes that took longest, from the reports that Surefire's JVMs left in a folder. */
final class SlowestClasses {
    private static final int MOST = 10;
    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern SECONDS = Pattern.compile(" time=\"([0-9.,]+)\"");

    private SlowestClasses() {}

    private record Suite(String name, double seconds) {}

    public static void main(String... args) throws IOException {
        List<String> lines = lines(Path.of(args[0]));
        if (!lines.isEmpty()) {
            System.out.println("The slowest test classes, in seconds:");
            lines.forEach(System.out::println);
        }
    }

    static List<String> lines(Path reports) throws IOException {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .flatMap(file -> suite(file).stream())
                    .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
                    .limit(MOST)
                    .map(suite -> String.format(Locale.ROOT, "%8.1f  %s", suite.seconds(), suite.name()))
                    .toList();
        }
    }

    private static Optional<Suite> suite(Path file) {
        try {
            Matcher suite = SUITE.matcher(Files.readString(file));
            if (!suite.find()) {
                return Optional.empty();
            }
            Matcher name = NAME.matcher(suite.group());
            Matcher seconds = SECONDS.matcher(suite.group());
            return name.find() && seconds.find()
                    ? Optional.of(new Suite(
                            name.group(1), Double.parseDouble(seconds.group(1).replace(",", ""))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
