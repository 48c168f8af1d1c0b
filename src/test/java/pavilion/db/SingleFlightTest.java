package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SingleFlightTest {
    private final SingleFlight<String, Integer> flight = new SingleFlight<>();

    @Test
    void manyWhoWaitShareTheNextReadingAndNobodyGetsOneThatBeganBeforeTheyAsked() throws Exception {
        AtomicInteger committed = new AtomicInteger(1);
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = each.submit(() -> flight.read("a", () -> {
                int value = committed.get();
                readings.incrementAndGet();
                reading.countDown();
                await(go);
                return value;
            }));
            reading.await();
            committed.set(2);
            List<Future<Integer>> later = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                later.add(each.submit(() -> flight.read("a", () -> {
                    readings.incrementAndGet();
                    return committed.get();
                })));
            }
            Thread.sleep(200);
            go.countDown();
            assertEquals(1, first.get());
            for (Future<Integer> one : later) {
                assertEquals(2, one.get());
            }
        }
        assertTrue(readings.get() < 20, readings + " readings");
    }

    @Test
    void whatOneReadingThrowsIsThrownToThoseWhoWaitedForItAndTheNextOneReadsAgain() throws Exception {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> broken = each.submit(() -> flight.read("a", () -> {
                throw new IllegalStateException("no database");
            }));
            assertTrue(assertThrows(ExecutionException.class, broken::get).getCause() instanceof IllegalStateException);
        }
        assertEquals(7, flight.read("a", () -> 7));
    }

    @Test
    void oneKeyDoesNotWaitForAnother() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> slow = each.submit(() -> flight.read("a", () -> {
                reading.countDown();
                await(go);
                return 1;
            }));
            reading.await();
            assertEquals(2, flight.read("b", () -> 2));
            go.countDown();
            assertEquals(1, slow.get());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
