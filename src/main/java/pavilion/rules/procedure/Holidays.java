package pavilion.rules.procedure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pavilion.rules.DataReader;
import pavilion.rules.Refused;

/**
 * Days of rest beyond the weekends, and the weekend days worked in exchange (调休), as the State Council publishes them each
 * year.
 *
 * @param published the last year whose arrangement is published; later ones are expected from the Regulation on Public Holidays
 * @param known the last year of which anything is known
 */
public record Holidays(Set<LocalDate> rest, Set<LocalDate> work, int published, int known) {
    private static final Set<String> FIELDS = Set.of("expected", "rest", "work");

    /** Days known for good, whatever the year. */
    public Holidays(Set<LocalDate> rest, Set<LocalDate> work) {
        this(rest, work, Year.MAX_VALUE, Year.MAX_VALUE);
    }

    public Holidays {
        rest = Set.copyOf(rest);
        work = Set.copyOf(work);
        for (var day : work) {
            if (rest.contains(day)) {
                throw new Refused("rules.data.overlap", day.toString());
            }
        }
    }

    /**
     * Lists of days, or of spans of days as "2026-02-15..2026-02-23", under "rest" and "work" of each year; "expected" where
     * the State Council has not published it yet.
     */
    public static Holidays of(Map<String, ?> years) {
        var rest = new TreeSet<LocalDate>();
        var work = new TreeSet<LocalDate>();
        int published = 0;
        int known = 0;
        for (var year : years.entrySet()) {
            var plain =
                    DataReader.of(year.getValue(), "holidays " + year.getKey()).only(FIELDS);
            int number = Integer.parseInt(year.getKey());
            known = Math.max(known, number);
            published = plain.has("expected") && plain.truth("expected") ? published : Math.max(published, number);
            plain.texts("rest").forEach(each -> addSpan(rest, each));
            plain.texts("work").forEach(each -> addSpan(work, each));
        }
        return new Holidays(rest, work, published, known);
    }

    /** Whether the year of that day is not published yet, so that its days of rest may turn out otherwise. */
    public boolean expected(LocalDate day) {
        return day.getYear() > published;
    }

    public boolean isRest(LocalDate day) {
        if (work.contains(day)) {
            return false;
        }
        var weekday = day.getDayOfWeek();
        return rest.contains(day) || weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }

    /** @throws Refused where nothing is known of the year */
    LocalDate requireKnown(LocalDate day) {
        if (day.getYear() > known) {
            throw new Refused("rules.refused.calendar", day.getYear(), known);
        }
        return day;
    }

    private static void addSpan(Set<LocalDate> days, String text) {
        int dots = text.indexOf("..");
        var from = LocalDate.parse(dots < 0 ? text : text.substring(0, dots));
        var to = dots < 0 ? from : LocalDate.parse(text.substring(dots + 2));
        from.datesUntil(to.plusDays(1)).forEach(days::add);
    }
}
