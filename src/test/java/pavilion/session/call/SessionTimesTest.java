package pavilion.session.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pavilion.text.Messages;
import pavilion.text.Phrases;

final class SessionTimesTest {
    private static final Instant NOON = Instant.parse("2026-03-16T04:00:00Z");
    private static final Messages MESSAGES = new Messages();

    @ParameterizedTest
    @CsvSource({
        "2026-03-16T11:30:00Z, 今天晚上 7:30, Today at 7:30 pm",
        "2026-03-16T04:05:00Z, 今天下午 12:05, Today at 12:05 pm",
        "2026-03-16T01:00:00Z, 今天上午 9:00, Today at 9:00 am",
        "2026-03-16T15:59:00Z, 今天晚上 11:59, Today at 11:59 pm",
        "2026-03-16T16:00:00Z, 明天上午 12:00, Tomorrow at 12:00 am",
        "2026-03-17T06:00:00Z, 明天下午 2:00, Tomorrow at 2:00 pm",
        "2026-03-18T11:00:00Z, 3月18日 19:00, '18 Mar, 19:00'",
        ", 时间另行通知, Time to be announced"
    })
    void theHourIsSaidAsPeopleSayIt(Instant at, String zh, String en) {
        assertEquals(zh.replace(" ", ""), say("zh", at).replace(" ", ""));
        assertEquals(en, say("en", at));
    }

    private static String say(String lang, Instant at) {
        return SessionTimes.say(new Phrases(MESSAGES, lang), at, NOON);
    }
}
