package pavilion.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One route: method, path, who may come, which form fields it reads, and its handler. {@code page} runs on a virtual thread
 * and may wait; {@code hot} runs on the event loop and may not. Validation, the access table and {@code docs/actions} all
 * follow from this one declaration.
 *
 * @param bodyLimit most bytes of a posted body
 * @param files whether files may be uploaded
 * @param form whether a form of our own pages is posted, which carries a token against forged ones
 * @param fields what the form may carry; anything else that is sent is ignored
 */
public record Route(
        HttpMethod method,
        String path,
        Access access,
        long bodyLimit,
        boolean files,
        boolean form,
        List<FormField> fields,
        @Nullable Function<Request, Response> page,
        @Nullable Function<Request, Future<Response>> hot) {
    static final long FORM = 2 << 20;
    static final long FILES = 40L << 20;
    private static final long SMALL = 16 << 10;

    public static Route get(String path, Access access, Function<Request, Response> page) {
        return new Route(HttpMethod.GET, path, access, 0, false, false, List.of(), page, null);
    }

    public static Route post(String path, Access access, Function<Request, Response> page, FormField... fields) {
        return new Route(HttpMethod.POST, path, access, FORM, false, true, List.of(fields), page, null);
    }

    /** A form with files. */
    public static Route upload(String path, Access access, Function<Request, Response> page, FormField... fields) {
        return new Route(HttpMethod.POST, path, access, FILES, true, true, List.of(fields), page, null);
    }

    /** A message from another system: no browser, no form; the handler checks its signature. */
    public static Route message(String path, Function<Request, Response> page) {
        return new Route(HttpMethod.POST, path, Access.ANYONE, SMALL, false, false, List.of(), page, null);
    }

    /** A form taken on the event loop: the ballot intake, which was measured to need it. */
    public static Route hot(
            String path, Access access, Function<Request, Future<Response>> handler, FormField... fields) {
        return new Route(HttpMethod.POST, path, access, SMALL, false, true, List.of(fields), null, handler);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
