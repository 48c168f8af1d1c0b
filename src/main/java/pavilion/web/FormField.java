package pavilion.web;

import java.util.List;

/**
 * One field that a form may carry.
 *
 * @param name as the browser sends it; one that ends in {@code *} stands for all names that begin with the rest
 * @param limit most characters (code points) of a text; 0 where the kind has its own
 * @param choices the values of a {@link Kind#CHOICE} that the code knows; empty where they come from data
 */
public record FormField(String name, Kind kind, int limit, List<String> choices) {
    /** Longest whole number a form may carry, sign included. */
    private static final int DIGITS = 20;

    private static final int WORD = 200;

    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        CHECKBOX,
        DATE,
        FILE,
        PASSWORD,
        KEY
    }

    public static FormField text(String name, int limit) {
        return new FormField(name, Kind.TEXT, limit, List.of());
    }

    public static FormField number(String name) {
        return new FormField(name, Kind.NUMBER, DIGITS, List.of());
    }

    /** One value of several: a radio group, a list, the button that was pressed, or an id that the page put there. */
    public static FormField choice(String name, String... values) {
        return new FormField(name, Kind.CHOICE, WORD, List.of(values));
    }

    public static FormField checkbox(String name) {
        return new FormField(name, Kind.CHECKBOX, WORD, List.of());
    }

    /** A day, or a day and a time, as the browser's own field sends it. */
    public static FormField date(String name) {
        return new FormField(name, Kind.DATE, WORD, List.of());
    }

    public static FormField file(String name) {
        return new FormField(name, Kind.FILE, 0, List.of());
    }

    /** The idempotency key of a form: the same form sent twice is one act. */
    public static FormField key(String name) {
        return new FormField(name, Kind.KEY, 64, List.of());
    }

    /** A text that no page ever shows again. */
    public static FormField password(String name, int limit) {
        return new FormField(name, Kind.PASSWORD, limit, List.of());
    }

    boolean covers(String asked) {
        return name.endsWith("*") ? asked.startsWith(name.substring(0, name.length() - 1)) : name.equals(asked);
    }
}
