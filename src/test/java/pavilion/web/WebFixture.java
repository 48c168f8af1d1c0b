package pavilion.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.live.Channels;
import pavilion.live.LiveLimits;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.support.TestBrowser;
import pavilion.text.Messages;

/** The HTTP layer with a few routes of its own: no features, no database. */
public final class WebFixture implements AutoCloseable {
    static final String CLERK = "clerk-token-000000000000000000000000";
    public static final String RESIDENT = "resident-token-0000000000000000000000";
    static final Path UPLOADS = Path.of("target", "web-fixture-uploads");
    public final Vertx vertx = Vertx.vertx();
    final List<String> heard = new CopyOnWriteArrayList<>();
    public final Channels live;
    final AtomicInteger open = new AtomicInteger();
    private final HttpServer server;

    public WebFixture(boolean https, int addressPerMinute) {
        this(https, addressPerMinute, ConnectionLimits.standard());
    }

    WebFixture(boolean https, int addressPerMinute, ConnectionLimits times) {
        Messages messages = new Messages();
        WebContext webContext = new WebContext(
                new Templates(messages),
                messages,
                new OneCommunity(),
                new UserCache(vertx, WebFixture::recognise),
                new Tokens("a secret of this test"),
                https,
                false,
                new HashMap<>(Map.of("asset", "0", "demo", false)));
        live = new Channels(vertx, webContext, LiveLimits.standard());
        Routes routes = new Routes(
                vertx, webContext, new ErrorPages(), new RateLimits(1000, addressPerMinute), times, UPLOADS.toString());
        SecurityHeaders security = new SecurityHeaders(https);
        Assets assets = new Assets();
        Router root = Router.router(vertx);
        OpenConnections connections = OpenConnections.on(vertx, times, open);
        root.route().handler(connections::begin);
        root.route().handler(security::mark);
        root.get("/static/:version/:file").handler(assets::serve);
        root.get("/live").handler(live::connect);
        root.route("/*").subRouter(routes.router(listing()));
        server = vertx.createHttpServer(Channels.configure(
                        new HttpServerOptions().setCompressionSupported(true).setHttp2ClearTextEnabled(false)))
                .connectionHandler(connections::accept)
                .requestHandler(root)
                .listen(0, "127.0.0.1")
                .await();
    }

    private List<Route> listing() {
        return List.of(
                Route.get("/form", Access.ANYONE, request -> request.page("account/invitation", Map.of("code", "X"))),
                Route.get(
                        "/look",
                        Access.ANYONE,
                        request -> request.withLook(
                                Response.to("/form"),
                                request.preferences().with(request.query("lang"), request.query("size"), null))),
                Route.get("/boom", Access.ANYONE, request -> {
                    throw new IllegalStateException("row 7 of ballot: agree");
                }),
                Route.get(
                        "/mine",
                        Access.SIGNED_IN,
                        request -> Response.html(200, request.user().name())),
                Route.get("/number/:id", Access.ANYONE, request -> Response.html(200, "" + request.id("id"))),
                Route.get("/c/:c/desk", Access.of(Role.COMMITTEE), request -> Response.html(200, "desk")),
                Route.get(
                        "/echo/:what",
                        Access.ANYONE,
                        request -> Response.html(200, request.path("what") + request.query("q"))),
                Route.post(
                        "/say",
                        Access.ANYONE,
                        request -> {
                            heard.add(request.form().text("text"));
                            return Response.html(200, request.form().text("text"));
                        },
                        FormField.text("text", 100)),
                Route.post("/refuse", Access.ANYONE, WebFixture::refuse),
                Route.get(
                        "/pages/:page",
                        Access.ANYONE,
                        request -> request.page("refused/" + request.path("page"), null)),
                Route.upload(
                        "/lines/:line",
                        Access.ANYONE,
                        WebFixture::refuse,
                        FormField.text("words", 100),
                        FormField.choice("side"),
                        FormField.choice("line"),
                        FormField.checkbox("seen"),
                        FormField.number("n"),
                        FormField.password("password", 100),
                        FormField.file("photo"),
                        FormField.key("key")),
                Route.upload("/photos", Access.ANYONE, this::photos),
                Route.upload("/c/:c/roll", Access.of(Role.COMMITTEE), this::photos),
                Route.hot(
                        "/hot",
                        Access.SIGNED_IN,
                        request -> Future.succeededFuture(
                                Response.html(200, request.user().name()))));
    }

    private static Response refuse(Request request) {
        throw new Refused("web.form.too-long", 5, 7);
    }

    private Response photos(Request request) {
        heard.add("photos " + request.uploads().size());
        return Response.html(200, "" + request.uploads().size());
    }

    private static Future<@Nullable CurrentUser> recognise(String hash) {
        if (hash.equals(Sha256.of(CLERK))) {
            return Future.succeededFuture(user(7, "clerk", Role.COMMITTEE));
        }
        return Future.succeededFuture(hash.equals(Sha256.of(RESIDENT)) ? user(8, "resident", Role.RESIDENT) : null);
    }

    private static CurrentUser user(long person, String name, Role role) {
        return new CurrentUser(1, person, name, 0, "/1000/", 2, List.of(new RoleGrant(role, 1, 1000, "/1000/")));
    }

    public TestBrowser browser() {
        return new TestBrowser("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().await();
    }

    private static final class OneCommunity implements Communities {
        private static final Community HERE = new Community(1, "here", "Here", 1000, "/1000/");

        @Override
        public @Nullable Community byCode(String code) {
            return code.equals("here") ? HERE : null;
        }

        @Override
        public @Nullable Community byId(int id) {
            return id == 1 ? HERE : null;
        }
    }
}
