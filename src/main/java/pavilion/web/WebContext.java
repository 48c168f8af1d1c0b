package pavilion.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.text.Messages;

/**
 * What every request needs; created once.
 *
 * @param https residents reach the server through https, so cookies are for https only
 * @param proxied the address is taken from X-Forwarded-For, set by the proxy in front
 * @param shared what every page may name (asset version, demo mark)
 */
public record WebContext(
        Templates templates,
        Messages messages,
        Communities communities,
        UserCache users,
        Tokens tokens,
        boolean https,
        boolean proxied,
        Map<String, Object> shared) {
    static final String TOKEN = "pavilion";
    static final String GUEST = "guest";

    @Nullable
    public String token(HttpServerRequest request) {
        var cookie = request.getCookie(TOKEN);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Where the request comes from; behind a proxy, what the proxy says. Of IPv6 the network, for the limits count it as one. */
    public String address(HttpServerRequest request) {
        String forwarded = proxied ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded != null) {
            String[] hops = forwarded.split(",");
            return ClientAddress.group(hops[hops.length - 1].strip());
        }
        return ClientAddress.group(request.remoteAddress().hostAddress());
    }

    /** The form token of a browser: bound to its sign-in, or to its guest cookie before that. */
    public String csrf(String token) {
        return tokens.mark("csrf", token);
    }
}
