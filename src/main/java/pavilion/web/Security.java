package pavilion.web;

import io.vertx.ext.web.RoutingContext;

/** The headers of every answer. Nothing inline, nothing from elsewhere, nobody may frame us. */
public final class Security {
    private static final String POLICY = "default-src 'self'; img-src 'self'; style-src 'self'; script-src 'self';"
            + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private final boolean https;

    public Security(boolean https) {
        this.https = https;
    }

    public void mark(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }
}
