package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.junit5.Checkpoint;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pavilion.poll.CastResult.Result;
import pavilion.rules.Secrecy;

/** Ballots on event loops: which go out together, who is answered where, and what a failure means. */
@ExtendWith(VertxExtension.class)
final class BallotIntakeTest extends PollCase {
    private static final Duration WAIT = Duration.ofMillis(250);
    private final HeldBox box = new HeldBox();
    private final List<Long> told = new CopyOnWriteArrayList<>();
    private BallotIntake intake;

    @BeforeEach
    void intake() {
        intake = new BallotIntake(db, village.clock, (community, poll) -> told.add(poll), WAIT);
    }

    private Future<CastResult> cast(long voter) {
        return cast(voter, "k");
    }

    private Future<CastResult> cast(long voter, String key) {
        return intake.cast(1, 7, box, new SubmittedBallot(voter, voter, "yes", key, "R", BallotChannel.PHONE));
    }

    private static List<Long> voters(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void ballotsThatArriveWhileABatchIsOutGoTogetherInTheNext(Vertx vertx, VertxTestContext test) {
        vertx.runOnContext(v -> test.verify(() -> {
            List<Future<CastResult>> cast =
                    LongStream.rangeClosed(1, 4).mapToObj(this::cast).toList();
            assertEquals(
                    List.of(List.of(1L)),
                    box.batches.stream().map(HeldBox.Batch::voters).toList());
            box.batches.getFirst().done();
            assertEquals(voters(2, 4), box.batches.getLast().voters());
            assertEquals(2, box.batches.size());
            assertFalse(cast.getLast().isComplete(), "answered before its commit");
            box.batches.getLast().done();
            Future.all(cast)
                    .onComplete(test.succeeding(all -> test.verify(() -> {
                        assertEquals(
                                List.of("R1", "R2", "R3", "R4"),
                                all.<CastResult>list().stream()
                                        .map(CastResult::receipt)
                                        .toList());
                        assertEquals(List.of(7L, 7L), told);
                        assertEquals(0, intake.busy());
                        test.completeNow();
                    })));
        }));
    }

    @Test
    void aBallotThatIsToBeMixedWaitsForASecondAndThenBothGoAtOnce(Vertx vertx, VertxTestContext test) {
        box.mixes = true;
        vertx.runOnContext(v -> test.verify(() -> {
            long begun = System.nanoTime();
            Future<CastResult> first = cast(1);
            // The same form sent twice is no second ballot.
            Future<CastResult> again = cast(1);
            assertEquals(0, box.batches.size());
            vertx.setTimer(
                    20,
                    later -> test.verify(() -> {
                        Future<CastResult> second = cast(2);
                        assertEquals(List.of(1L, 2L), box.batches.getFirst().voters());
                        assertTrue(System.nanoTime() - begun < WAIT.toNanos());
                        box.batches.getFirst().done();
                        Future.all(first, second).onComplete(test.succeeding(both -> {
                            // What is left of the first waits in its turn, and not only until the end of the wait
                            // before.
                            vertx.setTimer(
                                    2 * WAIT.toMillis(),
                                    end -> test.verify(() -> {
                                        assertEquals(
                                                voters(1, 1),
                                                box.batches.getLast().voters());
                                        box.batches.getLast().done();
                                        again.onComplete(test.succeedingThenComplete());
                                    }));
                        }));
                    }));
        }));
    }

    @Test
    void aBallotThatStaysAloneGoesAfterTheWaitAndANamedOneAtOnce(Vertx vertx, VertxTestContext test) {
        vertx.runOnContext(v -> test.verify(() -> {
            cast(1);
            assertEquals(1, box.batches.size(), "named");
            box.batches.getFirst().done();
            box.mixes = true;
            long begun = System.nanoTime();
            Future<CastResult> alone = cast(2);
            assertEquals(1, box.batches.size());
            vertx.setPeriodic(5, tick -> {
                if (box.batches.size() == 2) {
                    vertx.cancelTimer(tick);
                    long waited = System.nanoTime() - begun;
                    box.batches.getLast().done();
                    alone.onComplete(test.succeeding(result -> test.verify(() -> {
                        assertTrue(waited >= WAIT.toNanos() && waited < 4 * WAIT.toNanos(), waited + " ns");
                        assertEquals(0, intake.busy());
                        test.completeNow();
                    })));
                }
            });
        }));
    }

    @Test
    void aBatchHoldsNoMoreThanFiveHundred(Vertx vertx, VertxTestContext test) {
        vertx.runOnContext(v -> test.verify(() -> {
            LongStream.rangeClosed(0, 700).forEach(this::cast);
            box.batches.getLast().done();
            assertEquals(voters(1, 500), box.batches.getLast().voters());
            box.batches.getLast().done();
            assertEquals(voters(501, 700), box.batches.getLast().voters());
            test.completeNow();
        }));
    }

    @Test
    void twoBallotsOfOneVoterNeverShareABatchAndTheirOrderStays(Vertx vertx, VertxTestContext test) {
        vertx.runOnContext(v -> test.verify(() -> {
            cast(1);
            List<Future<CastResult>> later = List.of(cast(2, "a"), cast(2, "b"), cast(3, "c"));
            box.batches.getLast().done();
            assertEquals(voters(2, 3), box.batches.getLast().voters());
            box.batches.getLast().done();
            assertEquals(voters(2, 2), box.batches.getLast().voters());
            box.batches.getLast().done();
            Future.all(later).onComplete(test.succeedingThenComplete());
        }));
    }

    @Test
    void theFailureOfAStatementAnswersAllOfItsBatchAndTheNextBatchGoesOut(Vertx vertx, VertxTestContext test) {
        vertx.runOnContext(v -> test.verify(() -> {
            cast(1);
            Future<CastResult> second = cast(2);
            Future<CastResult> third = cast(3);
            box.batches.getLast().done();
            Future<CastResult> fourth = cast(4);
            box.batches.getLast().commit().fail("connection lost");
            assertEquals(voters(4, 4), box.batches.getLast().voters());
            box.batches.getLast().done();
            Future.join(second, third)
                    .onComplete(test.failing(lost -> test.verify(() -> {
                        assertTrue(second.failed() && third.failed());
                        assertEquals("connection lost", third.cause().getMessage());
                        fourth.onComplete(test.succeedingThenComplete());
                    })));
        }));
    }

    @Test
    void aBallotBoxThatCannotEvenStartItsStatementLeavesNobodyWaiting(Vertx vertx, VertxTestContext test) {
        box.broken = true;
        vertx.runOnContext(v -> cast(1).onComplete(test.failing(lost -> test.verify(() -> {
            assertEquals("no connection", lost.getMessage());
            assertEquals(List.of(), told);
            assertEquals(0, intake.busy());
            box.broken = false;
            Future<CastResult> again = cast(1);
            box.batches.getLast().done();
            again.onComplete(test.succeedingThenComplete());
        }))));
    }

    @Test
    void nobodyIsToldOfABatchInWhichNoBallotStands(Vertx vertx, VertxTestContext test) {
        vertx.runOnContext(v -> {
            Future<CastResult> late = cast(1);
            box.batches.getLast().commit().complete(List.of(new CastResult(Result.CLOSED, null)));
            late.onComplete(test.succeeding(result -> test.verify(() -> {
                assertEquals(Result.CLOSED, result.result());
                assertEquals(List.of(), told);
                test.completeNow();
            })));
        });
    }

    /** Casts one ballot on the event loop that it is deployed on. */
    private final class Phone extends VerticleBase {
        private final long voter;
        private final VertxTestContext test;
        private final Checkpoint answered;

        Phone(long voter, VertxTestContext test, Checkpoint answered) {
            this.voter = voter;
            this.test = test;
            this.answered = answered;
        }

        @Override
        public Future<?> start() {
            Context loop = context;
            cast(voter)
                    .onComplete(test.succeeding(result -> test.verify(() -> {
                        assertEquals("R" + voter, result.receipt());
                        assertSame(loop, Vertx.currentContext());
                        answered.flag();
                    })));
            return Future.succeededFuture();
        }
    }

    @Test
    void eachVoterIsAnsweredOnTheEventLoopThatAsked(Vertx vertx, VertxTestContext test) {
        Checkpoint answered = test.checkpoint(8);
        List<Future<String>> phones = LongStream.rangeClosed(1, 8)
                .mapToObj(voter -> vertx.deployVerticle(new Phone(voter, test, answered)))
                .toList();
        Future.all(phones).onComplete(test.succeeding(all -> {
            box.batches.getFirst().done();
            box.batches.getLast().done();
        }));
    }

    @Test
    void onTheDatabaseEveryBallotCastTogetherIsCountedAndNoneAfterTheClose(Vertx vertx, VertxTestContext test) {
        for (Secrecy secrecy : List.of(Secrecy.NAMED, Secrecy.SECRET)) {
            Poll poll = poll(secrecy, null);
            List<Future<CastResult>> cast = new ArrayList<>();
            Promise<List<Future<CastResult>>> sent = Promise.promise();
            vertx.runOnContext(v -> {
                IntStream.rangeClosed(1, VOTERS - 1)
                        .forEach(i -> cast.add(
                                polls.cast(poll, 100 + i, 1000 + i, Choice.YES, "k" + i, BallotChannel.PHONE)));
                sent.complete(cast);
            });
            Future.all(sent.future().await()).await();
            assertTrue(cast.stream().allMatch(each -> each.result().result() == Result.COUNTED));
            polls.closing().close(1, poll.id(), 1L, "moderator", "");
            assertEquals(VOTERS - 1, now(poll).tally().getLong("yes"));
            assertEquals(Result.CLOSED, cast(poll, VOTERS, Choice.YES, "late").result());
        }
        test.completeNow();
    }
}
