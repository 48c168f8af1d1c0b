package pavilion.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;

/** Checks the rows of a roll one by one and against each other, and reports flaws by line and column. */
final class RollSheet {
    static final int MOST_NAMED = 200;
    private static final int MOST_LINES = 20;

    /**
     * One person; or, where {@code person} is null, a household in which nobody lives.
     *
     * @param household its code; empty where {@link RollCodes} makes it
     * @param home null where the file has a code for the household and nothing else
     * @param person its code; empty where {@link RollCodes} makes it
     */
    record Entry(
            long line,
            String courtyard,
            String building,
            String household,
            @Nullable RollHome home,
            @Nullable Long areaC,
            @Nullable String person,
            @Nullable String name,
            boolean adult,
            boolean tenant,
            boolean representative) {

        Entry in(String newCourtyard, String newHousehold) {
            return new Entry(
                    line,
                    newCourtyard,
                    building,
                    newHousehold,
                    home,
                    areaC,
                    person,
                    name,
                    adult,
                    tenant,
                    representative);
        }

        Entry as(String newPerson) {
            return new Entry(
                    line, courtyard, building, household, home, areaC, newPerson, name, adult, tenant, representative);
        }

        Entry represents() {
            return new Entry(line, courtyard, building, household, home, areaC, person, name, adult, tenant, true);
        }

        /** The same for all rows of a household. */
        String key() {
            return household.isEmpty() && home != null
                    ? String.join("\u0001", courtyard, home.building(), home.unit(), home.room())
                    : household;
        }
    }

    List<Entry> entries = new ArrayList<>();
    final List<RollReport.Flaw> flaws = new ArrayList<>();
    final List<Refusal> notes = new ArrayList<>();
    long flawed;
    private final String courtyard;
    private RollColumns columns = RollColumns.NONE;
    private List<String> above = List.of();
    private final List<Long> filled = new ArrayList<>();
    private final List<Long> totals = new ArrayList<>();
    private final Map<String, Entry> households = new HashMap<>();
    private final Map<String, Long> people = new HashMap<>();
    private final Map<String, Long> representatives = new HashMap<>();

    /** @param courtyard of all rows where the file names none; empty if that is not said */
    RollSheet(String courtyard) {
        this.courtyard = courtyard;
    }

    void columns(RollColumns named) {
        columns = named;
        if (!named.has("courtyard") && courtyard.isEmpty()) {
            throw new Refused("roster.roll.no-courtyard");
        }
        if (!named.has("household") || !named.has("person")) {
            notes.add(Refusal.of("roster.roll.made-codes"));
        }
        if (!named.has("adult")) {
            notes.add(Refusal.of("roster.roll.all-adult"));
        }
    }

    void take(long line, List<String> cells) {
        if (cells.stream()
                .filter(c -> !c.isBlank())
                .findFirst()
                .filter(c -> RollColumns.isOneOf("total", c))
                .isPresent()) {
            totals.add(line);
            return;
        }
        List<String> full = RollOutline.fill(columns, cells, above);
        if (!full.equals(cells)) {
            filled.add(line);
        }
        above = full;
        RollRow row = new RollRow(this, columns, line, full);
        String yard = columns.has("courtyard") ? row.name("courtyard") : courtyard;
        if (yard.isEmpty()) {
            row.flaw("courtyard", "roster.roll.empty");
        }
        String household = row.code("household");
        RollHome home = home(row, household);
        Long area = row.area();
        String person = row.code("person");
        String name = row.name(columns.has("name") ? "name" : "head");
        boolean vacant = person.isEmpty() && name.isEmpty() && !row.isWrong("person") && !row.isWrong("name");
        boolean adult = !vacant && (!columns.has("adult") || row.yes("adult", null));
        boolean tenant = !vacant && row.yes("tenant", false);
        boolean representative = !vacant && representative(row, name);
        Entry entry = new Entry(
                line,
                yard,
                home.building(),
                household,
                home.isThere() ? home : null,
                area,
                vacant ? null : person,
                vacant ? null : name,
                adult,
                tenant,
                representative);
        if (!vacant) {
            check(row, entry);
        }
        if (row.good() && same(row, entry)) {
            entries.add(entry);
        }
    }

