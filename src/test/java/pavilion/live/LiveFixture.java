package pavilion.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.rules.Sha256;
import pavilion.text.Messages;
import pavilion.web.Templates;
import pavilion.web.WebContext;

/** A server with nothing but live channels, on a free port; two of them may share what {@link Shared} holds. */
final class LiveFixture {
    static final ChannelKey CHANNEL = new ChannelKey("hall", 1, 5);
    static final String PATH = "/live?channel=" + CHANNEL;
    static final String RESIDENT = "resident-token";
    static final String NEIGHBOUR = "neighbour-token";
    static final Duration NEVER = Duration.ofHours(1);

    /** What all servers read: the sign-ins and the state that is rendered. */
    static final class Shared {
        final Map<String, CurrentUser> signIns = new ConcurrentHashMap<>();
        final AtomicLong state = new AtomicLong(1);
        final AtomicInteger renderings = new AtomicInteger();

        Shared() {
            signIn(RESIDENT, 8, Role.RESIDENT);
            signIn(NEIGHBOUR, 9, Role.RESIDENT);
        }

        void signIn(String token, long person, Role... roles) {
            List<RoleGrant> grants = List.of(roles).stream()
                    .map(r -> new RoleGrant(r, 1, 1000, "/1000/"))
                    .toList();
            signIns.put(Sha256.of(token), new CurrentUser(1, person, "p" + person, 0, "/1000/", 2, grants));
        }

        void signOut(String token) {
            signIns.remove(Sha256.of(token));
        }
    }

    private final Vertx vertx;
    private final Shared shared;
    private final HttpServer server;
    final Channels channels;
    final UserCache users;
    final WebSocketClient client;

    LiveFixture(Vertx vertx, LiveLimits limits, Shared shared) {
        this.vertx = vertx;
        this.shared = shared;
        this.users = new UserCache(vertx, hash -> Future.succeededFuture(shared.signIns.get(hash)));
        Messages messages = new Messages();
        WebContext webContext = new WebContext(
                new Templates(messages), messages, null, users, new Tokens("secret"), false, false, Map.of());
        channels = new Channels(vertx, webContext, limits);
        channels.source("hall", new Hall());
        Router router = Router.router(vertx);
        router.get("/live").handler(channels::connect);
        server = vertx.createHttpServer(Channels.configure(new HttpServerOptions()))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(1000)
                .setMaxFrameSize(1 << 20)
                .setMaxMessageSize(1 << 22));
    }

    private final class Hall implements ChannelSource {
        @Override
        public boolean mayEnter(@Nullable CurrentUser user, ChannelKey channel, String screenKey) {
            return screenKey.equals("screen-key") || (user != null && user.belongs(channel.community(), "/1000/"));
        }

        @Override
        public RenderedParts render(ChannelKey channel) {
            shared.renderings.incrementAndGet();
            return parts(shared.state.get(), "");
        }
    }

    static RenderedParts parts(long version, String padding) {
        return new RenderedParts(
                version,
                "",
                Map.of(
                        "zh", Map.of("turnout", "<p id=\"turnout\">到会 " + version + padding + "</p>"),
                        "en", Map.of("turnout", "<p id=\"turnout\">Present " + version + padding + "</p>")));
    }

    /** As a server does after rendering, but with any version. */
    void publish(long version, String padding) {
        vertx.eventBus().publish(CHANNEL.address(), Snapshot.toJson(parts(version, padding)));
    }

    int port() {
        return server.actualPort();
    }

    TestSocket open(@Nullable String token) {
        return open(PATH, token);
    }

    TestSocket open(String path, @Nullable String token) {
        return TestSocket.open(client, options(path, token, null));
    }

    WebSocketConnectOptions options(String path, @Nullable String token, @Nullable String origin) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port())
                .setURI(path);
        if (token != null) {
            options.addHeader("Cookie", "pavilion=" + token);
        }
        if (origin != null) {
            options.addHeader("Origin", origin);
        }
        return options;
    }
}
