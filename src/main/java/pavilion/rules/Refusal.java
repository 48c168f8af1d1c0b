package pavilion.rules;

import java.util.List;

/** A refusal that can be told to a person: the key of a sentence in the messages, and its arguments. */
public record Refusal(String key, List<Object> args) {
    public Refusal {
        args = List.copyOf(args);
    }

    public static Refusal of(String key, Object... args) {
        return new Refusal(key, List.of(args));
    }
}