    private RollHome home(RollRow row, String household) {
        RollHome home = RollHome.of(row.code("building"), row.code("unit"), row.code("room"), row.text("address"));
        if (home == null) {
            row.flaw("address", "roster.roll.address");
            return new RollHome("", "", "");
        }
        if (household.isEmpty() && !home.isThere()) {
            row.flaw(
                    columns.has("room") ? "room" : columns.has("address") ? "address" : "household",
                    "roster.roll.empty");
        }
        return home;
    }

    private boolean representative(RollRow row, String name) {
        if (columns.has("representative")) {
            return row.yes("representative", false);
        }
        return !columns.has("name")
                || columns.has("head") && name.equals(row.name("head"))
                || columns.has("relation") && RollColumns.isOneOf("own", row.text("relation"));
    }

    private void check(RollRow row, Entry entry) {
        String person = Objects.requireNonNullElse(entry.person(), "");
        if (columns.has("person") && person.isEmpty()) {
            row.flaw("person", "roster.roll.empty");
        } else if (!person.isEmpty()) {
            Long first = people.putIfAbsent(person, row.line);
            if (first != null) {
                row.flaw("person", "roster.roll.person-twice", person, first);
            }
        }
        if (Objects.requireNonNullElse(entry.name(), "").isEmpty()) {
            row.flaw("name", "roster.roll.empty");
        }
        if (entry.representative() && !entry.adult() && !row.isWrong("adult")) {
            row.flaw("representative", "roster.roll.representative-minor");
        } else if (entry.representative() && !entry.key().isEmpty()) {
            Long first = representatives.putIfAbsent(entry.key(), row.line);
            if (first != null) {
                String where =
                        entry.home() == null ? entry.household() : entry.home().label();
                row.flaw(
                        columns.has("representative") ? "representative" : columns.has("name") ? "name" : "head",
                        "roster.roll.representative-twice",
                        where,
                        first);
            }
        }
    }

    /** Rows of one household must agree on where it is and how large it is; an empty size says nothing. */
    private boolean same(RollRow row, Entry entry) {
        Entry first = households.putIfAbsent(entry.key(), entry);
        if (first == null) {
            return true;
        }
        if (!first.courtyard().equals(entry.courtyard())) {
            row.flaw("courtyard", "roster.roll.differs", first.line());
        } else if (!first.building().equals(entry.building())) {
            row.flaw("building", "roster.roll.differs", first.line());
        } else if (first.areaC() != null
                && entry.areaC() != null
                && !first.areaC().equals(entry.areaC())) {
            row.flaw("area", "roster.roll.differs", first.line());
        } else if (first.areaC() == null && entry.areaC() != null) {
            households.put(entry.key(), entry);
        }
        return row.good();
    }

    void flaw(long line, String column, String key, Object... args) {
        flawed++;
        if (flaws.size() < MOST_NAMED) {
            flaws.add(new RollReport.Flaw(line, column, columns.letter(column), Refusal.of(key, args)));
        }
    }

    /** Whether the file says of each person whether they are grown up, tenants, or represent their household. */
    boolean says(String what) {
        return columns.has(what)
                || what.equals("representative")
                        && (columns.has("head") || columns.has("relation") || !columns.has("name"));
    }

    /** Where a file does not say who represents a household, its only grown-up does. */
    void end() {
        if (!columns.has("representative") && columns.has("name") && !columns.has("head") && !columns.has("relation")) {
            Map<String, Integer> adults = new HashMap<>();
            entries.stream().filter(Entry::adult).forEach(e -> adults.merge(e.key(), 1, Integer::sum));
            entries.replaceAll(e -> e.adult() && Objects.equals(adults.get(e.key()), 1) ? e.represents() : e);
            notes.add(Refusal.of("roster.roll.only-adult"));
        }
        if (!says("adult") || !says("tenant") || !says("representative")) {
            notes.add(Refusal.of("roster.roll.kept"));
        }
        told("roster.roll.filled", filled);
        told("roster.roll.totals", totals);
    }

    private void told(String key, List<Long> lines) {
        if (!lines.isEmpty()) {
            List<String> first =
                    lines.stream().limit(MOST_LINES).map(String::valueOf).toList();
            notes.add(Refusal.of(key, lines.size(), String.join(", ", first)));
        }
    }
}
