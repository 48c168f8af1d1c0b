package pavilion.rehearse;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One phone's socket on a channel: what it received, and when. Confined to the client's event loop, except for volatile fields. */
public final class PhoneSocket {
    private static final byte[] VERSION = "\"v\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AT = "\"at\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COUNT = "data-cast=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REFETCH = "\"me\":[".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] COMMA = ",".getBytes(StandardCharsets.US_ASCII);

    private final WebSocketClient client;
    private final String channel;
    private final String cookie;
    private volatile @Nullable WebSocket socket;
    private volatile long version;
    private volatile int frames;
    private volatile long bytes;
    private volatile BiConsumer<Long, Long> refetch = (from, until) -> {};
    private int[] counts = new int[16];
    private long[] times = new long[16];
    private int size;
    private final Latencies ages;

    PhoneSocket(WebSocketClient client, String channel, String cookie) {
        this(client, channel, cookie, new Latencies());
    }

    /**
     * @param cookie of the sign-in
     * @param ages gets the age of each frame that says when it was written
     */
    PhoneSocket(WebSocketClient client, String channel, String cookie, Latencies ages) {
        this.client = client;
        this.channel = channel;
        this.cookie = cookie;
        this.ages = ages;
    }

    /** @param handler called when the page is to fetch its own part again: earliest and latest, in milliseconds from now */
    void onRefetch(BiConsumer<Long, Long> handler) {
        refetch = handler;
    }

    Future<WebSocket> open() {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setURI("/live?channel=" + channel + "&v=" + version + "&lang=zh")
                .addHeader("Cookie", cookie);
        return client.connect(options).onSuccess(opened -> {
            opened.handler(this::receive);
            opened.exceptionHandler(e -> opened.close());
            opened.closeHandler(v -> socket = null);
            socket = opened;
        });
    }

    void close() {
        WebSocket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }

    /** Stops reading, as a phone in a pocket does. */
    void pause() {
        WebSocket open = socket;
        if (open != null) {
            open.pause();
        }
    }

    void resume() {
        WebSocket open = socket;
        if (open != null) {
            open.resume();
        }
    }

    boolean isOpen() {
        return socket != null;
    }

    long version() {
        return version;
    }

    int frames() {
        return frames;
    }

    long bytes() {
        return bytes;
    }

    private void receive(Buffer frame) {
        long now = System.nanoTime();
        byte[] text = frame.getBytes();
        long newVersion = number(text, find(text, VERSION, 0, Math.min(text.length, 64)));
        // A heartbeat carries no version.
        if (newVersion < 0) {
            return;
        }
        frames++;
        bytes += text.length;
        if (newVersion <= version) {
            return;
        }
        version = Math.max(version, newVersion);
        long written = number(text, find(text, AT, 0, Math.min(text.length, 64)));
        if (written >= 0) {
            ages.add(now - written);
        }
        long count = number(text, find(text, COUNT, 0, text.length));
        if (count >= 0) {
            record((int) count, now);
        }
        int refetchAt = find(text, REFETCH, Math.max(0, text.length - 64), text.length);
        if (refetchAt >= 0) {
            refetch.accept(number(text, refetchAt), number(text, find(text, COMMA, refetchAt, text.length)));
        }
    }

    private void record(int count, long now) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        counts[size] = count;
        times[size++] = now;
    }

    /** Forgets the counts received so far. */
    void reset() {
        size = 0;
    }

    /**
     * @param acks in order of time
     * @param into gets, for each of them, the time from the answer to the update that shows it
     * @return how many of them this socket never showed
     */
    int delays(AckLog acks, Latencies into) {
        int missed = 0;
        int at = 0;
        for (AckLog.Ack ack : acks.inOrder()) {
            while (at < size && counts[at] < ack.need()) {
                at++;
            }
            if (at == size) {
                missed++;
            } else {
                into.add(Math.max(0, times[at] - ack.at()));
            }
        }
        return missed;
    }

    private static int find(byte[] text, byte[] what, int from, int to) {
        for (int i = from; i <= to - what.length; i++) {
            int k = 0;
            while (k < what.length && text[i + k] == what[k]) {
                k++;
            }
            if (k == what.length) {
                return i + what.length;
            }
        }
        return -1;
    }

    // The number at this place, after any quotes and backslashes; -1 if there is none.
    private static long number(byte[] text, int from) {
        if (from < 0) {
            return -1;
        }
        int i = from;
        while (i < text.length && (text[i] == '"' || text[i] == '\\')) {
            i++;
        }
        long value = 0;
        int digits = 0;
        while (i < text.length && text[i] >= '0' && text[i] <= '9') {
            value = value * 10 + (text[i++] - '0');
            digits++;
        }
        return digits == 0 ? -1 : value;
    }
}
