package pavilion.web;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;
import pavilion.text.CommunityTime;
import pavilion.text.Messages;

/**
 * Handlebars with one root loader, so that a partial's name means the same wherever it is written. Helpers: {@code t key
 * args...}, {@code say refusal}, {@code date}, {@code time}, {@code clock}, {@code iso}, and {@code eq and or not}. The language of a page is
 * {@code lang} in its root context.
 */
public final class Templates {

    private final Handlebars handlebars;
    private final Messages messages;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    public Templates(Messages messages) {
        this.messages = messages;
        this.handlebars = new Handlebars(new ClassPathTemplateLoader("/templates", ".hbs"))
                .with(new ConcurrentMapTemplateCache());
        handlebars.setPrettyPrint(false);
        for (ConditionalHelpers helper : ConditionalHelpers.values()) {
            handlebars.registerHelper(helper.name(), helper);
        }
        // The library's own "or" returns true or false; this one returns the first value that is present.
        handlebars.<Object>registerHelper(
                "or",
                (first, o) -> Stream.concat(Stream.ofNullable(first), Stream.of(o.params))
                        .filter(value -> !Handlebars.Utils.isEmpty(value))
                        .findFirst()
                        .orElse(""));
        handlebars.<Object>registerHelper("t", (key, o) -> say(key, o));
        handlebars.<Object>registerHelper(
                "say", (refusal, o) -> refusal instanceof Refusal r ? messages.say(lang(o), r) : "");
        handlebars.<Object>registerHelper("first", (given, o) -> filled(given) ? given : o.param(0, ""));
        handlebars.<Object>registerHelper("concat", (first, o) -> {
            StringBuilder text = new StringBuilder(String.valueOf(first));
            for (Object part : o.params) {
                text.append(part);
            }
            return text.toString();
        });
        // {{inner text}}: a name as it stands within an English sentence
        handlebars.<Object>registerHelper("inner", (text, o) -> inner(String.valueOf(text), lang(o)));
        // {{within path address}}: whether a page stands at an address or below it
        handlebars.<Object>registerHelper("within", (path, o) -> (path + "/").startsWith(o.param(0, "") + "/"));
        handlebars.<Object>registerHelper(
                "fours", (code, o) -> String.join(" ", String.valueOf(code).split("(?<=\\G.{4})")));
        handlebars.<Object>registerHelper("date", (at, o) -> format(at, "web.pattern.date", lang(o)));
        handlebars.<Object>registerHelper("time", (at, o) -> format(at, "web.pattern.time", lang(o)));
        handlebars.<Object>registerHelper("clock", (at, o) -> format(at, "web.pattern.clock", lang(o)));
        handlebars.<Object>registerHelper("iso", (at, o) -> at == null ? "" : at.toString());
        handlebars.<Object>registerHelper("num", (n, o) -> n == null ? "" : n.toString());
    }

    private String say(@Nullable Object key, Options options) {
        return key == null ? "" : messages.say(lang(options), key.toString(), options.params);
    }

    private static String inner(String text, String lang) {
        return text.isEmpty() || !lang.equals("en")
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static boolean filled(@Nullable Object value) {
        return value != null && !value.toString().isEmpty();
    }

    private static String lang(Options options) {
        Object lang = options.context.get("lang");
        return lang == null ? "zh" : lang.toString();
    }

    private String format(@Nullable Object at, String key, String lang) {
        String pattern = messages.say(lang, key);
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Messages.locale(lang));
        return switch (at) {
            case null -> "";
            case Instant instant -> formatter.format(instant.atZone(CommunityTime.ZONE));
            case LocalDate day -> formatter.format(day);
            default -> at.toString();
        };
    }

    /** @throws UncheckedIOException if there is no such template or it does not compile */
    public Template compile(String name) {
        return compiled.computeIfAbsent(name, n -> {
            try {
                return handlebars.compile(n);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A paper: it stands for itself, without anything that the pages share. */
    public String paper(String name, String lang, Object model) {
        return render(name, lang, Map.of(), model);
    }

    /** @param model a map, or a record whose accessors the template names */
    public String render(String name, String lang, Map<String, Object> shared, @Nullable Object model) {
        Context root = context(shared);
        root.combine("lang", lang);
        Context page = model == null
                ? root
                : Context.newBuilder(root, model)
                        .resolver(TemplateValues.INSTANCE)
                        .build();
        try {
            return compile(name).apply(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Context context(Map<String, Object> shared) {
        return Context.newBuilder(shared).resolver(TemplateValues.INSTANCE).build();
    }
}
