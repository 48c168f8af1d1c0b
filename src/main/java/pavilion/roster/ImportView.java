package pavilion.roster;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;

/**
 * The page of an import.
 *
 * @param report null before a file was read
 * @param seen hash of the file whose dry run is shown and which may be imported now; empty if there is none
 */
record ImportView(@Nullable RollReport report, List<Flaw> flaws, String seen, Map<String, Refusal> errors) {

    /** @param column its name in the language of the page */
    record Flaw(long line, String column, String reason) {}

    static ImportView empty() {
        return refused(Map.of());
    }

    static ImportView refused(Map<String, Refusal> errors) {
        return new ImportView(null, List.of(), "", errors);
    }
}
