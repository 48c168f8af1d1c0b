package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.poll.Poll;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Ending;
import pavilion.session.SessionCase;

/** While a poll is open its matter stays where it is, and what is not under way is not put to the vote. */
final class HeldMatterTest extends SessionCase {
    private static final Actor CLERK = new Actor(SmallCommunity.CLERK, "committee");

    @BeforeEach
    void begin() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
    }

    private Poll put() {
        return polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
    }

    private Matter now(long id) {
        return village.matters().find(db.plain(), 1, id).orElseThrow();
    }

    private void suspend() {
        db.run(tx -> village.matterModule.moves().suspend(tx, village.matters().locked(tx, 1, matter), CLERK, "再等等"));
    }

    @Test
    void neitherSuspendedNorEndedWhileAPollIsOpen() {
        Poll open = put();
        refused("poll.refused.matter-held", this::suspend);
        refused(
                "poll.refused.matter-held",
                () -> db.run(tx -> village.matterModule
                        .moves()
                        .end(tx, village.matters().locked(tx, 1, matter), Ending.WITHDRAWN, CLERK, "不办了")));
        assertTrue(now(matter).open());
        polls.closing().cancel(1, open.id(), "moderator", "要暂停");
        suspend();
        assertTrue(now(matter).suspended());
    }

    @Test
    void aSuspendedMatterIsNotPutToTheVote() {
        Poll open = put();
        polls.closing().cancel(1, open.id(), "moderator", "要暂停");
        suspend();
        refused("matter.suspended", this::put);
    }

    @Test
    void theDatabaseItselfRefusesBoth() {
        Poll open = put();
        assertThrows(
                PgException.class,
                () -> db.plain().run("update matter set state = 'suspended' where community = 1 and id = $1", matter));
        polls.closing().cancel(1, open.id(), "moderator", "要暂停");
        suspend();
        long draft = db.transact(
                tx -> polls.draft(tx, Poll.draft(1, matter, session, open.question(), open.heldUnder(), null)));
        assertThrows(
                PgException.class,
                () -> db.plain().run("update poll set state = 'open' where community = 1 and id = $1", draft));
    }

    @Test
    void ofAPollAndASuspensionAtTheSameMomentOneIsRefused() throws Exception {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            Future<Boolean> opened = both.submit(() -> done(start, this::put));
            Future<Boolean> suspended = both.submit(() -> done(start, this::suspend));
            start.countDown();
            assertFalse(opened.get() && suspended.get(), "only one of them");
            boolean open = polls.ofSession(db.plain(), 1, session).stream().anyMatch(Poll::open);
            assertEquals(opened.get(), open);
            assertFalse(open && now(matter).suspended());
        }
    }

    private static boolean done(CountDownLatch start, Runnable act) throws InterruptedException {
        start.await();
        try {
            act.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
