package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static pavilion.live.LiveFixture.NEIGHBOUR;
import static pavilion.live.LiveFixture.PATH;
import static pavilion.live.LiveFixture.RESIDENT;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class AdmissionsTest {
    private static final String OTHER_PHONE = "the-resident's-other-phone";
    private static final int LIMIT = 3;

    private final LiveFixture.Shared shared = new LiveFixture.Shared();
    private LiveFixture live;

    @BeforeEach
    void start(Vertx vertx) {
        shared.signIn(OTHER_PHONE, 8, pavilion.identity.Role.RESIDENT);
        live = new LiveFixture(vertx, new LiveLimits(LiveFixture.NEVER, LIMIT), shared);
    }

    private static void closesWith(short code, TestSocket closing, List<TestSocket> others, VertxTestContext context) {
        closing.closed()
                .onComplete(context.succeeding(closed -> context.verify(() -> {
                    assertEquals(code, closed);
                    others.forEach(other -> assertFalse(other.closed().isComplete()));
                    context.completeNow();
                })));
    }

    @Test
    void signOutClosesTheSocketsOfThatSignInAndNoOther(VertxTestContext context) {
        TestSocket phone = live.open(RESIDENT);
        List<TestSocket> others =
                Stream.of(OTHER_PHONE, NEIGHBOUR).map(live::open).toList();
        shared.signOut(RESIDENT);
        live.users.changed(8);
        closesWith(Subscriber.NO_LONGER_ADMITTED, phone, others, context);
    }

    @Test
    void lostRoleClosesTheSocket(VertxTestContext context) {
        TestSocket phone = live.open(RESIDENT);
        TestSocket neighbour = live.open(NEIGHBOUR);
        shared.signIn(RESIDENT, 8);
        live.users.changed(8);
        closesWith(Subscriber.NO_LONGER_ADMITTED, phone, List.of(neighbour), context);
    }

    @Test
    void importOfTheRollClosesTheSocketsOfThoseWhoMovedAway(VertxTestContext context) {
        TestSocket moved = live.open(RESIDENT);
        TestSocket stayed = live.open(NEIGHBOUR);
        shared.signIn(RESIDENT, 8);
        live.users.changedIn(1);
        closesWith(Subscriber.NO_LONGER_ADMITTED, moved, List.of(stayed), context);
    }

    @Test
    void screenWithItsKeyStaysWhenItsPersonSignsOut(VertxTestContext context) {
        TestSocket screen = live.open(PATH + "&key=screen-key", RESIDENT);
        TestSocket phone = live.open(RESIDENT);
        shared.signOut(RESIDENT);
        live.users.changed(8);
        closesWith(Subscriber.NO_LONGER_ADMITTED, phone, List.of(screen), context);
    }

    @Test
    void oneSocketTooManyClosesTheOldestOfThatPerson(VertxTestContext context) {
        TestSocket neighbour = live.open(NEIGHBOUR);
        TestSocket oldest = live.open(RESIDENT);
        List<TestSocket> others = new ArrayList<>(List.of(neighbour));
        others.add(live.open(OTHER_PHONE));
        for (int i = 2; i <= LIMIT; i++) {
            others.add(live.open(RESIDENT));
        }
        closesWith(Subscriber.TOO_MANY, oldest, others, context);
    }

    @Test
    void closedSocketsDoNotCount(VertxTestContext context) throws InterruptedException {
        for (int i = 0; i < LIMIT * 3; i++) {
            TestSocket socket = live.open(RESIDENT);
            socket.next();
            socket.socket.close().await();
            while (live.channels.sockets() > 0) {
                Thread.sleep(5);
            }
        }
        List<TestSocket> open = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            open.add(live.open(RESIDENT));
        }
        live.channels.touch(LiveFixture.CHANNEL);
        open.getLast().next();
        open.forEach(socket -> assertFalse(socket.closed().isComplete()));
        context.completeNow();
    }

    @Test
    void screensWithoutASignInAreLimitedPerChannelAndAddress(VertxTestContext context) {
        String path = PATH + "&key=screen-key";
        TestSocket resident = live.open(RESIDENT);
        TestSocket oldest = live.open(path, null);
        TestSocket otherChannel = live.open("/live?channel=hall/1/6&key=screen-key", null);
        List<TestSocket> others = new ArrayList<>(List.of(resident, otherChannel));
        for (int i = 1; i <= LIMIT; i++) {
            others.add(live.open(path, null));
        }
        closesWith(Subscriber.TOO_MANY, oldest, others, context);
    }
}
