package pavilion.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of ours other than the one that is asked for: its route, and what its address says.
 *
 * @param parts the variables of the route's path, decoded
 * @param uri path and query as they were sent
 */
record PageAddress(Route route, Map<String, String> parts, MultiMap query, String uri) {

    /** Path and query of the page that the browser comes from; empty where that is none of ours, or it does not say. */
    static String referer(MultiMap headers) {
        String referer = headers.get("Referer");
        try {
            URI before = URI.create(referer == null ? "" : referer);
            String path = before.getRawPath();
            if (path != null && String.valueOf(before.getRawAuthority()).equals(headers.get("Host"))) {
                return before.getRawQuery() == null ? path : path + "?" + before.getRawQuery();
            }
        } catch (IllegalArgumentException e) {
            // a malformed Referer is ignored
        }
        return "";
    }

    /** The first page, in the order in which the router tries them, that has this address. */
    static Optional<PageAddress> of(List<Route> routes, String uri) {
        QueryStringDecoder decoder = new QueryStringDecoder(uri, StandardCharsets.UTF_8);
        for (Route route : routes) {
            Map<String, String> parts =
                    route.method() == HttpMethod.GET ? parts(route.path(), decoder.rawPath()) : null;
            if (parts != null) {
                MultiMap query = MultiMap.caseInsensitiveMultiMap();
                decoder.parameters().forEach(query::add);
                return Optional.of(new PageAddress(route, parts, query, uri));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Map<String, String> parts(String pattern, String path) {
        String[] asked = pattern.split("/");
        String[] given = path.split("/");
        if (asked.length != given.length) {
            return null;
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < asked.length; i++) {
            if (asked[i].startsWith(":")) {
                parts.put(asked[i].substring(1), URLDecoder.decode(given[i], StandardCharsets.UTF_8));
            } else if (!asked[i].equals(given[i])) {
                return null;
            }
        }
        return parts;
    }
}
