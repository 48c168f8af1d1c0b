package pavilion.roster;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;

/**
 * The page of an import.
 *
 * @param report null before a file was read
 * @param notes sentences on what was understood that the file does not say
 * @param seen fingerprint of the file whose dry run is shown and which may be imported now, or which lacks only its courtyard;
 *     empty if there is none
 * @param courtyard of all its rows, as it was chosen; empty if the file says it
 * @param asks whether the file lacks its courtyard
 * @param steps what comes next in a new community, once the roll was taken in
 * @param courtyards names of those on the roll
 */
record ImportView(
        @Nullable RollReport report,
        List<Flaw> flaws,
        List<String> notes,
        String seen,
        String courtyard,
        boolean asks,
        List<String> courtyards,
        Map<String, Refusal> errors,
        List<FirstSteps.Step> steps) {

    /**
     * @param cell as a spreadsheet calls it, D6
     * @param column its name in the language of the page
     */
    record Flaw(String cell, String column, String reason) {}

    static ImportView empty(List<String> courtyards) {
        return new ImportView(null, List.of(), List.of(), "", "", false, courtyards, Map.of(), List.of());
    }
}
