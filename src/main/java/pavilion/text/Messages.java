package pavilion.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pavilion.rules.Bilingual;
import pavilion.rules.Refusal;

/**
 * Every sentence a person reads, in both languages; one bundle for each subject, {@code /messages/BUNDLE.LANG.properties}.
 * Whole numbers are written without grouping, since they are flat numbers and counts that people compare with paper.
 */
public final class Messages {
    public static final List<String> LANGUAGES = List.of("zh", "en");
    public static final List<String> BUNDLES = List.of(
            "part",
            "web",
            "rules",
            "method",
            "ballots",
            "book",
            "charter",
            "decide",
            "roster",
            "matter",
            "session",
            "motion",
            "calling",
            "minutes",
            "poll",
            "proxy",
            "resolution",
            "task",
            "document",
            "audit",
            "cli",
            "rehearse");

    private final Map<String, Map<String, String>> texts = new HashMap<>();
    /** Parsed once for each sentence; a format must not be used by two threads at once. */
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Messages() {
        for (String lang : LANGUAGES) {
            Map<String, String> all = new HashMap<>();
            for (String bundle : BUNDLES) {
                load(bundle + "." + lang, all);
            }
            texts.put(lang, Map.copyOf(all));
        }
    }

    private static void load(String name, Map<String, String> into) {
        try (InputStream in = Messages.class.getResourceAsStream("/messages/" + name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no file of sentences " + name);
            }
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            file.forEach((k, v) -> into.put((String) k, (String) v));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lang {@code zh} or {@code en} */
    public static Locale locale(String lang) {
        return lang.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** Empty for a language that there is not. */
    public Set<String> keys(String lang) {
        return texts.getOrDefault(lang, Map.of()).keySet();
    }

    public boolean has(String lang, String key) {
        return texts.getOrDefault(lang, Map.of()).containsKey(key);
    }

    public String say(String lang, Refusal refusal) {
        return say(lang, refusal.key(), refusal.args().toArray());
    }

    /** @return the sentence, or the key in brackets where there is none (a test of the build finds those first) */
    public String say(String lang, String key, Object... args) {
        String text = texts.getOrDefault(lang, Map.of()).get(key);
        if (text == null) {
            return "[" + key + "]";
        }
        MessageFormat format = formats.computeIfAbsent(lang + "|" + key, k -> new MessageFormat(text, locale(lang)));
        synchronized (format) {
            return format.format(plain(lang, args, format.getFormatsByArgumentIndex()), new StringBuffer(), null)
                    .toString();
        }
    }

    private static Object[] plain(String lang, Object[] args, Format[] formats) {
        Object[] plain = args.clone();
        for (int i = 0; i < plain.length; i++) {
            boolean free = i >= formats.length || formats[i] == null;
            if (free && plain[i] instanceof Number n) {
                plain[i] = n.toString();
            }
            if (plain[i] instanceof Bilingual words) {
                plain[i] = words.in(lang);
            }
        }
        return plain;
    }
}
