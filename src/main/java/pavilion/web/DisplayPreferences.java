package pavilion.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.text.Messages;

/** How a person wants pages to look; remembered in a cookie of three words, since it is nobody's business else. */
public record DisplayPreferences(String lang, int size, String scheme) {
    static final String COOKIE = "look";

    static DisplayPreferences of(@Nullable String cookie, @Nullable String accepted) {
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", 3);
        boolean english = accepted != null && accepted.startsWith("en");
        DisplayPreferences look = new DisplayPreferences(english ? "en" : "zh", 18, "auto");
        return parts.length == 3 ? look.with(parts[0], parts[1], parts[2]) : look;
    }

    /** Whatever is not one of the known words leaves that part as it is. */
    public DisplayPreferences with(@Nullable String lang, @Nullable String size, @Nullable String scheme) {
        return new DisplayPreferences(
                lang != null && Messages.LANGUAGES.contains(lang) ? lang : this.lang,
                size != null && List.of("18", "22", "28").contains(size) ? Integer.parseInt(size) : this.size,
                scheme != null && List.of("auto", "light", "dark").contains(scheme) ? scheme : this.scheme);
    }

    String cookie() {
        return lang + "." + size + "." + scheme;
    }
}
