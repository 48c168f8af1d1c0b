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
import org.jspecify.annotations.Nullable;
import pavilion.Browser;
import pavilion.rules.Refused;

/** The front of a house with a few doors of its own, and nobody behind it: no rooms, no database. */
final class Porch implements AutoCloseable {
    static final String CLERK = "clerk-token-000000000000000000000000";
    static final String RESIDENT = "resident-token-0000000000000000000000";
    final Vertx vertx = Vertx.vertx();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final Live live;
    private final HttpServer server;

    Porch(boolean https, int addressPerMinute) {
        Messages messages = new Messages();
        Front front = new Front(
                new Templates(messages),
                messages,
                new OneCommunity(),
                new Viewers(vertx, Porch::recognise),
                new Secrets("a secret of this test"),
                https,
                false,
                new HashMap<>(Map.of("asset", "0", "demo", false)));
        live = new Live(vertx, front);
        Doors doors = new Doors(
                vertx,
                front,
                new Problems(),
                new Limits(1000, addressPerMinute),
                Path.of("target", "porch-uploads").toString());
        Security security = new Security(https);
        Assets assets = new Assets();
        Router root = Router.router(vertx);
        root.route().handler(security::mark);
        root.get("/static/:version/:file").handler(assets::serve);
        root.get("/live").handler(live::enter);
        root.route("/*").subRouter(doors.router(listing()));
        server = vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                .requestHandler(root)
                .listen(0, "127.0.0.1")
                .await();
    }

    private List<Door> listing() {
        return List.of(
                Door.get("/form", Access.ANYONE, visit -> visit.page("roster/slip", Map.of("code", "X"))),
                Door.get(
                        "/look",
                        Access.ANYONE,
                        visit -> visit.withLook(
                                Answer.to("/form"), visit.look().with(visit.query("lang"), visit.query("size"), null))),
                Door.get("/boom", Access.ANYONE, visit -> {
                    throw new IllegalStateException("row 7 of ballot: agree");
                }),
                Door.get(
                        "/mine",
                        Access.SIGNED_IN,
                        visit -> Answer.html(200, visit.me().name())),
                Door.get("/number/:id", Access.ANYONE, visit -> Answer.html(200, "" + visit.id("id"))),
                Door.get("/c/:c/desk", Access.of(Role.COMMITTEE), visit -> Answer.html(200, "desk")),
                Door.post("/say", Access.ANYONE, visit -> {
                    heard.add(visit.form().text("text"));
                    return Answer.html(200, visit.form().text("text"));
                }),
                Door.post("/refuse", Access.ANYONE, visit -> {
                    throw new Refused("web.form.too-long", 5, 7);
                }),
                Door.upload("/photos", Access.ANYONE, visit -> {
                    heard.add("photos " + visit.uploads().size());
                    return Answer.html(200, "" + visit.uploads().size());
                }),
                Door.hot(
                        "/hot",
                        Access.SIGNED_IN,
                        visit -> Future.succeededFuture(
                                Answer.html(200, visit.me().name()))));
    }

    private static Future<@Nullable Viewer> recognise(String hash) {
        if (hash.equals(Secrets.sha256(CLERK))) {
            return Future.succeededFuture(viewer(7, "clerk", Role.COMMITTEE));
        }
        return Future.succeededFuture(
                hash.equals(Secrets.sha256(RESIDENT)) ? viewer(8, "resident", Role.RESIDENT) : null);
    }

    private static Viewer viewer(long person, String name, Role role) {
        return new Viewer(1, person, name, 0, "/1000/", 2, List.of(new Grant(role, 1, 1000, "/1000/")));
    }

    Browser browser() {
        return new Browser("http://127.0.0.1:" + port());
    }

    int port() {
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
