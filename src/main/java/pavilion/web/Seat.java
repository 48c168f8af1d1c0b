package pavilion.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import org.jspecify.annotations.Nullable;

/** One socket in a room. Keeps at most one frame waiting: the newest. */
final class Seat {
    private final ServerWebSocket socket;
    private final String lang;
    private @Nullable Frame waiting;
    private long sent = -1;
    private String me = "";

    Seat(ServerWebSocket socket, String lang) {
        this.socket = socket;
        this.lang = lang;
        socket.drainHandler(v -> drained());
    }

    synchronized void offer(Frame frame) {
        if (frame.version() <= sent || socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            waiting = frame;
        } else {
            write(frame);
        }
    }

    private synchronized void drained() {
        Frame frame = waiting;
        waiting = null;
        if (frame != null) {
            offer(frame);
        }
    }

    private void write(Frame frame) {
        boolean same = me.equals(frame.me());
        me = frame.me();
        sent = frame.version();
        String text = (same ? frame.plain() : frame.personal()).get(lang);
        if (text != null) {
            socket.writeTextMessage(text);
        }
    }

    void ping() {
        if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer("."));
        }
    }
}
