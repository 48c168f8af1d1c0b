package pavilion.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import pavilion.audit.AuditStore;
import pavilion.audit.Chain;
import pavilion.document.PaperPrinter;
import pavilion.rulebook.RuleBook;
import pavilion.text.Messages;
import pavilion.web.Templates;

class DemoMattersTest {
    private final PaperPrinter printer = new PaperPrinter(new Templates(new Messages())::paper);

    @Test
    void thirteenMattersStandAtTheirStagesWithWholeChainsAndAreMadeOnce() {
        for (String day : new String[] {"2026-03-16T02:00:00Z", "2026-10-09T02:00:00Z", "2026-11-22T02:00:00Z"}) {
            Clock clock = Clock.fixed(Instant.parse(day), ZoneOffset.UTC);
            try (var it = DemoDatabase.community()) {
                var db = it.database();
                assertEquals(13, DemoMatters.load(db, clock, RuleBook.load(), printer));
                assertEquals(0, DemoMatters.load(db, clock, RuleBook.load(), printer));
                var stages = db.plain()
                        .list(
                                row -> row.getString("number") + " " + row.getString("stage") + " "
                                        + row.getString("state"),
                                "select number, stage, state from matter where community = 1 order by id");
                assertTrue(
                        stages.stream().anyMatch(s -> s.startsWith("HP-017") && s.endsWith("session open")),
                        stages.toString());
                for (Long id : db.plain().list(row -> row.getLong("id"), "select id from matter where community = 1")) {
                    var acts = AuditStore.read(db.plain(), 1, "matter/" + id);
                    assertTrue(!acts.isEmpty() && Chain.verify(acts).isEmpty());
                }
                assertEquals(
                        0,
                        db.plain()
                                .query("select 1 from resolution where outcome is not null and poll is null")
                                .size(),
                        "figures that nobody could count again");
                assertEquals(
                        0,
                        db.plain()
                                .query(
                                        "select 1 from step where at > $1",
                                        clock.instant().atOffset(ZoneOffset.UTC))
                                .size());
            }
        }
    }
}
