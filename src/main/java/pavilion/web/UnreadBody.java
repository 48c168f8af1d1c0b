package pavilion.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Answers a request whose body nobody will read. A browser sends all of a body before it looks for the answer, and a
 * connection that is closed with bytes unread is reset, which can take the answer away. So what a person's phone sends by
 * mistake (a form, a photograph) is let through and thrown away, and its sentence is seen. What is larger is not taken off the
 * connection; the answer is sent and the connection closed a moment later.
 */
final class UnreadBody {
    /** The connection is used again after these. */
    private static final long SMALL = 64 << 10;

    private static final long THROWN_AWAY = 10 << 20;

    private UnreadBody() {}

    /** @param begun whether its bytes already go somewhere, which must end */
    static void answer(RoutingContext context, Buffer answer, boolean begun, Duration stay) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            context.response().end(answer);
            return;
        }
        long announced = LargeBodies.announced(request);
        if (announced == 0 || (announced <= SMALL && !begun)) {
            request.resume();
            context.response().end(answer);
            return;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        if (begun) {
            request.pause();
            context.cancelAndCleanupFileUploads();
            context.response()
                    .end(answer)
                    .onComplete(sent -> request.connection().close());
            return;
        }
        boolean taken = announced <= THROWN_AWAY || announced == Long.MAX_VALUE;
        if (taken) {
            long[] bytes = {0};
            request.handler(part -> {
                bytes[0] += part.length();
                if (bytes[0] > THROWN_AWAY) {
                    request.pause();
                }
            });
            request.endHandler(all -> request.connection().close());
            request.resume();
        } else {
            request.pause();
        }
        context.response().end(answer);
        OpenConnection connection = OpenConnection.of(context);
        if (connection != null) {
            connection.expect(taken ? stay : Duration.ofSeconds(1), request.connection()::close);
        }
    }
}
