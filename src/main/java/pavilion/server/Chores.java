package pavilion.server;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pavilion.db.ClusterLock;
import pavilion.db.DatabaseUnavailable;

/**
 * What happens because time has passed: every few seconds, once in a cluster, or on every server where it is about the
 * server's own memory. A failure is logged and the next round tries again;
 * that the database is away is said once.
 */
final class Chores {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final long EVERY_MILLIS = 3_000;

    /**
     * @param name the same on all servers
     * @param everywhere whether each server does it for itself; otherwise one does it for all
     */
    private record Chore(String name, boolean everywhere, Runnable work) {
        void run(BiConsumer<String, Runnable> once) {
            if (everywhere) {
                work.run();
            } else {
                once.accept(name, work);
            }
        }
    }

    private final ClusterLock lock;
    private final List<Chore> all;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean closing;

    private Chores(ClusterLock lock, List<Chore> all) {
        this.lock = lock;
        this.all = List.copyOf(all);
    }

    static Chores of(ClusterLock lock) {
        return new Chores(lock, List.of());
    }

    /** These and one more, which one server does for all. */
    Chores once(String name, Runnable work) {
        return with(new Chore(name, false, work));
    }

    /** These and one more, which each server does for itself. */
    Chores everywhere(String name, Runnable work) {
        return with(new Chore(name, true, work));
    }

    private Chores with(Chore chore) {
        return new Chores(lock, Stream.concat(all.stream(), Stream.of(chore)).toList());
    }

    void start(Vertx vertx) {
        vertx.setPeriodic(EVERY_MILLIS, t -> Thread.ofVirtual().start(this::round));
    }

    /** All of them; passes over what another server, or an earlier round here, is doing at the moment. */
    void round() {
        run(lock::tryRun);
    }

    /** All of them, waiting for what is running at the moment: afterwards everything that was due by now is done. */
    void runNow() {
        run(lock::run);
    }

    private void run(BiConsumer<String, Runnable> once) {
        RuntimeException lost = null;
        for (Chore chore : all) {
            try {
                chore.run(once);
            } catch (RuntimeException e) {
                if (DatabaseUnavailable.causes(e)) {
                    lost = e;
                } else if (!closing) {
                    LOG.error("chore {}", chore.name(), e);
                }
            }
        }
        if (!closing) {
            tell(lost);
        }
    }

    /** Once when the database goes, once when it is back: a round comes every few seconds. */
    private void tell(@Nullable RuntimeException lost) {
        if (lost != null && away.compareAndSet(false, true)) {
            LOG.warn("the database does not answer, chores wait for it", lost);
        } else if (lost == null && away.compareAndSet(true, false)) {
            LOG.info("the database answers again");
        }
    }

    /** From here on, a chore that finds the database gone is no error. */
    void closing() {
        closing = true;
    }
}
