package pavilion.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every answer. Nothing inline, nothing from elsewhere, nobody may frame us. */
public final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' blob:; style-src 'self'; script-src 'self';"
                    + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private final Map<CharSequence, CharSequence> headers = new LinkedHashMap<>();

    public SecurityHeaders(boolean https) {
        set("Content-Security-Policy", POLICY);
        set("X-Content-Type-Options", "nosniff");
        set("Referrer-Policy", "same-origin");
        set("Cross-Origin-Opener-Policy", "same-origin");
        set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (https) {
            set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    // Header names and values are validated and hashed once, not for every response.
    private void set(String name, String value) {
        headers.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    public void mark(RoutingContext context) {
        var told = context.response().headers();
        headers.forEach(told::set);
        context.next();
    }
}
