package pavilion.rehearse;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Asks for pages and sends forms; every call waits for its answer, on a virtual thread. */
final class HttpBrowser {
    private static final long PATIENCE_SECONDS = 60;
    private static final int HOPS = 4;

    private final HttpClient client;
    private final String cookie;

    HttpBrowser(HttpClient client, String cookie) {
        this.client = client;
        this.cookie = cookie;
    }

    ParsedPage get(String path) {
        return await(getting(path));
    }

    Future<ParsedPage> getting(String path) {
        return ask(HttpMethod.GET, path, "", false);
    }

    /** Follows redirects within this server. */
    ParsedPage follow(ParsedPage page) {
        ParsedPage last = page;
        for (int i = 0; i < HOPS && !last.location().isEmpty(); i++) {
            last = get(path(last.location()));
        }
        return last;
    }

    /** @param fragment sent by the page's own script */
    ParsedPage send(ParsedPage.FilledForm form, boolean fragment) {
        return await(sending(form, fragment));
    }

    Future<ParsedPage> sending(ParsedPage.FilledForm form, boolean fragment) {
        String body = form.fields().entrySet().stream()
                .map(e -> coded(e.getKey()) + "=" + coded(e.getValue()))
                .collect(Collectors.joining("&"));
        return ask(HttpMethod.POST, form.action(), body, fragment);
    }

    static ParsedPage await(Future<ParsedPage> page) {
        return page.await();
    }

    /** The path and query of an address, whatever server it names. */
    static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private Future<ParsedPage> ask(HttpMethod method, String path, String body, boolean fragment) {
        return client.request(method, path).compose(request -> {
            MultiMap headers = request.headers()
                    .set("Accept", "text/html")
                    .set("Accept-Encoding", "gzip")
                    .set("Accept-Language", "zh-CN,zh;q=0.9");
            if (!cookie.isEmpty()) {
                headers.set("Cookie", cookie);
            }
            if (fragment) {
                headers.set("X-Fragment", "1");
            }
            request.idleTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            Future<HttpClientResponse> answer;
            if (method == HttpMethod.POST) {
                headers.set("Content-Type", "application/x-www-form-urlencoded");
                answer = request.send(Buffer.buffer(body));
            } else {
                answer = request.send();
            }
            return answer.compose(HttpBrowser::page);
        });
    }

    private static Future<ParsedPage> page(HttpClientResponse response) {
        String location = response.getHeader("Location");
        String cookies = response.cookies().stream()
                .map(c -> c.substring(0, c.indexOf(';') < 0 ? c.length() : c.indexOf(';')))
                .collect(Collectors.joining("; "));
        return response.body()
                .map(body -> new ParsedPage(
                        response.statusCode(), body.toString(), location == null ? "" : location, cookies));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
