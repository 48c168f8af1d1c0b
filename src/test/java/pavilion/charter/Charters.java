package pavilion.charter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import pavilion.audit.AuditStore;
import pavilion.catalogue.RuleBook;
import pavilion.db.Database;
import pavilion.web.Secrets;

/** For tests of other rooms: a rule that community 1 has adopted. */
public final class Charters {
    private Charters() {}

    static Map<String, Object> data(String base, List<String> pass) {
        return Map.of("name", "议事规则第五条", "text", "四分之三以上", "base", base, "from", "2026-03-02", "pass", pass);
    }

    public static int adopt(Database db, Clock clock, String base, List<String> pass) {
        return new Charter(db, RuleBook.load(), new AuditStore())
                .adopt(1, data(base, pass), null, 201L, "committee", Secrets.token(), clock);
    }
}
