package pavilion.rehearse;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;

/**
 * One keep-alive connection that sends prepared bytes and waits for one answer at a time. It reads no more of an answer
 * than it must, because it shares the cores with the server it measures.
 */
public final class RawHttp {
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";
    private final NetSocket socket;
    private Buffer got = Buffer.buffer();
    private Promise<Integer> answer = Promise.promise();

    RawHttp(NetSocket socket) {
        this.socket = socket;
        socket.handler(this::read);
        socket.closeHandler(v -> answer.tryFail("closed"));
        socket.exceptionHandler(answer::tryFail);
    }

    /** @return the status of the answer, once it is complete */
    public Future<Integer> send(Buffer request) {
        answer = Promise.promise();
        got = Buffer.buffer();
        socket.write(request);
        return answer.future();
    }

    public void close() {
        socket.close();
    }

    private void read(Buffer bytes) {
        got = got.length() == 0 ? bytes : got.copy().appendBuffer(bytes);
        String text = got.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end > 0 && whole(text, end)) {
            answer.tryComplete(Integer.parseInt(text, 9, 12, 10));
        }
    }

    private static boolean whole(String text, int end) {
        int at = find(text, LENGTH, end);
        if (at < 0) {
            return find(text, CHUNKED, end) < 0 || text.endsWith("0\r\n\r\n");
        }
        int length = 0;
        for (int i = at + LENGTH.length(); i < end && text.charAt(i) != '\r'; i++) {
            char c = text.charAt(i);
            length = c == ' ' ? length : length * 10 + c - '0';
        }
        return text.length() >= end + 4 + length;
    }

    // In the head, in upper or lower case.
    private static int find(String text, String line, int end) {
        for (int at = text.indexOf("\r\n"); at >= 0 && at < end; at = text.indexOf("\r\n", at + 2)) {
            if (text.regionMatches(true, at, line, 0, line.length())) {
                return at;
            }
        }
        return -1;
    }
}
