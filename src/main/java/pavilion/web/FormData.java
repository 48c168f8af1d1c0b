package pavilion.web;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Tokens;
import pavilion.rules.Refusal;

/**
 * A posted form: what was typed, and what is wrong with each field. Nothing typed is lost: the page that asked is shown
 * again with {@code values} and {@code errors}. Only the fields that the route declares can be read.
 */
public final class FormData {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    static final String CSRF = "csrf";
    private final MultiMap typed;
    private final @Nullable List<FormField> fields;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Refusal> errors = new LinkedHashMap<>();

    /** @param fields what the route declares; null reads a query, which declares nothing */
    public FormData(MultiMap typed, @Nullable List<FormField> fields) {
        this.typed = typed;
        this.fields = fields;
        for (String name : typed.names()) {
            if (fields == null || name.equals(CSRF) || field(name) != null) {
                values.put(name, clean(typed.get(name)));
            }
        }
    }

    private @Nullable FormField field(String name) {
        for (FormField field : fields == null ? List.<FormField>of() : fields) {
            if (field.covers(name)) {
                return field;
            }
        }
        return null;
    }

    /** @throws IllegalArgumentException where the route did not declare the field: a fault of the page, not of the person */
    private void declared(String name) {
        if (fields != null && !name.equals(CSRF) && field(name) == null) {
            throw new IllegalArgumentException(name);
        }
    }

    // Line ends as one character; control characters, which no keyboard types and no database takes, are left out.
    static String clean(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    /** The field as typed, without the white space around it; empty when absent. */
    public String text(String name) {
        declared(name);
        return values.getOrDefault(name, "").strip();
    }

    public List<String> all(String name) {
        declared(name);
        return typed.getAll(name);
    }

    public boolean checked(String name) {
        return !text(name).isEmpty();
    }

    /** Must be there, and no longer than the route declares (in code points). */
    public String required(String name) {
        String text = optional(name);
        if (text.isEmpty()) {
            wrong(name, "web.form.required");
        }
        return text;
    }

    /** May be empty, and no longer than the route declares (in code points). */
    public String optional(String name) {
        String text = text(name);
        FormField field = field(name);
        if (field == null) {
            throw new IllegalArgumentException(name);
        }
        int max = field.limit();
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            wrong(name, "web.form.too-long", max, length);
        }
        return text;
    }

    public String oneOf(String name, List<String> allowed) {
        String text = text(name);
        if (!allowed.contains(text)) {
            wrong(name, "web.form.choose");
            return "";
        }
        return text;
    }

    /** A whole number; 0 when absent or wrong, and then the error says which. */
    public long number(String name, LongPredicate allowed, String key) {
        try {
            long number = Long.parseLong(text(name));
            if (allowed.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below says so, in the language of the page
        }
        wrong(name, key);
        return 0;
    }

    public void wrong(String name, String key, Object... args) {
        errors.putIfAbsent(name, Refusal.of(key, args));
    }

    public void wrong(String name, Refusal refusal) {
        errors.putIfAbsent(name, refusal);
    }

    public boolean good() {
        return errors.isEmpty();
    }

    /** Whether it comes from a page that this browser was given. */
    boolean carries(String mark) {
        return Tokens.same(mark, text(CSRF));
    }

    /** The fields of this kind that were sent and are not blank, each with all that it holds, as typed. */
    Map<String, List<String>> sent(FormField.Kind kind) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        values.keySet().forEach(name -> {
            FormField field = field(name);
            List<String> all = typed.getAll(name).stream().map(FormData::clean).toList();
            if (field != null && field.kind() == kind && all.stream().anyMatch(text -> !text.isBlank())) {
                sent.put(name, all);
            }
        });
        return sent;
    }

    public Map<String, String> values() {
        return values;
    }

    public Map<String, Refusal> errors() {
        return errors;
    }
}
