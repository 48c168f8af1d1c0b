package pavilion.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One socket of a channel, confined to its event loop. A slow one is skipped until it can take something, and then gets
 * the newest snapshot.
 *
 * <p>A heartbeat is two frames. The text frame is for the page, whose script never sees a protocol ping. The ping is for
 * the server: every client answers it by itself, also a page that is frozen in the background, so that a missing pong
 * means a dead connection and not a busy script.
 */
final class Subscriber {
    /** Close codes of this application; {@code live.js} does not reconnect by itself after either. */
    static final short NO_LONGER_ADMITTED = 4401;

    static final short TOO_MANY = 4429;

    private static final short GOING_AWAY = 1001;
    private static final int MOST_UNANSWERED = 2;
    /** How many heartbeats lie between two checks that it may still be here: ten minutes. */
    private static final int CHECK_EVERY = 30;

    private static final Buffer PING = Buffer.buffer(".");

    private final ServerWebSocket socket;
    private final Admission admission;
    private final String lang;
    private final LoopSubscribers loop;
    private long sent;
    private @Nullable String personal;
    private boolean closing;
    private int unanswered;
    private int beats = ThreadLocalRandom.current().nextInt(CHECK_EVERY);

    /** @param held the version that its page shows already */
    Subscriber(ServerWebSocket socket, Admission admission, String lang, long held, LoopSubscribers loop) {
        this.socket = socket;
        this.admission = admission;
        this.lang = lang;
        this.sent = held;
        this.loop = loop;
        socket.drainHandler(v -> offer(loop.newest()));
        socket.pongHandler(v -> unanswered = 0);
    }

    SocketOwner owner() {
        return admission.owner();
    }

    Admission admission() {
        return admission;
    }

    void offer(@Nullable Snapshot snapshot) {
        if (snapshot == null || isClosed()) {
            return;
        }
        if (snapshot.version() <= sent) {
            personal = personal == null ? snapshot.personal() : personal;
        } else if (!socket.writeQueueFull()) {
            socket.writeTextMessage(
                    snapshot.text(lang, sent, !snapshot.personal().equals(personal)));
            sent = snapshot.version();
            personal = snapshot.personal();
        }
    }

    /** @param frame tells the page how long it may wait for the next */
    void greet(String frame) {
        socket.writeTextMessage(frame);
    }

    /** @return whether it is time to check that it may still be here */
    boolean beat(String frame) {
        if (isClosed()) {
            return false;
        }
        if (unanswered >= MOST_UNANSWERED) {
            close(GOING_AWAY);
            return false;
        }
        unanswered++;
        if (!socket.writeQueueFull()) {
            socket.writeTextMessage(frame);
        }
        socket.writePing(PING);
        return ++beats % CHECK_EVERY == 0;
    }

    /** The connection ends a second later at the latest, whether the other side answers or not. */
    void close(short code) {
        if (!isClosed()) {
            closing = true;
            socket.close(code);
        }
    }

    /** From any thread: this on the subscriber's event loop. */
    void run(Runnable work) {
        loop.run(work);
    }

    private boolean isClosed() {
        return closing || socket.isClosed();
    }
}
