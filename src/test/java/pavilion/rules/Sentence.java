package pavilion.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The messages of this room as a reader gets them, for tests. */
public final class Sentence {
    private Sentence() {}

    private static final List<String> ROOMS = List.of("rules", "method", "decide");

    public static Properties all(String language) {
        var properties = new Properties();
        for (var room : ROOMS) {
            var path = "/messages/" + room + "." + language + ".properties";
            try (var in = Sentence.class.getResourceAsStream(path);
                    var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    public static String of(String language, String key, List<Object> args) {
        var pattern = all(language).getProperty(key);
        if (pattern == null) {
            throw new AssertionError("no sentence for " + key + " in " + language);
        }
        return new MessageFormat(pattern, Locale.forLanguageTag(language))
                .format(args.stream()
                        .map(arg -> arg instanceof Bilingual words ? words.in(language) : arg)
                        .toArray());
    }

    public static String of(String language, Refusal refusal) {
        return of(language, refusal.key(), refusal.args());
    }
}
