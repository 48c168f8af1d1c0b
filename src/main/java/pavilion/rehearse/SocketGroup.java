package pavilion.rehearse;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocketClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Many sockets on the channel of one session, of phones that only listen. */
public final class SocketGroup implements AutoCloseable {
    /** Opened together; the listen queue of an untuned machine is short. */
    private static final int AT_ONCE = 50;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RehearsedSession session;
    private final WebSocketClient client;
    private final List<PhoneSocket> sockets = new ArrayList<>();
    private final Latencies ages = new Latencies();

    public SocketGroup(LoadClient load, RehearsedSession session, int most) {
        this.session = session;
        this.client = load.sockets(session.server(), most);
    }

    /** Opens sockets until there are so many. */
    public void openUpTo(int many) {
        while (sockets.size() < many) {
            List<Future<?>> opening = new ArrayList<>();
            for (int i = 0; i < AT_ONCE && sockets.size() < many; i++) {
                String token =
                        session.people().get(sockets.size() % session.people().size());
                PhoneSocket socket = new PhoneSocket(client, session.channel(), RehearsedSession.cookie(token), ages);
                sockets.add(socket);
                opening.add(socket.open());
            }
            LoadClient.within(LIMIT, Future.join(opening));
        }
    }

    /** How old frames were when they arrived, of those that say when they were written. */
    public Latencies ages() {
        return ages;
    }

    public void reset() {
        sockets.forEach(PhoneSocket::reset);
    }

    public long frames() {
        return sockets.stream().mapToLong(PhoneSocket::frames).sum();
    }

    public long bytes() {
        return sockets.stream().mapToLong(PhoneSocket::bytes).sum();
    }

    /**
     * @param acks the ballots that were answered
     * @param into gets the time from each answer to the update that shows it, for each socket
     * @return how many of these updates never came
     */
    public long delays(AckLog acks, Latencies into) {
        return sockets.stream().mapToLong(socket -> socket.delays(acks, into)).sum();
    }

    /**
     * Reopens every closed socket as the page's script does: after half a second and some random time, and later again
     * if that failed.
     *
     * @return whether all were open again in time
     */
    public boolean reconnect(Duration limit) throws InterruptedException {
        CountDownLatch back = new CountDownLatch(sockets.size());
        for (PhoneSocket socket : sockets) {
            Thread.ofVirtual().start(() -> {
                try {
                    reconnect(socket);
                    back.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        return back.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void reconnect(PhoneSocket socket) throws InterruptedException {
        for (int tries = 0; !socket.isOpen(); tries++) {
            long most = Math.min(4_000, 1_000L << Math.min(tries, 2));
            Thread.sleep(500 + ThreadLocalRandom.current().nextLong(most - 499));
            try {
                socket.open().await();
            } catch (Exception notYet) { // also the checked ones that waiting for a future lets through
                continue;
            }
        }
    }

    @Override
    public void close() {
        sockets.forEach(PhoneSocket::close);
        client.close();
    }
}
