package pavilion.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pavilion.db.DatabaseUnavailable;
import pavilion.identity.UserCache;
import pavilion.text.Messages;
import pavilion.web.OpenConnection;
import pavilion.web.WebContext;

/**
 * Channels over the event bus. Whoever changed something touches its channel after the commit; the channel is then
 * rendered once from the database (at most five times a second), published once to every server, and what changed is
 * written once to each socket.
 */
public final class Channels implements UserCache.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final long RENDER_INTERVAL_NANOS = 200_000_000;
    private static final int FORBIDDEN = 403;
    /** How long a close frame waits for its answer; somebody who is gone gives none. */
    private static final int CLOSING_SECONDS = 1;

    private final Vertx vertx;
    private final Admissions admissions;
    private final OpenSockets open;
    private final String beat;
    private final Map<ChannelKey, Channel> channels = new ConcurrentHashMap<>();
    private final RequestPacer pacer = new RequestPacer();

    /** How often each channel was touched since its rendering began; a channel at rest is not in it. */
    private final Map<ChannelKey, Integer> touches = new ConcurrentHashMap<>();

    public Channels(Vertx vertx, WebContext webContext, LiveLimits limits) {
        this.vertx = vertx;
        this.admissions = new Admissions(webContext);
        this.open = new OpenSockets(limits.socketsPerOwner());
        long heartbeat = limits.heartbeat().toMillis();
        this.beat = new JsonObject().put("beat", heartbeat / 1000.0).encode();
        webContext.users().onChange(this);
        vertx.setPeriodic(heartbeat, t -> beat());
    }

    /** What the server that {@link #connect} belongs to must be told about WebSockets. */
    public static HttpServerOptions configure(HttpServerOptions options) {
        return options.setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(4096)
                .setWebSocketClosingTimeout(CLOSING_SECONDS);
    }

    /** Registers the source that renders the channels of this kind. */
    public void source(String kind, ChannelSource source) {
        admissions.source(kind, source);
    }

    /** How many sockets are open on this server. */
    public int sockets() {
        return channels.values().stream().mapToInt(Channel::sockets).sum();
    }

    /** Something that this channel shows has changed, and is committed. Returns at once. */
    public void touch(ChannelKey key) {
        // On a single server a channel without subscribers has nobody to tell, and is rendered anew for whoever comes
        // later.
        if (!vertx.isClustered() && !channels.containsKey(key)) {
            return;
        }
        if (touches.merge(key, 1, Integer::sum) == 1) {
            Thread.ofVirtual().start(() -> publishUntilQuiet(key));
        }
    }

    /** Touches every channel of a kind that has subscribers on this server. */
    public void touchAll(String kind) {
        channels.keySet().stream().filter(key -> key.kind().equals(kind)).forEach(this::touch);
    }

    private void publishUntilQuiet(ChannelKey key) {
        Integer seen;
        do {
            seen = touches.get(key);
            long until = System.nanoTime() + RENDER_INTERVAL_NANOS;
            try {
                publish(key);
                Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                touches.remove(key);
                return;
            } catch (RuntimeException e) {
                LOG.error("channel not rendered", e);
            }
        } while (!touches.remove(key, seen));
    }

    private void publish(ChannelKey key) {
        ChannelSource source = admissions.source(key);
        if (source != null) {
            vertx.eventBus().publish(key.address(), Snapshot.toJson(source.render(key)));
        }
    }

    /**
     * GET {@code /live?channel=kind/community/id&v=version&lang=zh&key=screen key}, upgraded to a WebSocket. Answers 403 where
     * the channel does not exist, the sender may not enter it, or the page is another site's.
     */
    public void connect(RoutingContext context) {
        var request = context.request();
        ChannelKey key = ChannelKey.parse(request.getParam("channel")).orElse(null);
        String origin = request.getHeader("Origin");
        boolean sameSite = origin == null || origin.endsWith("//" + request.getHeader("Host"));
        if (!sameSite || key == null) {
            context.response().setStatusCode(FORBIDDEN).end();
            return;
        }
        request.pause();
        admissions
                .admit(request, key)
                .compose(admission -> answer(context, admission))
                .onFailure(e -> {
                    LOG.warn("no WebSocket", e);
                    if (!context.response().ended()) {
                        int status = DatabaseUnavailable.causes(e) ? 503 : 400;
                        context.response().setStatusCode(status).end();
                    }
                });
    }

    private Future<Void> answer(RoutingContext context, Optional<Admission> admission) {
        var request = context.request();
        if (admission.isEmpty()) {
            request.resume();
            return context.response().setStatusCode(FORBIDDEN).end();
        }
        return request.toWebSocket()
                .onSuccess(socket -> {
                    Runnable closed = OpenConnection.upgraded(context);
                    subscribe(
                            socket,
                            admission.get(),
                            request.getParam("lang", "zh"),
                            version(request.getParam("v")),
                            closed);
                })
                .mapEmpty();
    }

    private static long version(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    // On the socket's event loop.
    private void subscribe(ServerWebSocket socket, Admission admission, String lang, long held, Runnable closed) {
        ChannelKey key = admission.channel();
        Channel channel = channels.compute(key, (k, known) -> {
            Channel c = known == null ? new Channel(vertx, k, pacer) : known;
            c.reserve();
            return c;
        });
        LoopSubscribers loop = channel.onThisLoop();
        Subscriber subscriber =
                new Subscriber(socket, admission, Messages.LANGUAGES.contains(lang) ? lang : "zh", held, loop);
        loop.add(subscriber);
        socket.closeHandler(v -> {
            loop.remove(subscriber);
            open.remove(subscriber);
            leave(key);
            closed.run();
        });
        socket.exceptionHandler(e -> socket.close());
        // What a client writes is read and ignored.
        socket.handler(ignored -> {});
        Subscriber surplus = open.add(subscriber);
        if (surplus != null) {
            surplus.run(() -> surplus.close(Subscriber.TOO_MANY));
        }
        subscriber.greet(beat);
        channel.listening().onComplete(done -> subscriber.run(() -> catchUp(key, channel, subscriber)));
    }

    // What was published before this socket came it gets now; many who come at once are one rendering.
    private void catchUp(ChannelKey key, Channel channel, Subscriber subscriber) {
        if (channel.newest() != null) {
            subscriber.offer(channel.newest());
        } else {
            touch(key);
        }
    }

    private void leave(ChannelKey key) {
        channels.computeIfPresent(key, (k, channel) -> {
            if (!channel.release()) {
                return channel;
            }
            channel.close();
            return null;
        });
    }

    private void beat() {
        channels.values().forEach(channel -> channel.forEach(this::beat));
        // Between servers the event bus delivers at most once, and not yet to a server that has just joined a channel.
        // What was lost is made up for here.
        if (vertx.isClustered()) {
            channels.keySet().forEach(this::touch);
        }
    }

    private void beat(Subscriber subscriber) {
        if (subscriber.beat(beat)) {
            check(subscriber);
        }
    }

    @Override
    public void personChanged(long person) {
        checkAll(owner -> owner.person() == person);
    }

    @Override
    public void communityChanged(int community) {
        checkAll(owner -> owner.community() == community);
    }

    private void checkAll(Predicate<SocketOwner> owners) {
        open.of(owners).forEach(subscriber -> subscriber.run(() -> check(subscriber)));
    }

    // Signed out, without the role or moved away: the socket closes. Where the database does not answer, it stays
    // open until the next check.
    private void check(Subscriber subscriber) {
        Future<Boolean> check = admissions.stillHolds(subscriber.admission());
        check.onSuccess(holds -> {
                    if (!holds) {
                        subscriber.close(Subscriber.NO_LONGER_ADMITTED);
                    }
                })
                .onFailure(e -> LOG.warn("admission not checked", e));
    }
}
