package pavilion.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import pavilion.db.Database;
import pavilion.support.DemoServer;

/** The server under the walk: what is asked while it is killed and started again is asked again, as a person would. */
final class WalkedServer implements AutoCloseable {
    private final DemoServer server;
    /** Held for writing while nobody answers, so that whoever asks waits. */
    private final ReentrantReadWriteLock up = new ReentrantReadWriteLock(true);

    private volatile int life;
    private volatile Database database;

    WalkedServer(DemoServer server) throws IOException, InterruptedException {
        this.server = server;
        server.start();
        database = server.database();
    }

    DemoServer process() {
        return server;
    }

    Database database() {
        return database;
    }

    /**
     * kill -9 in the middle of whatever is going on, and a start on the same folder. Locked before the kill, or whoever
     * is refused while the process is still dying asks again too early.
     */
    void killAndStart() throws IOException, InterruptedException {
        up.writeLock().lock();
        try {
            life++;
            server.kill();
            database.close();
            server.start();
            database = server.database();
        } finally {
            up.writeLock().unlock();
        }
    }

    /** A connection that breaks although nobody was killed is tried once more: an idle one may be closed at any time. */
    HttpResponse<byte[]> send(HttpRequest request) {
        for (int tries = 0; ; tries++) {
            int before = life;
            try {
                return DemoServer.CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException broken) {
                if (before == life && tries > 0) {
                    throw new UncheckedIOException(broken);
                }
                tries = before == life ? tries : -1;
                waitUntilUp();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void waitUntilUp() {
        try {
            Thread.sleep(50);
            if (!up.readLock().tryLock(3, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the server did not come back");
            }
            up.readLock().unlock();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        database.close();
        server.stop();
    }
}
