package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.live.LiveFixture.CHANNEL;
import static pavilion.live.LiveFixture.NEIGHBOUR;
import static pavilion.live.LiveFixture.RESIDENT;

import com.hazelcast.config.Config;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.Timeout;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers on one event bus. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 60, timeUnit = TimeUnit.SECONDS)
class ClusteredChannelsTest {
    private static final String LOOPBACK = "127.0.0.1";
    private static Vertx first;
    private static Vertx second;

    private final LiveFixture.Shared shared = new LiveFixture.Shared();
    private LiveFixture one;
    private LiveFixture two;

    @BeforeAll
    static void join() throws IOException {
        String name = "channels-" + UUID.randomUUID();
        List<Integer> ports = List.of(freePort(), freePort());
        first = server(name, ports.getFirst(), ports);
        second = server(name, ports.getLast(), ports);
        assertTrue(first.isClustered());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private static Vertx server(String name, int port, List<Integer> all) {
        Config config = new Config();
        config.setClusterName(name);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.partition.count", "11");
        config.setProperty("hazelcast.socket.bind.any", "false");
        var network = config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        network.getJoin().getTcpIpConfig().setEnabled(true);
        all.forEach(p -> network.getJoin().getTcpIpConfig().addMember(LOOPBACK + ":" + p));
        EventBusOptions bus = new EventBusOptions().setHost(LOOPBACK).setPort(0);
        return Vertx.builder()
                .with(new VertxOptions().setEventBusOptions(bus))
                .withClusterManager(new HazelcastClusterManager(config))
                .buildClustered()
                .await();
    }

    @AfterAll
    static void close() {
        second.close().await();
        first.close().await();
    }

    @BeforeEach
    void start() {
        one = new LiveFixture(first, new LiveLimits(LiveFixture.NEVER, 20), shared);
        two = new LiveFixture(second, new LiveLimits(LiveFixture.NEVER, 20), shared);
    }

    /** A server learns a moment later than the other itself that this one listens now; until then messages are lost. */
    private static void untilHeard(LiveFixture sender, long version, TestSocket receiver) throws InterruptedException {
        JsonObject snapshot = null;
        for (int i = 0; i < 50 && (snapshot == null || snapshot.getLong("v") < version); i++) {
            sender.publish(version, "");
            snapshot = receiver.within(200);
        }
        assertNotNull(snapshot, "nothing comes over the bus");
    }

    @Test
    void firstSubscriberOfAServerIsNotForgottenWhileItsServerJoinsTheChannel() throws InterruptedException {
        assertEquals(1, two.open(RESIDENT).nextVersion());
        assertEquals(1, one.open(RESIDENT).nextVersion());
    }

    @Test
    void changeOnOneServerReachesTheSubscribersOfBoth() throws InterruptedException {
        TestSocket here = one.open(RESIDENT);
        TestSocket there = two.open(NEIGHBOUR);
        assertEquals(1, here.nextVersion());
        assertEquals(1, there.nextVersion());
        untilHeard(one, 2, there);
        assertEquals(2, here.nextVersion());
        shared.state.set(3);
        one.channels.touch(CHANNEL);
        assertEquals(3, here.nextVersion());
        assertEquals(3, there.nextVersion());
    }

    @Test
    void olderSnapshotOfTheOtherServerIsDropped() throws InterruptedException {
        TestSocket here = one.open(RESIDENT);
        TestSocket there = two.open(NEIGHBOUR);
        here.next();
        there.next();
        untilHeard(one, 2, there);
        assertEquals(2, here.nextVersion());
        untilHeard(two, 3, here);
        assertEquals(3, there.nextVersion());
        one.publish(9, "");
        assertEquals(9, here.nextVersion());
        assertEquals(9, there.nextVersion());
        two.publish(8, "overtaken");
        two.publish(10, "");
        assertEquals(10, here.nextVersion());
        assertEquals(10, there.nextVersion());
        one.publish(9, "overtaken");
        assertNull(there.within(300));
        assertNull(here.within(1));
        assertEquals(10, two.open(NEIGHBOUR).nextVersion(), "a new subscriber gets the newest");
    }

    @Test
    void lostMessageIsMadeUpForByTheNextHeartbeat() throws InterruptedException {
        LiveFixture beating = new LiveFixture(second, new LiveLimits(Duration.ofMillis(500), 20), shared);
        TestSocket there = beating.open(NEIGHBOUR);
        assertEquals(1, there.nextVersion());
        shared.state.set(2);
        assertEquals(2, there.nextVersion());
        shared.state.set(3);
        assertEquals(3, there.nextVersion());
    }

    @Test
    void signOutOnOneServerClosesThatPersonsSocketsOnTheOther(VertxTestContext context) throws InterruptedException {
        TestSocket there = two.open(RESIDENT);
        TestSocket neighbour = two.open(NEIGHBOUR);
        there.next();
        neighbour.next();
        shared.signOut(RESIDENT);
        long telling = first.setPeriodic(200, t -> one.users.changed(8));
        there.closed()
                .onComplete(context.succeeding(code -> context.verify(() -> {
                    first.cancelTimer(telling);
                    assertEquals(Subscriber.NO_LONGER_ADMITTED, code);
                    assertFalse(neighbour.closed().isComplete());
                    context.completeNow();
                })));
    }
}
