package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static int areas(Tx tx) {
        return tx.first(row -> row.getInteger(0), "select count(*)::int from area")
                .orElseThrow();
    }

    @Test
    void aSnapshotSeesOneMomentAndWritesNothing() {
        try (TestDatabase it = TestDatabase.fresh()) {
            Database db = it.database();
            int before = areas(db.plain());
            int seen = db.snapshot(tx -> {
                int first = areas(tx);
                db.plain().run("insert into area values (901, null, 'district', 'x')");
                assertEquals(first, areas(tx));
                return first;
            });
            assertEquals(before, seen);
            assertEquals(before + 1, areas(db.plain()));
            assertThrows(PgException.class, () -> db.snapshot(tx -> tx.run("delete from area where id = 901")));
        }
    }
}
