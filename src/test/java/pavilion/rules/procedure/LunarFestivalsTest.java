package pavilion.rules.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.rulebook.RuleBook;

/**
 * The festivals by the moon and the sun, computed by Meeus, Astronomical Algorithms (2nd ed.), chapters 25 and 49: the lunar
 * month begins on the day of the new moon in China, Qingming is the day on which the sun reaches 15°.
 */
class LunarFestivalsTest {
    private static final Holidays CHINA = RuleBook.load().holidays();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double UNIX = 2_440_587.5;

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035})
    void everyYearHasAllDaysOfTheRegulation(int year) {
        var days = new TreeSet<LocalDate>();
        days.add(LocalDate.of(year, 1, 1));
        var spring = monthBegins(LocalDate.of(year, 1, 21), LocalDate.of(year, 2, 20), 0);
        spring.minusDays(1).datesUntil(spring.plusDays(3)).forEach(days::add);
        days.add(qingming(year));
        LocalDate.of(year, 5, 1).datesUntil(LocalDate.of(year, 5, 3)).forEach(days::add);
        days.add(monthBegins(LocalDate.of(year, 5, 27), LocalDate.of(year, 6, 25), 4));
        days.add(monthBegins(LocalDate.of(year, 9, 7), LocalDate.of(year, 10, 6), 14));
        LocalDate.of(year, 10, 1).datesUntil(LocalDate.of(year, 10, 4)).forEach(days::add);
        days.forEach(day -> assertTrue(CHINA.isRest(day), day::toString));
        if (CHINA.expected(LocalDate.of(year, 1, 1))) {
            var written = new TreeSet<>(CHINA.rest());
            written.removeIf(day -> day.getYear() != year);
            assertEquals(days, written);
        }
    }

    @Test
    void onlyTheYearsAfterThePublishedOnesAreExpected() {
        assertFalse(CHINA.expected(LocalDate.of(2026, 12, 31)));
        assertTrue(CHINA.expected(LocalDate.of(2027, 1, 1)));
    }

    @Test
    void aPeriodThatEndsWhereNothingIsKnownIsRefused() {
        var last = LocalDate.of(2035, 12, 25);
        assertEquals(LocalDate.of(2035, 12, 31), Deadline.lastDay(last, 6, CHINA));
        var refusal = refuses("rules.refused.calendar", () -> Deadline.lastDay(last, 7, CHINA));
        assertEquals(2036, refusal.args().getFirst());
    }

    @Test
    void aNoticeEndsNeitherInTheSpringFestivalNorOnLabourDay() {
        assertEquals(LocalDate.of(2027, 2, 9), Deadline.lastDay(LocalDate.of(2027, 1, 27), 10, CHINA));
        assertEquals(LocalDate.of(2028, 5, 3), Deadline.lastDay(LocalDate.of(2028, 4, 21), 10, CHINA));
    }

    @Test
    void aFieldOfAYearThatNobodyReadsIsRefused() {
        refuses("rules.data.unknown", () -> Holidays.of(Map.of("2027", Map.of("expectd", true))));
    }

    /** The day so many days after the one new moon for which it lies between the two. */
    private static LocalDate monthBegins(LocalDate from, LocalDate to, int later) {
        int near = (int) Math.floor((from.toEpochDay() + UNIX - 2_451_550.1) / 29.530588861) - 1;
        for (int k = near; k < near + 4; k++) {
            var day = day(newMoon(k)).plusDays(later);
            if (!day.isBefore(from) && !day.isAfter(to)) {
                return day;
            }
        }
        throw new AssertionError(from + " has no new moon");
    }

    private static LocalDate qingming(int year) {
        var day = LocalDate.of(year, 4, 1);
        while (sun(day.plusDays(1)) < 15) {
            day = day.plusDays(1);
        }
        return day;
    }

    // Julian ephemeris day; the difference to universal time is a little more than a minute in these years.
    private static LocalDate day(double ephemeris) {
        long seconds = Math.round((ephemeris - UNIX) * 86_400) - 70;
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZONE);
    }

    /** Apparent longitude of the sun in degrees at the first moment of a day in China. */
    private static double sun(LocalDate day) {
        double t = (day.atStartOfDay(ZONE).toEpochSecond() / 86_400.0 + UNIX - 2_451_545.0) / 36_525;
        double m = 357.52911 + 35_999.05029 * t;
        double centre = 1.914602 * sin(m) + 0.019993 * sin(2 * m) + 0.000289 * sin(3 * m);
        double node = 125.04 - 1_934.136 * t;
        double longitude = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sin(node);
        return longitude - 360 * Math.floor(longitude / 360);
    }

    private static double newMoon(int k) {
        double t = k / 1236.85;
        double e = 1 - 0.002516 * t;
        double m = 2.5534 + 29.10535670 * k;
        double n = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
        double f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
        double o = 124.7746 - 1.56375588 * k;
        return 2_451_550.09766
                + 29.530588861 * k
                + 0.00015437 * t * t
                - 0.40720 * sin(n)
                + 0.17241 * e * sin(m)
                + 0.01608 * sin(2 * n)
                + 0.01039 * sin(2 * f)
                + 0.00739 * e * sin(n - m)
                - 0.00514 * e * sin(n + m)
                + 0.00208 * e * e * sin(2 * m)
                - 0.00111 * sin(n - 2 * f)
                - 0.00057 * sin(n + 2 * f)
                + 0.00056 * e * sin(2 * n + m)
                - 0.00042 * sin(3 * n)
                + 0.00042 * e * sin(m + 2 * f)
                + 0.00038 * e * sin(m - 2 * f)
                - 0.00024 * e * sin(2 * n - m)
                - 0.00017 * sin(o);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
