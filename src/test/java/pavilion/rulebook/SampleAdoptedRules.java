package pavilion.rulebook;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.identity.Tokens;

/** For tests of other rooms: a rule that community 1 has adopted. */
public final class SampleAdoptedRules {
    private SampleAdoptedRules() {}

    static Map<String, Object> data(String base, List<String> pass) {
        return Map.of("name", "议事规则第五条", "text", "四分之三以上", "base", base, "from", "2026-03-02", "pass", pass);
    }

    public static int adopt(Database db, Clock clock, String base, List<String> pass) {
        return new AdoptedRules(db, RuleBook.load())
                .adopt(1, data(base, pass), null, 201L, "committee", Tokens.token(), clock);
    }

    /** One that counts those who attend online. */
    public static int adoptRemote(Database db, Clock clock, String base) {
        return adoptWith(db, clock, base, "remote");
    }

    /** One by which parking spaces count as parts of their owners. */
    public static int adoptParking(Database db, Clock clock, String base) {
        return adoptWith(db, clock, base, "parking");
    }

    private static int adoptWith(Database db, Clock clock, String base, String field) {
        Map<String, Object> data = new HashMap<>(data(base, List.of()));
        data.put(field, true);
        return new AdoptedRules(db, RuleBook.load()).adopt(1, data, null, 201L, "committee", Tokens.token(), clock);
    }
}
