package pavilion.session.call;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;

/** When a session is held, as people say it: tonight at seven, tomorrow, on the sixteenth. */
final class SessionTimes {
    private static final int NOON = 12;
    private static final int EVENING = 18;

    private SessionTimes() {}

    static String say(Phrases phrases, @Nullable Instant at, Instant now) {
        if (at == null) {
            return phrases.say("calling.announced");
        }
        return switch (daysAhead(at, now)) {
            case 0 -> phrases.say("calling.when.today", hour(phrases, at));
            case 1 -> phrases.say("calling.when.tomorrow", hour(phrases, at));
            default -> phrases.when(at);
        };
    }

    /** Calendar days, not spans of 24 hours. */
    static int daysAhead(Instant at, Instant now) {
        return (int) ChronoUnit.DAYS.between(local(now).toLocalDate(), local(at).toLocalDate());
    }

    /** The first moment of the day. */
    static Instant midnight(Instant now) {
        return local(now).toLocalDate().atStartOfDay(CommunityTime.ZONE).toInstant();
    }

    private static String hour(Phrases phrases, Instant at) {
        LocalDateTime local = local(at);
        String part = local.getHour() < NOON ? "morning" : local.getHour() < EVENING ? "afternoon" : "evening";
        int hour = local.getHour() % NOON == 0 ? NOON : local.getHour() % NOON;
        return phrases.say("calling.part." + part, String.format(Locale.ROOT, "%d:%02d", hour, local.getMinute()));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, CommunityTime.ZONE);
    }
}
