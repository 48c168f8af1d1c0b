package pavilion.rules;

import java.util.Map;

/** One piece of the rule data's own wording, in both languages. */
public record Bilingual(String zh, String en) {
    public static final Bilingual NONE = new Bilingual("", "");

    public String in(String language) {
        return language.startsWith("en") ? en : zh;
    }

    public Map<String, Object> toMap() {
        return Map.of("zh", zh, "en", en);
    }
}
