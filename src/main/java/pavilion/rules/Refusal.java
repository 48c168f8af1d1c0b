package pavilion.rules;

import java.util.List;

/** A no that can be said to a person: the key of a sentence in the messages, and what fills its gaps. */
public record Refusal(String key, List<Object> args) {
    public Refusal {
        args = List.copyOf(args);
    }

    public static Refusal of(String key, Object... args) {
        return new Refusal(key, List.of(args));
    }
}
