package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody waits for the database for ever, and what was given up leaves nothing behind. */
class DatabaseLimitsTest {
    private static final DatabaseLimits SHORT = new DatabaseLimits(Duration.ofMillis(300), Duration.ofMillis(500), 4);
    static TestDatabase it;

    @BeforeAll
    static void open() {
        it = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static Database database(int connections) {
        return new Database(TestDatabase.vertx(), it.endpoint(), connections, SHORT);
    }

    private static int one(Tx tx) {
        return tx.first(row -> row.getInteger(0), "select 1").orElseThrow();
    }

    @Test
    void statementThatTakesTooLongIsCancelledAndItsConnectionServesTheNext() {
        try (Database db = database(1)) {
            PgException late = assertThrows(PgException.class, () -> db.plain().query("select pg_sleep(30)"));
            assertTrue(DatabaseUnavailable.causes(late));
            assertEquals(1, one(db.plain()));
            assertThrows(PgException.class, () -> db.transact(tx -> tx.query("select pg_sleep(30)")));
            assertEquals(1, db.<Integer>transact(DatabaseLimitsTest::one));
        }
    }

    @Test
    void jobMayTakeLongerThanAPage() {
        try (Database db = database(1)) {
            db.plainJob().query("select pg_sleep(1)");
            db.transactJob(tx -> tx.query("select pg_sleep(1)"));
        }
    }

    @Test
    void ballotThatIsNotAnsweredIsToldSo() {
        try (Database db = database(1)) {
            assertThrows(
                    PgException.class,
                    () -> db.intake("select pg_sleep(30)", Tuple.tuple()).await());
            assertEquals(1, db.intake("select 1", Tuple.tuple()).await().size());
        }
    }

    @Test
    void whoFindsNoFreeConnectionInTimeIsToldSo() throws Exception {
        try (Database db = database(1);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            Future<?> holder = threads.submit(() -> db.transact(tx -> {
                held.countDown();
                return wait(done);
            }));
            held.await();
            assertThrows(DatabaseUnavailable.class, () -> one(db.plain()));
            assertThrows(DatabaseUnavailable.class, () -> db.transact(DatabaseLimitsTest::one));
            done.countDown();
            holder.get();
            assertEquals(1, one(db.plain()));
        }
    }

    @Test
    void noMoreWaitThanMay() throws Exception {
        try (Database db = database(1);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            threads.submit(() -> db.transact(tx -> {
                held.countDown();
                return wait(done);
            }));
            held.await();
            AtomicInteger turnedAway = new AtomicInteger();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(threads.submit(() -> {
                    try {
                        one(db.plain());
                    } catch (DatabaseUnavailable e) {
                        turnedAway.addAndGet(e.getMessage().startsWith("too many") ? 1 : 0);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            done.countDown();
            assertTrue(turnedAway.get() >= 30, "turned away at once: " + turnedAway);
        }
    }

    @Test
    void databaseThatIsNotThereIsUnavailableAndNoCheckedExceptionComesThrough() {
        Endpoint nobody = new Endpoint("127.0.0.1", 1, "x", "x", "x");
        try (Database db = new Database(TestDatabase.vertx(), nobody, 2, SHORT)) {
            assertThrows(DatabaseUnavailable.class, () -> one(db.plain()));
            assertThrows(DatabaseUnavailable.class, () -> db.transact(DatabaseLimitsTest::one));
            assertTrue(DatabaseUnavailable.causes(assertThrows(
                    ConnectException.class,
                    () -> db.intake("select 1", Tuple.tuple()).await())));
        }
    }

    @Test
    void wrongStatementIsNoOutage() {
        assertFalse(DatabaseUnavailable.causes(
                assertThrows(PgException.class, () -> it.database().plain().query("select no_such_column"))));
    }

    /** With the timeout of the Vert.x pool some waiters are counted out of its queue twice. */
    @Test
    void afterACrowdNobodyIsLeftInTheQueueOfThePool() throws Exception {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Vertx vertx = Vertx.builder()
                .with(new VertxOptions()
                        .setMetricsOptions(
                                new MicrometerMetricsOptions().setEnabled(true).setRegistryName("crowd")))
                .withMetrics(new MicrometerMetricsFactory(meters))
                .build();
        DatabaseLimits patient = new DatabaseLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 2_000);
        try (Database db = new Database(vertx, it.endpoint(), 4, patient);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                all.add(threads.submit(() -> db.<Integer>transact(DatabaseLimitsTest::one)));
                all.add(threads.submit(() -> one(db.plain())));
            }
            for (Future<Integer> each : all) {
                assertEquals(1, each.get());
            }
            assertEquals(
                    0,
                    meters.get("vertx.pool.queue.pending").gauges().stream()
                            .mapToDouble(g -> g.value())
                            .sum());
        } finally {
            vertx.close().await();
        }
    }

    private static boolean wait(CountDownLatch done) {
        try {
            done.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
