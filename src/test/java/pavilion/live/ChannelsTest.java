package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.identity.CurrentUser;
import pavilion.web.WebFixture;

class ChannelsTest {
    private static final String ROOM = "/live?room=hall/1/5";
    static WebFixture porch;
    static WebSocketClient client;
    static final AtomicLong STATE = new AtomicLong(1);
    static final AtomicInteger RENDERED = new AtomicInteger();

    @BeforeAll
    static void open() {
        porch = new WebFixture(false, 100);
        client = porch.vertx.createWebSocketClient();
        porch.live.source("hall", new ChannelSource() {
            @Override
            public boolean mayEnter(@Nullable CurrentUser viewer, int community, long id, String key) {
                return key.equals("screen-key") || (viewer != null && viewer.belongs(community, "/1000/"));
            }

            @Override
            public RenderedParts render(int community, long id) {
                RENDERED.incrementAndGet();
                long version = STATE.get();
                return new RenderedParts(
                        version,
                        "",
                        Map.of(
                                "zh", Map.of("turnout", "<p id=\"turnout\">到会 " + version + "</p>"),
                                "en", Map.of("turnout", "<p id=\"turnout\">Present " + version + "</p>")));
            }
        });
    }

    @AfterAll
    static void close() {
        porch.close();
    }

    @Test
    void aStrangerDoesNotEnter() {
        rejected(403, ROOM, null, null);
        rejected(403, ROOM, "no-such-token", null);
        rejected(403, ROOM + "&key=wrong", null, null);
    }

    @Test
    void aPageOfAnotherHouseDoesNotEnterForItsReader() {
        rejected(403, ROOM, WebFixture.RESIDENT, "http://evil.example");
        rejected(403, ROOM, WebFixture.RESIDENT, "null");
        rejected(403, ROOM, WebFixture.RESIDENT, "http://127.0.0.1:" + porch.port() + ".evil.example");
    }

    @Test
    void aRoomThatIsNoneIsRefused() {
        for (String room :
                new String[] {"", "x", "hall/1", "hall/1/5/6", "hall/-1/5", "hall/1/99999999999999999999", "..%2f"}) {
            rejected(403, "/live?room=" + room, WebFixture.RESIDENT, null);
        }
        rejected(403, "/live?room=cellar/1/5", WebFixture.RESIDENT, null);
        assertEquals(403, porch.browser().get("/live").statusCode());
    }

    @Test
    void whoSitsDownHearsTheStateAndThenEachNewerOneOnce() throws InterruptedException {
        BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
        WebSocket socket = sit(ROOM + "&lang=en", WebFixture.RESIDENT, heard);
        JsonObject first = heard.poll(3, TimeUnit.SECONDS);
        long version = first.getLong("v");
        assertTrue(first.getJsonObject("html").getString("turnout").contains("Present " + version));
        long next = STATE.incrementAndGet();
        porch.live.touch(Channels.room("hall", 1, 5));
        assertEquals(next, heard.poll(3, TimeUnit.SECONDS).getLong("v"));
        porch.live.touch(Channels.room("hall", 1, 5));
        assertEquals(null, heard.poll(500, TimeUnit.MILLISECONDS), "the same state is not sent again");
        socket.close().await();
    }

    @Test
    void whoHoldsTheNewestStateAlreadyIsLeftInPeace() throws InterruptedException {
        BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
        WebSocket socket = sit(ROOM + "&v=" + STATE.get(), WebFixture.RESIDENT, heard);
        assertEquals(null, heard.poll(400, TimeUnit.MILLISECONDS));
        socket.close().await();
    }

    @Test
    void theScreenEntersByItsKey() {
        sit(ROOM + "&key=screen-key", null, new LinkedBlockingQueue<>()).close().await();
    }

    @Test
    void aHundredTouchesAreAFewRenderingsAndTheLastIsHeard() throws InterruptedException {
        BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
        WebSocket socket = sit(ROOM, WebFixture.RESIDENT, heard);
        heard.poll(3, TimeUnit.SECONDS);
        int before = RENDERED.get();
        for (int i = 0; i < 100; i++) {
            STATE.incrementAndGet();
            porch.live.touch(Channels.room("hall", 1, 5));
        }
        long last = STATE.get();
        JsonObject frame = heard.poll(3, TimeUnit.SECONDS);
        while (frame != null && frame.getLong("v") < last) {
            frame = heard.poll(3, TimeUnit.SECONDS);
        }
        assertEquals(last, frame == null ? -1 : frame.getLong("v"));
        assertTrue(RENDERED.get() - before <= 4, "rendered " + (RENDERED.get() - before));
        socket.close().await();
    }

    private static WebSocket sit(String path, @Nullable String token, BlockingQueue<JsonObject> heard) {
        return client.connect(options(path, token, null))
                .onSuccess(s -> s.textMessageHandler(text -> heard.add(new JsonObject(text))))
                .await();
    }

    private static void rejected(int status, String path, @Nullable String token, @Nullable String origin) {
        var refused = assertThrows(
                UpgradeRejectedException.class,
                () -> client.connect(options(path, token, origin)).await());
        assertEquals(status, refused.getStatus(), path);
    }

    private static WebSocketConnectOptions options(String path, @Nullable String token, @Nullable String origin) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(porch.port())
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
