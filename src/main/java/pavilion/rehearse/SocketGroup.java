package pavilion.rehearse;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocketClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Phones that only look on: many lines into the room of one meeting. */
public final class SocketGroup implements AutoCloseable {
    /** The listen queue of a plain machine is short. */
    private static final int AT_ONCE = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RehearsedSession meeting;
    private final WebSocketClient client;
    private final List<PhoneSocket> lines = new ArrayList<>();
    private final Latencies ages = new Latencies();

    public SocketGroup(LoadClient crowd, RehearsedSession meeting, int most) {
        this.meeting = meeting;
        this.client = crowd.sockets(meeting.site(), most);
    }

    /** Until so many sit. */
    public void sit(int many) {
        while (lines.size() < many) {
            List<Future<?>> opening = new ArrayList<>();
            for (int i = 0; i < AT_ONCE && lines.size() < many; i++) {
                String token =
                        meeting.people().get(lines.size() % meeting.people().size());
                PhoneSocket line = new PhoneSocket(client, meeting.channel(), RehearsedSession.cookie(token), ages);
                lines.add(line);
                opening.add(line.open());
            }
            LoadClient.within(PATIENCE, Future.join(opening));
        }
    }

    /** Of frames that say when they were written. */
    public Latencies ages() {
        return ages;
    }

    public void forget() {
        lines.forEach(PhoneSocket::forget);
    }

    public long frames() {
        return lines.stream().mapToLong(PhoneSocket::frames).sum();
    }

    public long bytes() {
        return lines.stream().mapToLong(PhoneSocket::bytes).sum();
    }

    /** @return how many pieces of news never came */
    public long heard(AckLog acks, Latencies into) {
        return lines.stream().mapToLong(line -> line.heard(acks, into)).sum();
    }

    /**
     * Everybody whose line is gone comes back as the page's script does: after half a second and a little by chance, and
     * after longer if that failed.
     *
     * @return whether all were back in time
     */
    public boolean comeBack(Duration limit) throws InterruptedException {
        CountDownLatch back = new CountDownLatch(lines.size());
        for (PhoneSocket line : lines) {
            Thread.ofVirtual().start(() -> {
                try {
                    comeBack(line);
                    back.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        return back.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void comeBack(PhoneSocket line) throws InterruptedException {
        for (int tries = 0; !line.isOpen(); tries++) {
            long most = Math.min(4_000, 1_000L << Math.min(tries, 2));
            Thread.sleep(500 + ThreadLocalRandom.current().nextLong(most - 499));
            try {
                line.open().await();
            } catch (Exception notYet) { // also the checked ones that waiting for a future lets through
                continue;
            }
        }
    }

    @Override
    public void close() {
        lines.forEach(PhoneSocket::close);
        client.close();
    }
}
