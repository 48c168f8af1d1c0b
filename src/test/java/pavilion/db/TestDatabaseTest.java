package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void twoDatabasesKnowNothingOfEachOtherAndBothHaveTheSchema() {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            one.database().plain().run("insert into house values ('name', 'one')");
            assertEquals(
                    0, other.database().plain().query("select * from house").size());
        }
    }

    @Test
    void aTemplateIsFilledOnce() {
        int[] times = {0};
        for (int i = 0; i < 2; i++) {
            try (var it =
                    TestDatabase.from("filled-once-" + ProcessHandle.current().pid(), db -> {
                        times[0]++;
                        db.plain().run("insert into house values ('a', 'b')");
                    })) {
                assertEquals(
                        1, it.database().plain().query("select * from house").size());
            }
        }
        assertEquals(1, times[0]);
    }

    @Test
    void whatFailsInATransactionLeavesNothing() {
        try (var it = TestDatabase.fresh()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> it.database().run(tx -> {
                        tx.run("insert into house values ('x', 'y')");
                        throw new IllegalStateException();
                    }));
            assertEquals(0, it.database().plain().query("select * from house").size());
        }
    }
}
