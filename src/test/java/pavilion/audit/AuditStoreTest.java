package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.db.Tx;

class AuditStoreTest {
    private static final int HERE = 1;
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00.123456Z");
    private static TestDatabase it;

    @BeforeAll
    static void open() {
        it = TestDatabase.fresh();
        it.database().run(tx -> {
            tx.run("insert into area (id, kind, name) values (1, 'street', 'x')");
            tx.run("insert into community (id, code, name, street) values (1, 'hepinglu', 'x', 1)");
        });
    }

    @AfterAll
    static void close() {
        it.close();
    }

    @Test
    void actsAreLinkedInTheOrderTheyWereDone() {
        String odd = "{ \"title\" : \"消防车\\n通道\",  \"n\":1.0 }";
        it.database().run(tx -> append(tx, "matter-1", odd));
        it.database().run(tx -> append(tx, "matter-1", "{}"));
        List<ChainEntry> acts = AuditStore.read(it.database().plain(), HERE, "matter-1");
        assertEquals(2, acts.size());
        assertEquals(odd, acts.getFirst().payload(), "to the letter");
        assertEquals(NOON.toEpochMilli(), acts.getFirst().atMillis());
        assertEquals(Optional.empty(), Chain.verify(acts));
        assertEquals(acts.getLast().hash(), AuditStore.head(it.database().plain(), HERE, "matter-1"));
    }

    @Test
    void aChainNobodyWroteToIsEmptyAndBeginsWithNoughts() {
        assertEquals(List.of(), AuditStore.read(it.database().plain(), HERE, "nothing"));
        assertEquals(Chain.START, AuditStore.head(it.database().plain(), HERE, "nothing"));
    }

    @Test
    void manyWritersAtOnceLeaveOneUnbrokenChain() throws InterruptedException {
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < 40; i++) {
            writers.add(Thread.startVirtualThread(() -> it.database().run(tx -> append(tx, "busy", "{}"))));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        List<ChainEntry> acts = AuditStore.read(it.database().plain(), HERE, "busy");
        assertEquals(40, acts.size());
        assertEquals(Optional.empty(), Chain.verify(acts));
    }

    @Test
    void whatIsRolledBackWasNeverInTheChain() {
        assertThrows(
                IllegalStateException.class,
                () -> it.database().run(tx -> {
                    append(tx, "undone", "{}");
                    throw new IllegalStateException();
                }));
        assertEquals(Chain.START, AuditStore.head(it.database().plain(), HERE, "undone"));
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAnAct() {
        it.database().run(tx -> append(tx, "kept", "{}"));
        Tx tx = it.database().plain();
        for (String sql : List.of(
                "update audit set payload = 'x' where chain = 'kept'",
                "delete from audit where chain = 'kept'",
                "truncate audit")) {
            var refusal = assertThrows(RuntimeException.class, () -> tx.run(sql));
            assertTrue(refusal.getMessage().contains("append-only"), sql + ": " + refusal.getMessage());
        }
    }

    private void append(Tx tx, String chain, String payload) {
        AuditStore.append(tx, HERE, chain, "matter.proposed", "resident", payload, NOON);
    }
}
