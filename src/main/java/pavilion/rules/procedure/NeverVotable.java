package pavilion.rules.procedure;

import java.util.Map;
import pavilion.rules.Plain;
import pavilion.rules.Words;

/** Something no majority can decide, why, by which article, and where it belongs instead. */
public record NeverVotable(String key, Words name, Words reason, Words article, Route route) {
    public static NeverVotable of(Map<String, ?> data) {
        var plain = new Plain("never-votable", data);
        return new NeverVotable(
                plain.text("key"),
                plain.words("name"),
                plain.words("reason"),
                plain.words("article"),
                plain.one(Route.class, "route"));
    }
}
