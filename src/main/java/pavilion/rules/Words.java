package pavilion.rules;

import java.util.Map;

/** One piece of the rule data's own wording, in both languages. */
public record Words(String zh, String en) {
    public static final Words NONE = new Words("", "");

    public String in(String language) {
        return language.startsWith("en") ? en : zh;
    }

    public Map<String, Object> toMap() {
        return Map.of("zh", zh, "en", en);
    }
}
