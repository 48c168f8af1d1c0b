package pavilion.rules.procedure;

import java.util.Set;
import pavilion.rules.Bilingual;
import pavilion.rules.DataReader;
import pavilion.rules.Refused;

/**
 * Something done outside the server, which somebody records with its day before the stage can be left.
 *
 * @param what it is
 * @param days full days that must have run since its day; 0 for none
 * @param unless when it is not needed, which is then recorded instead; {@link Bilingual#NONE} where it always is
 */
public record RequiredRecord(Bilingual what, int days, Bilingual unless) {
    public static final RequiredRecord NONE = new RequiredRecord(Bilingual.NONE, 0, Bilingual.NONE);

    /** Whether it may be recorded as not needed. */
    public boolean optional() {
        return !unless.equals(Bilingual.NONE);
    }

    static RequiredRecord of(DataReader plain) {
        plain.only(Set.of("what", "days", "unless"));
        int days = plain.number("days", 0);
        if (days < 0) {
            throw new Refused("rules.data.number", plain.where(), "days");
        }
        return new RequiredRecord(
                plain.words("what"), days, plain.has("unless") ? plain.words("unless") : Bilingual.NONE);
    }
}
