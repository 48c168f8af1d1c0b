package pavilion.rules.procedure;

import java.util.Map;
import pavilion.rules.Bilingual;
import pavilion.rules.DataReader;

/** Something no majority can decide, why, by which article, and where it belongs instead. */
public record NeverVotable(String key, Bilingual name, Bilingual reason, Bilingual article, DecisionRoute route) {
    public static NeverVotable of(Map<String, ?> data) {
        var plain = new DataReader("never-votable", data);
        return new NeverVotable(
                plain.text("key"),
                plain.words("name"),
                plain.words("reason"),
                plain.words("article"),
                plain.one(DecisionRoute.class, "route"));
    }
}
