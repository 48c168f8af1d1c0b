package pavilion.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import pavilion.rules.Sha256;

/**
 * Gives the rows of a file the codes that it does not have. A household that the roll knows keeps its code, and so does a person
 * of the same name in it; others get a code from where they live. With the same roll the same file always gives the same codes.
 */
final class RollCodes {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

    private static final int LONGEST = 20;
    private static final int HASH = 6;

    private final RollSheet sheet;
    private final KnownRoll known;
    private final Map<String, String> courtyards = new HashMap<>();
    private final Map<String, String> households = new HashMap<>();
    private final Map<String, String> taken = new HashMap<>();
    private final Set<String> people = new HashSet<>();

    RollCodes(RollSheet sheet, KnownRoll known) {
        this.sheet = sheet;
        this.known = known;
    }

    /** Flaws are reported to the sheet. */
    List<RollSheet.Entry> complete() {
        List<RollSheet.Entry> placed = new ArrayList<>();
        for (RollSheet.Entry entry : sheet.entries) {
            String courtyard = courtyards.computeIfAbsent(entry.courtyard(), this::courtyard);
            String household = entry.household();
            if (household.isEmpty()) {
                household = households.computeIfAbsent(entry.key(), key -> household(courtyard, entry, key));
            }
            placed.add(entry.in(courtyard, household));
        }
        placed.stream().map(RollSheet.Entry::person).filter(Objects::nonNull).forEach(people::add);
        // Those whom the roll knows come first, so that nobody new is given the code of one further down.
        placed.replaceAll(entry -> isUnnamed(entry) ? known(entry) : entry);
        placed.replaceAll(entry -> isUnnamed(entry) ? entry.as(next(entry.household())) : entry);
        representatives(placed);
        return placed;
    }

    /** Rows may turn out to be of one household only now: one by its code, another by where it lies. */
    private void representatives(List<RollSheet.Entry> placed) {
        Map<String, Long> lines = new HashMap<>();
        for (RollSheet.Entry entry : placed) {
            Long first = entry.representative() ? lines.putIfAbsent(entry.household(), entry.line()) : null;
            if (first != null) {
                sheet.flaw(
                        entry.line(), "representative", "roster.roll.representative-twice", entry.household(), first);
            }
        }
    }

    /** What the courtyards of the file are called in it, by their codes. */
    Map<String, String> courtyardNames() {
        Map<String, String> names = new HashMap<>();
        courtyards.forEach((said, code) -> names.put(code, said));
        return names;
    }

    private static boolean isUnnamed(RollSheet.Entry entry) {
        return entry.person() != null && entry.person().isEmpty();
    }

    /** A courtyard may be called by its code or by its name. */
    private String courtyard(String said) {
        String code = known.courtyards().get(said);
        if (code != null) {
            return code;
        }
        if (CODE.matcher(said).matches()) {
            return said;
        }
        String plain = said.replaceAll("[^\\p{L}\\p{N}._-]", ".").replaceAll("^[._-]+", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST)) + "-"
                + Sha256.of(said).substring(0, HASH);
    }

    private String household(String courtyard, RollSheet.Entry entry, String key) {
        RollHome home = Objects.requireNonNull(entry.home());
        String there = known.household(courtyard, home);
        if (there != null) {
            taken.put(there, key);
            return there;
        }
        for (String code : home.codes(courtyard)) {
            boolean free = known.isFree(code, courtyard, home)
                    && Objects.requireNonNullElse(taken.get(code), key).equals(key);
            if (free) {
                taken.put(code, key);
                return code;
            }
        }
        throw new IllegalStateException("no code is left");
    }

    private RollSheet.Entry known(RollSheet.Entry entry) {
        List<String> same = known.people(entry.household(), Objects.requireNonNullElse(entry.name(), ""));
        if (same.isEmpty()) {
            return entry;
        }
        if (same.size() > 1 || !people.add(same.getFirst())) {
            sheet.flaw(entry.line(), "name", "roster.roll.namesake");
            return entry;
        }
        return entry.as(same.getFirst());
    }

    private String next(String household) {
        for (int number = 1; ; number++) {
            String code = household + "-" + number;
            if (!known.hasPerson(code) && people.add(code)) {
                return code;
            }
        }
    }
}
