package pavilion.live;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.text.Messages;
import pavilion.web.HttpError;
import pavilion.web.WebContext;

/**
 * Rooms over the event bus. Whoever changed something touches its room after the commit; the room is then rendered once
 * from the database (at most five times a second), published once to every node, and what changed is written once to each
 * socket. A slow socket gets the newest state when it can take one, never a queue.
 */
public final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final long BREATH_NANOS = 200_000_000;
    private static final long PING_MILLIS = 25_000;

    private final Vertx vertx;
    private final WebContext webContext;
    private final Map<String, ChannelSource> sources = new HashMap<>();
    private final Map<String, Channel> rooms = new ConcurrentHashMap<>();
    private final Map<String, MessageConsumer<JsonObject>> consumers = new ConcurrentHashMap<>();
    private final RequestPacer spread = new RequestPacer();
    private final Map<String, AtomicInteger> renderings = new ConcurrentHashMap<>();

    public Channels(Vertx vertx, WebContext webContext) {
        this.vertx = vertx;
        this.webContext = webContext;
        vertx.setPeriodic(PING_MILLIS, t -> rooms.values().forEach(Channel::ping));
    }

    public void source(String kind, ChannelSource source) {
        sources.put(kind, source);
    }

    public static String room(String kind, int community, long id) {
        return kind + "/" + community + "/" + id;
    }

    public int sockets() {
        return rooms.values().stream().mapToInt(Channel::sockets).sum();
    }

    /** Something in this room changed and is committed. Returns at once. */
    public void touch(String room) {
        // On one node an empty room has nobody to tell; whoever comes later reads the newest state first.
        if (!vertx.isClustered() && !rooms.containsKey(room)) {
            return;
        }
        AtomicInteger touches = renderings.computeIfAbsent(room, r -> new AtomicInteger());
        if (touches.getAndIncrement() == 0) {
            Thread.ofVirtual().start(() -> publishUntilQuiet(room, touches));
        }
    }

    /** As if something had changed in every room of a kind that somebody sits in. */
    public void touchAll(String kind) {
        rooms.keySet().stream().filter(room -> room.startsWith(kind + "/")).forEach(this::touch);
    }

    private void publishUntilQuiet(String room, AtomicInteger touches) {
        int seen;
        do {
            seen = touches.get();
            long until = System.nanoTime() + BREATH_NANOS;
            try {
                tell(room);
                Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("room not rendered", e);
            }
        } while (!touches.compareAndSet(seen, 0));
    }

    private void tell(String room) {
        vertx.eventBus().publish("live." + room, Snapshot.toJson(render(room)));
    }

    private RenderedParts render(String room) {
        String[] parts = room.split("/");
        return source(parts[0]).render(Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    private ChannelSource source(String kind) {
        ChannelSource source = sources.get(kind);
        if (source == null) {
            throw HttpError.notFound();
        }
        return source;
    }

    /** GET /live?room=kind/community/id&v=version&lang=zh, upgraded to a socket. */
    public void enter(RoutingContext context) {
        var request = context.request();
        String room = String.valueOf(request.getParam("room"));
        String origin = request.getHeader("Origin");
        boolean ours = origin == null || origin.endsWith("//" + request.getHeader("Host"));
        if (!ours || !room.matches("[a-z]+/[0-9]{1,9}/[0-9]{1,18}")) {
            context.response().setStatusCode(403).end();
            return;
        }
        request.pause();
        String key = request.getParam("key", "");
        webContext
                .viewers()
                .of(webContext.token(request))
                .compose(viewer -> Database.aside(() -> mayEnter(viewer, room, key)))
                .compose(may -> {
                    if (!may) {
                        request.resume();
                        context.response().setStatusCode(403).end();
                        return io.vertx.core.Future.<ServerWebSocket>succeededFuture();
                    }
                    return request.toWebSocket();
                })
                .onSuccess(socket -> {
                    if (socket != null) {
                        sit(socket, room, request.getParam("lang", "zh"), held(request.getParam("v")));
                    }
                })
                .onFailure(e -> {
                    LOG.warn("no seat", e);
                    if (!context.response().ended()) {
                        context.response().setStatusCode(400).end();
                    }
                });
    }

    private boolean mayEnter(@Nullable CurrentUser viewer, String room, String key) {
        String[] parts = room.split("/");
        ChannelSource source = sources.get(parts[0]);
        return source != null && source.mayEnter(viewer, Integer.parseInt(parts[1]), Long.parseLong(parts[2]), key);
    }

    private static long held(@Nullable String version) {
        return version != null && version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }

    // On the socket's event loop.
    private void sit(ServerWebSocket socket, String name, String lang, long held) {
        Channel room = rooms.compute(name, (n, known) -> {
            Channel r = known == null ? open(n) : known;
            r.reserve();
            return r;
        });
        LoopSubscribers deck = room.deck();
        Subscriber seat = new Subscriber(socket, Messages.LANGUAGES.contains(lang) ? lang : "zh", held, room);
        deck.sit(seat);
        socket.closeHandler(v -> {
            deck.leave(seat);
            leave(name);
        });
        socket.exceptionHandler(e -> socket.close());
        socket.textMessageHandler(ignored -> {});
        catchUp(name, room, seat);
    }

    private Channel open(String name) {
        Channel room = new Channel(vertx);
        MessageConsumer<JsonObject> consumer = vertx.eventBus()
                .consumer(
                        "live." + name,
                        said -> room.hear(known -> Snapshot.of(
                                said.body(), known, () -> spread.among(room.sockets(), System.nanoTime()))));
        consumers.put(name, consumer);
        return room;
    }

    // What was published before this socket sat down it must fetch now; many who come at once are one rendering.
    private void catchUp(String name, Channel room, Subscriber seat) {
        if (room.newest() != null) {
            seat.offer(room.newest());
        } else {
            touch(name);
        }
    }

    private void leave(String name) {
        rooms.computeIfPresent(name, (n, room) -> {
            if (!room.release()) {
                return room;
            }
            MessageConsumer<JsonObject> consumer = consumers.remove(n);
            if (consumer != null) {
                consumer.unregister();
            }
            return null;
        });
    }
}
