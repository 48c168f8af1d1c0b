package pavilion.roster;

import java.util.List;
import pavilion.rules.Refusal;

/**
 * What an import did, or would do.
 *
 * @param applied false for a dry run and for a file with any flaw: all or nothing
 * @param flawed all that is wrong; {@code flaws} names the first 200
 */
public record RollReport(
        boolean applied,
        long rows,
        long householdsNew,
        long householdsChanged,
        long peopleNew,
        long peopleChanged,
        long representativesChanged,
        long flawed,
        List<Flaw> flaws) {

    /** Where and why: the line as the file's own program counts it. */
    public record Flaw(long line, String column, Refusal reason) {
        /** What the file's own head row may call the column. */
        public String head(String lang) {
            return column.isEmpty() ? "" : RollColumns.head(column, lang);
        }
    }

    public boolean good() {
        return flawed == 0;
    }

    public long changed() {
        return householdsNew + householdsChanged + peopleNew + peopleChanged + representativesChanged;
    }
}
