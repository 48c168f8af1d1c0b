package pavilion.rules.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import pavilion.rules.Refused;

/** Periods by the Civil Code, Art. 200-204. A last day in a year of which no day of rest is known is refused. */
public final class Deadline {
    private Deadline() {}

    /** Art. 201: the first day is not counted. Art. 203: a last day of rest moves to the next working day. */
    public static LocalDate lastDay(LocalDate from, int days, Holidays holidays) {
        return working(from.plusDays(positive(days)), holidays);
    }

    /** Art. 202: the same date of the month of expiry, or the last day of that month where it has no such date. */
    public static LocalDate lastDayOfMonths(LocalDate from, int months, Holidays holidays) {
        return working(from.plusMonths(positive(months)), holidays);
    }

    /** Where the norm itself says working days: only those are counted. */
    public static LocalDate lastWorkingDay(LocalDate from, int days, Holidays holidays) {
        var day = from;
        for (int left = positive(days); left > 0; left--) {
            day = working(day.plusDays(1), holidays);
        }
        return day;
    }

    /** A period made longer before it ended: the old last day is the first day, and is not counted again. */
    public static LocalDate extended(LocalDate announced, LocalDate lastDay, int days, Holidays holidays) {
        if (announced.isAfter(lastDay)) {
            throw new Refused("decide.extension.late", announced.toString(), lastDay.toString());
        }
        return lastDay(lastDay, days, holidays);
    }

    /** Art. 203: the last day ends at 24:00. */
    public static Instant end(LocalDate lastDay, ZoneId zone) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Art. 201: a period in hours runs from the moment itself; days of rest do not lengthen it. */
    public static Instant afterHours(Instant from, int hours) {
        return from.plus(Duration.ofHours(positive(hours)));
    }

    /** The first day on which what was announced may be done: the notice period must have run out in full (满) before it. */
    public static LocalDate earliestAfterNotice(LocalDate posted, int days, Holidays holidays) {
        return lastDay(posted, days, holidays).plusDays(1);
    }

    private static LocalDate working(LocalDate day, Holidays holidays) {
        var moved = holidays.requireKnown(day);
        while (holidays.isRest(moved)) {
            moved = holidays.requireKnown(moved.plusDays(1));
        }
        return moved;
    }

    private static int positive(int number) {
        if (number < 1) {
            throw new Refused("rules.refused.days_none", number);
        }
        return number;
    }
}
