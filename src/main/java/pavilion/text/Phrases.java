package pavilion.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Bilingual;
import pavilion.rules.Refusal;

/** The page's language, for the sentences that a page puts together itself. */
public record Phrases(Messages messages, String lang) {
    public String say(String key, Object... args) {
        return messages.say(lang, key, args);
    }

    public String say(Refusal refusal) {
        return messages.say(lang, refusal);
    }

    public String in(Bilingual words) {
        return words.in(lang);
    }

    /** A day without its year: the year stands on the page already. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : say("matter.day", say("matter.month." + day.getMonthValue()), day.getDayOfMonth());
    }

    public String when(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        LocalDateTime local = LocalDateTime.ofInstant(at, CommunityTime.ZONE);
        return say(
                "matter.when",
                day(local.toLocalDate()),
                String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute()));
    }

    public String post(String post) {
        return say("matter.post." + post);
    }

    /** For the card above a form: each line a way to its field. */
    public List<Map<String, String>> errors(Map<String, Refusal> errors) {
        List<Map<String, String>> lines = new ArrayList<>();
        errors.forEach((field, refusal) -> lines.add(Map.of("field", field, "text", say(refusal))));
        return lines;
    }
}
