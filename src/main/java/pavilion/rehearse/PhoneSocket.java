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

/** One phone's line into a room: what it heard, and when. Confined to the crowd's event loop but for what is volatile. */
public final class PhoneSocket {
    private static final byte[] VERSION = "\"v\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AT = "\"at\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CAST = "data-cast=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MINE = "\"me\":[".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] COMMA = ",".getBytes(StandardCharsets.US_ASCII);

    private final WebSocketClient client;
    private final String channel;
    private final String cookie;
    private volatile @Nullable WebSocket socket;
    private volatile long version;
    private volatile int frames;
    private volatile long bytes;
    private volatile BiConsumer<Long, Long> mine = (from, until) -> {};
    private int[] counts = new int[16];
    private long[] times = new long[16];
    private int size;
    private final Latencies ages;

    PhoneSocket(WebSocketClient client, String channel, String cookie) {
        this(client, channel, cookie, new Latencies());
    }

    /**
     * @param cookie of the sign-in
     * @param ages gets how old a frame is that says when it was written
     */
    PhoneSocket(WebSocketClient client, String channel, String cookie, Latencies ages) {
        this.client = client;
        this.channel = channel;
        this.cookie = cookie;
        this.ages = ages;
    }

    /** @param told whenever the page shall ask again for its own part: from when on and until when, milliseconds from now */
    void onMine(BiConsumer<Long, Long> told) {
        mine = told;
    }

    Future<WebSocket> open() {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setURI("/live?channel=" + channel + "&v=" + version + "&lang=zh")
                .addHeader("Cookie", cookie);
        return client.connect(options).onSuccess(opened -> {
            opened.handler(this::hear);
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

    /** Reads nothing more, as a phone in a pocket does. */
    void doze() {
        WebSocket open = socket;
        if (open != null) {
            open.pause();
        }
    }

    void wake() {
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

    private void hear(Buffer frame) {
        long now = System.nanoTime();
        byte[] text = frame.getBytes();
        long said = number(text, find(text, VERSION, 0, Math.min(text.length, 64)));
        // A heartbeat is no news.
        if (said < 0) {
            return;
        }
        frames++;
        bytes += text.length;
        if (said <= version) {
            return;
        }
        version = Math.max(version, said);
        long written = number(text, find(text, AT, 0, Math.min(text.length, 64)));
        if (written >= 0) {
            ages.add(now - written);
        }
        long count = number(text, find(text, CAST, 0, text.length));
        if (count >= 0) {
            remember((int) count, now);
        }
        int own = find(text, MINE, Math.max(0, text.length - 64), text.length);
        if (own >= 0) {
            mine.accept(number(text, own), number(text, find(text, COMMA, own, text.length)));
        }
    }

    private void remember(int count, long now) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        counts[size] = count;
        times[size++] = now;
    }

    /** Nothing that was heard so far counts. */
    void forget() {
        size = 0;
    }

    /**
     * @param acks in order of time
     * @param into gets, for each of them, the time from the answer to the news of it
     * @return how many of them this line never heard of
     */
    int heard(AckLog acks, Latencies into) {
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

    // The first number from here on, passing over quotes and backslashes; -1 where none begins.
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
