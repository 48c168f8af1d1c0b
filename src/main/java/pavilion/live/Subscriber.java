package pavilion.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import org.jspecify.annotations.Nullable;

/** One socket in a room. Confined to its event loop; a slow one waits until it can take something, then gets the newest. */
final class Subscriber {
    private final ServerWebSocket socket;
    private final String lang;
    private final Channel room;
    private long sent;
    private @Nullable String me;

    /** @param held the version its page shows already */
    Subscriber(ServerWebSocket socket, String lang, long held, Channel room) {
        this.socket = socket;
        this.lang = lang;
        this.sent = held;
        this.room = room;
        socket.drainHandler(v -> offer(room.newest()));
    }

    void offer(@Nullable Snapshot frame) {
        if (frame == null || socket.isClosed()) {
            return;
        }
        if (frame.version() <= sent) {
            me = me == null ? frame.me() : me;
        } else if (!socket.writeQueueFull()) {
            socket.writeTextMessage(frame.text(lang, sent, !frame.me().equals(me)));
            sent = frame.version();
            me = frame.me();
        }
    }

    void ping() {
        if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer("."));
        }
    }
}
