package pavilion.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The value of a flag that is not given: {@code --public-url} is {@code PAVILION_PUBLIC_URL}, or {@code public-url} in pavilion.properties. */
public final class FlagDefaults implements IDefaultValueProvider {
    private static final int SUGGESTIONS = 3;

    private final Path path;
    private final Map<String, String> environment;
    private final Properties file = new Properties();

    FlagDefaults(Path path, Map<String, String> environment) {
        this.path = path;
        this.environment = environment;
        if (Files.exists(path)) {
            try (Reader in = Files.newBufferedReader(path)) {
                file.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static FlagDefaults here() {
        return new FlagDefaults(Path.of("pavilion.properties"), System.getenv());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        if (!(arg instanceof OptionSpec option)) {
            return null;
        }
        String value = environment.get(variable(option));
        return value != null ? value : file.getProperty(key(option));
    }

    /** Where such a value came from, as a person would look for it. */
    String source(OptionSpec option) {
        return environment.containsKey(variable(option)) ? variable(option) : key(option) + " (" + path + ")";
    }

    /** A sentence about a line of the file that no command has a flag for; ignored, it would be a silent default. */
    public Optional<String> unknown(CommandLine line) {
        Set<String> known = line.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(FlagDefaults::key)
                .collect(Collectors.toCollection(TreeSet::new));
        return new TreeSet<>(file.stringPropertyNames())
                .stream()
                        .filter(key -> !known.contains(key))
                        .findFirst()
                        .map(key -> FlagErrors.say("settings.unknown", path, key, nearest(key, known)));
    }

    private static String nearest(String key, Set<String> known) {
        List<String> near = known.stream()
                .sorted(Comparator.comparingInt(each -> distance(key, each)))
                .limit(SUGGESTIONS)
                .toList();
        return String.join(", ", near);
    }

    /** How many letters have to be inserted, removed or changed (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    private static String variable(OptionSpec option) {
        return "PAVILION_" + key(option).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
