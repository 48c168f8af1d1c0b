package pavilion.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the body of a small form in one piece. Vert.x's own body handler decodes a form as a stream and ends each one with an
 * exception that it catches itself; on the ballot route that was a visible part of a ballot's cost. A body that is not a
 * plain URL-encoded form with a known length is left to that handler.
 */
final class FastFormReader implements Handler<RoutingContext> {
    static final String READ = "form";
    private static final Pattern PLAIN = Pattern.compile("application/x-www-form-urlencoded *(; *charset=utf-8 *)?");
    private static final int FIELDS = 256;

    private final long limit;
    private final BodyHandler general;

    FastFormReader(long limit) {
        this.limit = limit;
        this.general = BodyHandler.create(false).setBodyLimit(limit);
    }

    @Override
    public void handle(RoutingContext context) {
        if (!plain(context.request())) {
            general.handle(context);
            return;
        }
        Future<Buffer> whole = context.request().body();
        // It was paused if its sender had to be looked up.
        context.request().resume();
        whole.onComplete(body -> {
            if (body.failed()) {
                context.fail(400, body.cause());
                return;
            }
            try {
                context.put(READ, fields(body.result()));
            } catch (IllegalArgumentException malformed) {
                context.fail(400, malformed);
                return;
            }
            context.next();
        });
    }

    private boolean plain(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return type != null
                && length != null
                && length.length() < 8
                && length.chars().allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(length) <= limit
                && PLAIN.matcher(type.toLowerCase(Locale.ROOT)).matches();
    }

    private static MultiMap fields(Buffer body) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, FIELDS, true)
                .parameters()
                .forEach(fields::add);
        return fields;
    }
}
