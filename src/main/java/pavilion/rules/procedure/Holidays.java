package pavilion.rules.procedure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pavilion.rules.DataReader;
import pavilion.rules.Refused;

/** Days of rest beyond the weekends, and the weekend days worked in exchange (调休), as the State Council publishes them each year. */
public record Holidays(Set<LocalDate> rest, Set<LocalDate> work) {
    public static final Holidays NONE = new Holidays(Set.of(), Set.of());

    public Holidays {
        rest = Set.copyOf(rest);
        work = Set.copyOf(work);
        for (var day : work) {
            if (rest.contains(day)) {
                throw new Refused("rules.data.overlap", day.toString());
            }
        }
    }

    /** Lists of days, or of spans of days as "2026-02-15..2026-02-23", under "rest" and "work" of each year. */
    public static Holidays of(Map<String, ?> years) {
        var rest = new TreeSet<LocalDate>();
        var work = new TreeSet<LocalDate>();
        for (var year : years.entrySet()) {
            var plain = DataReader.of(year.getValue(), "holidays " + year.getKey());
            plain.texts("rest").forEach(each -> addSpan(rest, each));
            plain.texts("work").forEach(each -> addSpan(work, each));
        }
        return new Holidays(rest, work);
    }

    public boolean isRest(LocalDate day) {
        if (work.contains(day)) {
            return false;
        }
        var weekday = day.getDayOfWeek();
        return rest.contains(day) || weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }

    private static void addSpan(Set<LocalDate> days, String text) {
        int dots = text.indexOf("..");
        var from = LocalDate.parse(dots < 0 ? text : text.substring(0, dots));
        var to = dots < 0 ? from : LocalDate.parse(text.substring(dots + 2));
        from.datesUntil(to.plusDays(1)).forEach(days::add);
    }
}
