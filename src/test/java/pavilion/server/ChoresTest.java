package pavilion.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import pavilion.db.ClusterLock;
import pavilion.db.Database;
import pavilion.db.TestDatabase;

/** Two servers on one database, each with a pool and chores of its own. */
class ChoresTest {
    private final TestDatabase shared = TestDatabase.fresh(4);
    private final Database otherPool = new Database(TestDatabase.vertx(), shared.endpoint(), 4);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);
    private final AtomicInteger onOne = new AtomicInteger();
    private final AtomicInteger onOther = new AtomicInteger();
    private final AtomicInteger everywhere = new AtomicInteger();
    private Chores one;
    private Chores other;

    @BeforeEach
    void twoServers() {
        one = Chores.of(new ClusterLock(shared.database())).once("due", () -> {
            started.countDown();
            await(finish);
            onOne.incrementAndGet();
        });
        other = Chores.of(new ClusterLock(otherPool))
                .once("due", onOther::incrementAndGet)
                .everywhere("cache", everywhere::incrementAndGet);
    }

    @AfterEach
    void close() {
        finish.countDown();
        otherPool.close();
        shared.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Thread holding() {
        Thread thread = Thread.ofVirtual().start(one::round);
        await(started);
        return thread;
    }

    @Test
    void choreThatRunsOnOneServerIsSkippedByTheOther() throws InterruptedException {
        Thread holding = holding();
        other.round();
        assertEquals(0, onOther.get());
        finish.countDown();
        holding.join();
        assertEquals(1, onOne.get());
        other.round();
        assertEquals(1, onOther.get());
    }

    @Test
    void serverDoesItsOwnChoresWhateverTheOthersDo() {
        holding();
        other.round();
        assertEquals(1, everywhere.get());
    }

    @Test
    void runningNowWaitsForTheOtherServer() throws InterruptedException {
        holding();
        Thread waiting = Thread.ofVirtual().start(other::runNow);
        assertFalse(waiting.join(Duration.ofMillis(300)));
        assertEquals(0, onOther.get());
        finish.countDown();
        assertTrue(waiting.join(Duration.ofSeconds(10)));
        assertEquals(1, onOther.get());
    }

    @Test
    void failedChoreLetsGoAndStopsNoneAfterIt() {
        AtomicInteger tries = new AtomicInteger();
        Chores failing = Chores.of(new ClusterLock(shared.database()))
                .once("failing", () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("on purpose");
                })
                .everywhere("after", everywhere::incrementAndGet);
        failing.closing();
        failing.round();
        failing.round();
        assertEquals(2, tries.get());
        assertEquals(2, everywhere.get());
    }

    @Test
    void databaseThatIsAwayIsToldOnceAndOnceThatItIsBack() {
        AtomicBoolean away = new AtomicBoolean(true);
        Chores chores = Chores.of(new ClusterLock(shared.database()));
        for (String name : List.of("first", "second")) {
            chores = chores.once(name, () -> {
                if (away.get()) {
                    throw new UncheckedIOException(new ConnectException("refused"));
                }
            });
        }
        chores = chores.everywhere("third", everywhere::incrementAndGet);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Chores.class);
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        try {
            for (boolean now : List.of(true, true, true, false, false, true)) {
                away.set(now);
                chores.round();
            }
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertEquals(
                List.of(Level.WARN, Level.INFO, Level.WARN),
                log.list.stream().map(ILoggingEvent::getLevel).toList());
        assertEquals(6, everywhere.get());
    }

    @Test
    void serverThatDiesLetsGo() throws InterruptedException {
        one.closing();
        holding();
        shared.database()
                .plain()
                .query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                        + " and database = (select oid from pg_database where datname = current_database())");
        other.runNow();
        assertEquals(1, onOther.get());
    }
}
