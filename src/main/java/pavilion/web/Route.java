package pavilion.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the route listing. {@code page} runs on a virtual thread and may wait; {@code hot} runs on the event loop
 * and may not.
 *
 * @param bodyLimit most bytes of a posted body
 * @param form whether a form of our own pages is posted, which carries the mark against forged ones
 */
public record Route(
        HttpMethod method,
        String path,
        Access access,
        long bodyLimit,
        boolean files,
        boolean form,
        @Nullable Function<Request, Response> page,
        @Nullable Function<Request, Future<Response>> hot) {
    static final long FORM = 2 << 20;
    static final long FILES = 40L << 20;

    public static Route get(String path, Access access, Function<Request, Response> page) {
        return new Route(HttpMethod.GET, path, access, 0, false, false, page, null);
    }

    public static Route post(String path, Access access, Function<Request, Response> page) {
        return new Route(HttpMethod.POST, path, access, FORM, false, true, page, null);
    }

    /** A form with files. */
    public static Route upload(String path, Access access, Function<Request, Response> page) {
        return new Route(HttpMethod.POST, path, access, FILES, true, true, page, null);
    }

    /** A message from another system: no browser, no form; the handler checks its signature. */
    public static Route message(String path, Function<Request, Response> page) {
        return new Route(HttpMethod.POST, path, Access.ANYONE, 16 << 10, false, false, page, null);
    }

    /** A form taken on the event loop: the ballot intake, which was measured to need it. */
    public static Route hot(String path, Access access, Function<Request, Future<Response>> handler) {
        return new Route(HttpMethod.POST, path, access, 16 << 10, false, true, null, handler);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
