package pavilion.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads data of plain java types, as a YAML or JSON parser hands it over, and names the field that is wrong. */
public record DataReader(String where, Map<?, ?> map) {

    public static DataReader of(Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return new DataReader(where, map);
        }
        throw new Refused("rules.data.missing", where);
    }

    /** Refuses a field that nobody reads: it would look like a rule and have no effect. */
    public DataReader only(Set<String> fields) {
        for (var field : map.keySet()) {
            if (!fields.contains(field.toString())) {
                throw new Refused("rules.data.unknown", where, field.toString(), String.valueOf(map.get(field)));
            }
        }
        return this;
    }

    public boolean has(String field) {
        return map.get(field) != null;
    }

    public String text(String field) {
        return need(field).toString();
    }

    public String text(String field, String otherwise) {
        return has(field) ? text(field) : otherwise;
    }

    public long number(String field) {
        if (need(field) instanceof Number number) {
            return number.longValue();
        }
        throw new Refused("rules.data.number", where, field);
    }

    public int number(String field, int otherwise) {
        return has(field) ? Math.toIntExact(number(field)) : otherwise;
    }

    public boolean truth(String field) {
        if (need(field) instanceof Boolean truth) {
            return truth;
        }
        throw new Refused("rules.data.truth", where, field);
    }

    public LocalDate day(String field, LocalDate otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeParseException e) {
            throw new Refused("rules.data.day", where, field, text(field));
        }
    }

    public Bilingual words(String field) {
        var words = of(need(field), where + "." + field);
        return new Bilingual(words.text("zh"), words.text("en"));
    }

    public List<?> list(String field) {
        return map.get(field) instanceof List<?> list ? list : List.of();
    }

    public List<String> texts(String field) {
        return list(field).stream().map(Object::toString).toList();
    }

    public <E extends Enum<E>> E one(Class<E> kind, String field) {
        return one(kind, text(field), field);
    }

    public <E extends Enum<E>> Set<E> all(Class<E> kind, String field) {
        return texts(field).stream().map(text -> one(kind, text, field)).collect(Collectors.toUnmodifiableSet());
    }

    <E extends Enum<E>> E one(Class<E> kind, String value, String field) {
        for (var each : kind.getEnumConstants()) {
            if (each.name().equals(value.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new Refused("rules.data.unknown", where, field, value);
    }

    private Object need(String field) {
        var value = map.get(field);
        if (value == null) {
            throw new Refused("rules.data.missing", where + "." + field);
        }
        return value;
    }
}
