package pavilion.rules.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Refused;

/** How long the owners' vote over days is open. */
class PollLengthTest {
    private static final RuleBook BOOK = RuleBook.load();
    private static final LocalDate OPENED = LocalDate.of(2026, 3, 2);

    private static void refuses(String key, PollLength length, LocalDate closes) {
        Refused no = assertThrows(Refused.class, () -> length.require(closes));
        assertEquals(key, no.refusal().key());
    }

    @Test
    void ownersHaveFiveFullDaysAndAtMostSixty() {
        Stage poll = BOOK.templates().get("T3").first(StageKind.POLL).orElseThrow();
        PollLength length = PollLength.of(poll, OPENED, BOOK.holidays());
        refuses("session.refused.poll-short", length, OPENED.plusDays(2));
        refuses("session.refused.poll-short", length, OPENED.plusDays(5));
        length.require(length.earliest());
        assertTrue(length.earliest().isAfter(OPENED.plusDays(5)));
        length.require(OPENED.plusDays(60));
        refuses("session.refused.poll-long", length, OPENED.plusDays(61));
    }
}
