package pavilion.roster;

import java.util.List;
import pavilion.rules.Refusal;

/**
 * What an import did, or would do.
 *
 * @param applied false for a dry run, and for a file with any flaw: it is all or nothing
 * @param effects whom it touches besides
 * @param notes what was understood that the file does not say
 * @param flawed number of flaws; {@code flaws} lists the first 200
 */
public record RollReport(
        boolean applied,
        long rows,
        long householdsNew,
        long householdsChanged,
        long peopleNew,
        long peopleChanged,
        long representativesChanged,
        RollEffects effects,
        List<Refusal> notes,
        long flawed,
        List<Flaw> flaws) {

    /**
     * What is wrong where; lines are counted from 1, as a spreadsheet does.
     *
     * @param letter the letter above the column; empty where the file has none
     */
    public record Flaw(long line, String column, String letter, Refusal reason) {
        /** As a spreadsheet calls it, D6. */
        public String cell() {
            return letter + line;
        }

        /** The name of the column in this language. */
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
