package pavilion.matter;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.db.TestDatabase;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.rules.Sha256;
import pavilion.text.Messages;
import pavilion.web.Communities;
import pavilion.web.ConnectionLimits;
import pavilion.web.ErrorPages;
import pavilion.web.RateLimits;
import pavilion.web.Route;
import pavilion.web.Routes;
import pavilion.web.Templates;
import pavilion.web.WebContext;

/** Walks through the doors of some rooms as a browser would, signed in as whom the test says. */
public final class BrowserlessClient implements AutoCloseable {
    public record Page(int status, String body, String location) {}

    private final Map<String, CurrentUser> tokens = new HashMap<>();
    private final WebContext webContext;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public BrowserlessClient(List<Route> routes) {
        Messages messages = new Messages();
        var here = new Communities.Community(1, "heping", "和平路社区", SmallCommunity.ROOT, SmallCommunity.ROOT_PATH);
        Communities communities = new Communities() {
            @Override
            public @Nullable Community byCode(String code) {
                return code.equals("heping") ? here : null;
            }

            @Override
            public @Nullable Community byId(int id) {
                return id == 1 ? here : null;
            }
        };
        var vertx = TestDatabase.vertx();
        UserCache viewers = new UserCache(vertx, hash -> Future.succeededFuture(tokens.get(hash)));
        webContext = new WebContext(
                new Templates(messages),
                messages,
                communities,
                viewers,
                new Tokens("s"),
                false,
                false,
                Map.of("asset", "0"));
        var router = new Routes(
                        vertx,
                        webContext,
                        new ErrorPages(),
                        new RateLimits(100000, 100000),
                        ConnectionLimits.standard(),
                        "target/uploads")
                .router(routes);
        server = vertx.createHttpServer(new io.vertx.core.http.HttpServerOptions().setMaxFormAttributeSize(2 << 20))
                .requestHandler(router)
                .listen(0)
                .await();
    }

    /** @return the token to walk with */
    public String in(CurrentUser viewer) {
        String token = "token-of-person-" + viewer.person();
        tokens.put(Sha256.of(token), viewer);
        return token;
    }

    public Page get(String token, String path) {
        return send(request(token, path).GET());
    }

    public byte[] bytes(String token, String path) {
        return bytes(token, path, "zh");
    }

    public byte[] bytes(String token, String path, String language) {
        try {
            return client.send(
                            request(token, path)
                                    .setHeader("Accept-Language", language)
                                    .GET()
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Page post(String token, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", webContext.csrf(token));
        String body = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(token, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path))
                .header("Cookie", "pavilion=" + token)
                .header("Accept-Language", "zh");
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Page(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close().await();
    }
}
