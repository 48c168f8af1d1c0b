package pavilion.rehearse;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection of a browser: ready bytes out, one answer back. It reads no more of an answer than it must,
 * because it runs on the cores that it measures.
 */
public final class Wire {
    private static final String LENGTH = "\r\ncontent-length:";
    private final NetSocket socket;
    private Buffer got = Buffer.buffer();
    private Promise<Integer> answer = Promise.promise();

    Wire(NetSocket socket) {
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
            answer.tryComplete(Integer.parseInt(text.substring(9, 12)));
        }
    }

    private static boolean whole(String text, int end) {
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            return head.contains("\r\ntransfer-encoding: chunked") ? text.endsWith("0\r\n\r\n") : true;
        }
        int line = head.indexOf("\r\n", at + 2);
        String length = head.substring(at + LENGTH.length(), line < 0 ? head.length() : line);
        return text.length() >= end + 4 + Integer.parseInt(length.strip());
    }
}
