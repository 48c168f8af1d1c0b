package pavilion.rules.procedure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Bilingual;

class DeadlineTest {
    private static final Holidays CHINA = RuleBook.load().holidays();

    @ParameterizedTest(name = "{0} and {1} days end on {2}: {3}")
    @CsvSource({
        "2026-03-17, 15, 2026-04-01, the first day is not counted",
        "2026-01-31, 15, 2026-02-24, over the month's end into the spring festival and past it",
        "2026-04-16, 15, 2026-05-06, labour day moves it past the holiday",
        "2026-02-13, 1, 2026-02-14, a Saturday that is worked is a working day",
        "2026-03-05, 2, 2026-03-09, a Saturday moves to Monday",
        "2026-09-21, 10, 2026-10-08, national day",
        "2028-02-14, 15, 2028-02-29, leap day",
        "2027-02-14, 15, 2027-03-01, no leap day",
        "2026-12-17, 15, 2027-01-04, new year on a Friday",
        "2025-09-17, 11, 2025-09-28, a Sunday that is worked",
    })
    void theLastDayByTheCivilCode(LocalDate from, int days, LocalDate last, String why) {
        assertEquals(last, Deadline.lastDay(from, days, CHINA), why);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-30, 1, 2026-02-28",
        "2028-01-31, 1, 2028-02-29",
        "2026-03-17, 12, 2027-03-17",
        "2025-11-30, 1, 2025-12-30",
        "2025-12-01, 1, 2026-01-04",
    })
    void monthsEndOnTheSameDateOrTheMonthsLast(LocalDate from, int months, LocalDate last) {
        assertEquals(last, Deadline.lastDayOfMonths(from, months, CHINA));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-13, 6, 2026-02-28",
        "2026-03-06, 3, 2026-03-11",
        "2026-04-30, 1, 2026-05-06",
    })
    void workingDaysSkipRestAndCountDaysWorkedInExchange(LocalDate from, int days, LocalDate last) {
        assertEquals(last, Deadline.lastWorkingDay(from, days, CHINA));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 2026-04-01, 5, 2026-04-07",
        "2026-04-01, 2026-04-01, 1, 2026-04-02",
        "2026-02-10, 2026-02-13, 1, 2026-02-14",
        "2026-02-10, 2026-02-13, 2, 2026-02-24",
        "2026-09-30, 2026-09-30, 7, 2026-10-08",
    })
    void anExtensionBeginsAfterTheOldLastDay(LocalDate announced, LocalDate last, int days, LocalDate then) {
        assertEquals(then, Deadline.extended(announced, last, days, CHINA));
    }

    @Test
    void whatHasEndedIsNotExtended() {
        var last = LocalDate.of(2026, 4, 1);
        refuses("decide.extension.late", () -> Deadline.extended(last.plusDays(1), last, 5, CHINA));
        refuses("rules.refused.days_none", () -> Deadline.extended(last, last, 0, CHINA));
    }

    @Test
    void theLastDayEndsAtMidnightOfThePlace() {
        assertEquals(
                Instant.parse("2026-04-01T16:00:00Z"),
                Deadline.end(LocalDate.of(2026, 4, 1), ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void hoursRunThroughHolidays() {
        var friday = Instant.parse("2026-10-02T01:00:00Z");
        assertEquals(Instant.parse("2026-10-03T01:00:00Z"), Deadline.afterHours(friday, 24));
        refuses("rules.refused.days_none", () -> Deadline.afterHours(friday, 0));
    }

    @Test
    void noticeOfFifteenDaysIsFullOnlyAfterTheFifteenthHasEnded() {
        var posted = LocalDate.of(2026, 3, 2);
        refuses("rules.refused.notice_short", () -> notice(posted, 14));
        refuses("rules.refused.notice_short", () -> notice(posted, 15));
        assertDoesNotThrow(() -> notice(posted, 16));
        assertEquals(LocalDate.of(2026, 3, 18), Deadline.earliestAfterNotice(posted, 15, CHINA));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-2147483648"})
    void aPeriodHasAtLeastOneDay(int days) {
        var day = LocalDate.of(2026, 3, 2);
        refuses("rules.refused.days_none", () -> Deadline.lastDay(day, days, CHINA));
        refuses("rules.refused.days_none", () -> Deadline.lastWorkingDay(day, days, CHINA));
        refuses("rules.refused.days_none", () -> Deadline.lastDayOfMonths(day, days, CHINA));
    }

    @Test
    void aLastDayIsNeverADayOfRestAndNeverTooEarly() {
        var random = new Random(203);
        for (int round = 0; round < 5_000; round++) {
            var from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1200));
            int days = 1 + random.nextInt(60);
            var last = Deadline.lastDay(from, days, CHINA);
            assertFalse(CHINA.isRest(last), last::toString);
            assertFalse(last.isBefore(from.plusDays(days)), last::toString);
            var working = Deadline.lastWorkingDay(from, days, CHINA);
            assertEquals(
                    days,
                    from.plusDays(1)
                            .datesUntil(working.plusDays(1))
                            .filter(day -> !CHINA.isRest(day))
                            .count());
        }
    }

    @Test
    void aDayCannotBeBothRestAndWork() {
        var day = Set.of(LocalDate.of(2026, 1, 1));
        refuses("rules.data.overlap", () -> new Holidays(day, day));
        assertTrue(new Holidays(day, Set.of()).isRest(LocalDate.of(2026, 1, 1)));
    }

    private static void notice(LocalDate posted, int daysLater) {
        new NoticePeriod(15, Bilingual.NONE).require(posted, posted.plusDays(daysLater), CHINA);
    }
}
