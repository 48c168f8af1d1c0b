package pavilion;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a flag leaves open: {@code --public-url} is {@code PAVILION_PUBLIC_URL}, or {@code public-url} in pavilion.properties. */
final class Settings implements IDefaultValueProvider {
    private static final Path FILE = Path.of("pavilion.properties");
    private final Properties file = new Properties();

    Settings() {
        if (Files.exists(FILE)) {
            try (Reader in = Files.newBufferedReader(FILE)) {
                file.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        if (!(arg instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName().replaceFirst("^--", "");
        String variable = "PAVILION_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = System.getenv(variable);
        return value != null ? value : file.getProperty(name);
    }
}
