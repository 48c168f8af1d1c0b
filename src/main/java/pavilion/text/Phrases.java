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
import pavilion.rules.procedure.Holidays;

/**
 * The messages in the language of one page.
 *
 * @param lang {@code zh} or {@code en}
 */
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

    /** A day without its year, which stands on the page already; empty for no day. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : say("matter.day", say("matter.month." + day.getMonthValue()), day.getDayOfMonth());
    }

    /** Day and time of day in the community's time zone; empty for no instant. */
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

    /** A sentence where the days of rest of that year are only expected; otherwise empty. */
    public String calendar(Holidays holidays, @Nullable LocalDate last) {
        return last != null && holidays.expected(last) ? say("matter.calendar.expected", last.getYear()) : "";
    }

    /** @param post as {@link pavilion.identity.Actor#post} names it */
    public String post(String post) {
        return say("matter.post." + post);
    }

    /** The summary above a form, one line for each wrong field: {@code field} is its id, {@code text} the sentence. */
    public List<Map<String, String>> errors(Map<String, Refusal> errors) {
        List<Map<String, String>> lines = new ArrayList<>();
        errors.forEach((field, refusal) -> lines.add(Map.of("field", field, "text", say(refusal))));
        return lines;
    }
}
