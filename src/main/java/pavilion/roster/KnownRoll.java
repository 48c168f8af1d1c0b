package pavilion.roster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the roll holds before an import.
 *
 * @param courtyards the code of a courtyard by its name and by its code
 * @param households by code
 * @param byLabel code of a household by courtyard and what it is called, as {@link #label} joins them
 * @param people codes of the persons by household and name, as {@link #label} joins them
 * @param codes of all persons
 */
record KnownRoll(
        Map<String, String> courtyards,
        Map<String, Lies> households,
        Map<String, String> byLabel,
        Map<String, List<String>> people,
        Set<String> codes) {

    /** @param building its number within the courtyard; empty where it lies in none */
    record Lies(String courtyard, String building, String name) {}

    static String label(String where, String name) {
        return where + '\u0001' + name;
    }

    @Nullable
    String household(String courtyard, RollHome home) {
        return byLabel.get(label(courtyard, home.label()));
    }

    /** Whether a household here may have this code: nobody has it, or one of the same building that has no other name. */
    boolean isFree(String code, String courtyard, RollHome home) {
        Lies lies = households.get(code);
        return lies == null
                || lies.courtyard().equals(courtyard)
                        && lies.building().equals(home.building())
                        && lies.name().equals(code);
    }

    List<String> people(String household, String name) {
        return people.getOrDefault(label(household, name), List.of());
    }

    boolean hasPerson(String code) {
        return codes.contains(code);
    }
}
