package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.audit.AuditStore;
import pavilion.audit.Chain;
import pavilion.audit.Sheet;
import pavilion.catalogue.RuleBook;
import pavilion.db.Database;
import pavilion.db.TestDatabase;
import pavilion.db.Tx;
import pavilion.matter.Village;
import pavilion.poll.Counted.Result;
import pavilion.rules.Basis;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Secrecy;

final class PollingTest {
    private static final int VOTERS = 18;
    private static TestDatabase it;
    private static Database db;
    private static Village village;
    private static Polling polling;
    private static final List<Outcome> concluded = new ArrayList<>();
    private static final AuditStore AUDIT = new AuditStore();

    @BeforeAll
    static void open() {
        it = TestDatabase.from("village", Village::fill);
        db = it.database();
        village = new Village(db);
        polling = new Polling(
                db,
                village.clock,
                RuleBook.load(),
                AUDIT,
                (tx, poll, outcome, p, post, minority) -> concluded.add(outcome),
                p -> {});
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static long matter() {
        return db.plain().first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, 'N' || nextval('ids'), 'T1', 'yard.consult', $1, 't', 'p', 201, 'poll', 1, now(), now(),
                            'k' || nextval('ids')) returning id
                        """, Village.YARD).orElseThrow();
    }

    /** Eighteen households, their persons 1001 to 1018; the first {@code present} are in the room (null: no meeting). */
    private static Poll poll(Secrecy secrecy, @Nullable Integer present) {
        Poll draft = new Poll(
                1,
                0,
                matter(),
                null,
                "同意吗？",
                "yard.consult",
                Basis.HOUSEHOLD,
                secrecy,
                Poll.State.DRAFT,
                null,
                null,
                null,
                10,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null);
        return db.transact(tx -> {
            long id = polling.draft(tx, draft);
            List<Seat> seats = new ArrayList<>();
            for (int i = 1; i <= VOTERS; i++) {
                seats.add(new Seat(100 + i, "1-" + i, 1000L + i, 0, 1, present == null || i <= present));
            }
            return polling.open(tx, 1, id, seats, present, "moderator");
        });
    }

    private static Counted cast(Poll poll, int voter, Choice choice, String key) {
        return polling.cast(poll, 100 + voter, 1000L + voter, choice, key, "phone")
                .await();
    }

    private static int rows(String table, Poll poll) {
        return db.plain()
                .first(
                        r -> r.getInteger(0),
                        "select count(*)::int from " + table + " where community = 1 and poll = $1",
                        poll.id())
                .orElseThrow();
    }

    private static Poll now(Poll poll) {
        return polling.find(db.plain(), 1, poll.id()).orElseThrow();
    }

    @Test
    void thirteenOfEighteenHouseholdsVoteAndNineYesPass() {
        Poll poll = poll(Secrecy.NAMED, 13);
        for (int i = 1; i <= 13; i++) {
            assertEquals(
                    Result.COUNTED,
                    cast(poll, i, i <= 9 ? Choice.YES : i <= 12 ? Choice.NO : Choice.ABSTAIN, "k")
                            .result());
        }
        Poll closed = polling.close(1, poll.id(), 1L, "moderator", "");
        assertTrue(closed.outcome().getBoolean("passed"));
        assertEquals(9, closed.tally().getLong("yes"));
        assertEquals(3, closed.tally().getLong("no"));
        assertEquals(1, closed.tally().getLong("abstain"));
        assertEquals(13, closed.castCount());
    }

    @Test
    void sixYesOfThirteenPresentDoNotPassAlthoughNobodyIsAgainst() {
        Poll poll = poll(Secrecy.NAMED, 13);
        for (int i = 1; i <= 6; i++) {
            cast(poll, i, Choice.YES, "k");
        }
        assertFalse(polling.close(1, poll.id(), 1L, "moderator", "").outcome().getBoolean("passed"));
    }

    @Test
    void aMeetingWithoutQuorumCannotOpenAPoll() {
        Refused refused = assertThrows(Refused.class, () -> poll(Secrecy.NAMED, 9));
        assertEquals("poll.refused.no-quorum", refused.refusal().key());
        assertEquals(List.of(9, 18, 10L), refused.refusal().args());
    }

    @Test
    void theSameFormSentTwiceIsOneBallotWithOneReceipt() {
        Poll poll = poll(Secrecy.NAMED, null);
        Counted first = cast(poll, 1, Choice.YES, "same");
        Counted second = cast(poll, 1, Choice.YES, "same");
        assertEquals(Result.REPEATED, second.result());
        assertEquals(first.receipt(), second.receipt());
        assertEquals(1, rows("ballot", poll));
        assertEquals(1, now(poll).castCount());
    }

    @Test
    void twoDevicesOfOneHouseholdAtOnceCountOnce() {
        for (Secrecy secrecy : List.of(Secrecy.NAMED, Secrecy.SECRET)) {
            Poll poll = poll(secrecy, null);
            List<Future<Counted>> both = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                both.add(polling.cast(poll, 101, 1001, i % 2 == 0 ? Choice.YES : Choice.NO, "device" + i, "phone"));
            }
            both.forEach(f -> f.await());
            assertEquals(1, rows(secrecy == Secrecy.NAMED ? "ballot" : "turnout", poll));
            assertEquals(1, now(poll).castCount());
        }
    }

    @Test
    void aNamedBallotCanBeChangedForTenMinutesAndThenStands() {
        Poll poll = poll(Secrecy.NAMED, null);
        Counted first = cast(poll, 1, Choice.YES, "a");
        village.clock.forward(Duration.ofMinutes(9));
        Counted changed = cast(poll, 1, Choice.NO, "b");
        assertEquals(Result.CHANGED, changed.result());
        assertEquals(first.receipt(), changed.receipt());
        village.clock.forward(Duration.ofMinutes(2));
        assertEquals(Result.ALREADY, cast(poll, 1, Choice.YES, "c").result());
        Poll closed = polling.close(1, poll.id(), 1L, "moderator", "");
        assertEquals(1, closed.tally().getLong("no"));
        assertEquals(0, closed.tally().getLong("yes"));
        assertEquals(1, closed.castCount());
    }

    @Test
    void aSecretBallotCannotBeChangedAndItsRowNamesNobody() {
        Poll poll = poll(Secrecy.SECRET, null);
        assertEquals(Result.COUNTED, cast(poll, 1, Choice.YES, "a").result());
        assertEquals(Result.ALREADY, cast(poll, 1, Choice.NO, "b").result());
        List<String> columns = db.plain()
                .list(
                        r -> r.getString(0),
                        "select column_name from information_schema.columns where table_name = 'secret_ballot'");
        assertEquals(Set.of("community", "poll", "id", "choice"), new HashSet<>(columns));
    }

    @Test
    void afterTheCloseASecretBoxCannotBeMatchedToTheTurnoutByTransactionOrOrder() {
        Poll poll = poll(Secrecy.SECRET, null);
        for (int i = 1; i <= VOTERS; i++) {
            cast(poll, i, i % 3 == 0 ? Choice.NO : Choice.YES, "k" + i);
        }
        polling.close(1, poll.id(), 1L, "moderator", "");
        Tx tx = db.plain();
        assertEquals(0, tx.first(r -> r.getInteger(0), """
                                select count(*)::int from secret_ballot s join turnout t
                                on s.poll = t.poll and s.xmin::text = t.xmin::text where s.poll = $1
                                """, poll.id()).orElseThrow());
        assertEquals(
                1,
                tx.first(
                                r -> r.getInteger(0),
                                "select count(distinct xmin::text)::int from secret_ballot where poll = $1",
                                poll.id())
                        .orElseThrow());
        assertEquals(VOTERS, rows("secret_ballot", poll));
        assertEquals(12, now(poll).tally().getLong("yes"));
    }

    @Test
    void whoeverIsNotOnTheRollOrNotPresentOrSomebodyElseIsRefusedAndNothingIsWritten() {
        Poll poll = poll(Secrecy.NAMED, 13);
        assertEquals(
                Result.NOT_ENTITLED,
                polling.cast(poll, 101, 1002, Choice.YES, "k", "phone").await().result());
        assertEquals(
                Result.NOT_ENTITLED,
                polling.cast(poll, 999, 1001, Choice.YES, "k", "phone").await().result());
        assertEquals(Result.NOT_PRESENT, cast(poll, 14, Choice.YES, "k").result());
        assertEquals(0, rows("ballot", poll));
        assertEquals(0, now(poll).castCount());
    }

    @Test
    void aBallotAfterTheCloseIsRefusedAndAReplayedOneStillFindsItsReceipt() {
        Poll poll = poll(Secrecy.NAMED, null);
        Counted before = cast(poll, 1, Choice.YES, "a");
        polling.close(1, poll.id(), 1L, "moderator", "");
        assertEquals(Result.CLOSED, cast(poll, 2, Choice.YES, "b").result());
        Counted replay = cast(poll, 1, Choice.YES, "a");
        assertEquals(Result.REPEATED, replay.result());
        assertEquals(before.receipt(), replay.receipt());
    }

    @Test
    void aPollWhoseTimeIsOverTakesNothingEvenBeforeItIsSweptUp() {
        Poll poll = poll(Secrecy.NAMED, null);
        db.plain()
                .run(
                        "update poll set closes_at = $2 where community = 1 and id = $1",
                        poll.id(),
                        village.clock.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC));
        assertEquals(Result.COUNTED, cast(poll, 1, Choice.YES, "a").result());
        village.clock.forward(Duration.ofSeconds(60));
        assertEquals(Result.CLOSED, cast(poll, 2, Choice.YES, "b").result());
        polling.sweep();
        assertTrue(now(poll).closed());
        assertEquals(1, now(poll).tally().getLong("yes"));
    }

    @Test
    void inTheRaceOfTheCloseEveryAcknowledgedBallotIsCountedAndEveryLateOneRefused() {
        for (int round = 0; round < 5; round++) {
            Poll poll = poll(round % 2 == 0 ? Secrecy.NAMED : Secrecy.SECRET, null);
            List<Future<Counted>> votes = new ArrayList<>();
            Thread closing = null;
            for (int i = 1; i <= VOTERS; i++) {
                votes.add(polling.cast(poll, 100 + i, 1000 + i, Choice.YES, "k", "phone"));
                if (i == 6) {
                    closing = Thread.ofVirtual().start(() -> polling.close(1, poll.id(), 1L, "moderator", ""));
                }
                if (i % 3 == 0) {
                    votes.getLast().await();
                }
            }
            long counted =
                    votes.stream().map(f -> f.await()).filter(Counted::stands).count();
            join(closing);
            Poll closed = now(poll);
            assertEquals(counted, closed.tally().getLong("yes"));
            assertEquals(counted, closed.castCount());
            assertEquals(counted, rows(poll.secret() ? "secret_ballot" : "ballot", poll));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theChainOfAPollIsWholeAndTheBoxIsSealedInIt() {
        Poll poll = poll(Secrecy.NAMED, null);
        cast(poll, 1, Choice.YES, "a");
        cast(poll, 2, Choice.NO, "a");
        Poll closed = polling.close(1, poll.id(), 1L, "moderator", "");
        var acts = AUDIT.read(db.plain(), 1, poll.chain());
        assertTrue(Chain.verify(acts).isEmpty());
        assertEquals(
                List.of("poll.opened", "poll.ballots", "poll.ballots", "poll.closed"),
                acts.stream().map(a -> a.act()).toList());
        assertEquals(Sheet.seal(polling.box(db.plain(), poll)), closed.boxSha());
        assertTrue(acts.getLast().payload().contains(closed.boxSha()));
        assertTrue(acts.stream().noneMatch(a -> a.payload().contains("1-1")), "an act names a voter");
    }

    @Test
    void theDatabaseItselfKeepsClosedBallotsAsTheyAre() {
        Poll poll = poll(Secrecy.NAMED, null);
        cast(poll, 1, Choice.YES, "a");
        polling.close(1, poll.id(), 1L, "moderator", "");
        assertThrows(
                RuntimeException.class,
                () -> db.plain().run("update ballot set choice = 'no' where poll = $1", poll.id()));
        assertThrows(RuntimeException.class, () -> db.plain().run("delete from ballot where poll = $1", poll.id()));
    }

    @Test
    void aPollIsOpenedOnceAndClosedOnce() {
        Poll poll = poll(Secrecy.NAMED, null);
        assertThrows(Refused.class, () -> db.transact(tx -> polling.open(tx, 1, poll.id(), List.of(), null, "m")));
        polling.close(1, poll.id(), 1L, "moderator", "");
        int before = concluded.size();
        assertThrows(Refused.class, () -> polling.close(1, poll.id(), 1L, "moderator", ""));
        assertEquals(before, concluded.size());
    }

    @Test
    void aReceiptIsFoundAndTellsNothingOfTheChoice() {
        Poll poll = poll(Secrecy.SECRET, null);
        String receipt = cast(poll, 1, Choice.YES, "a").receipt();
        assertNotNull(receipt);
        var found = BallotStore.receipt(db.plain(), 1, receipt).orElseThrow();
        assertEquals(poll.id(), found.getLong("poll"));
        assertNull(found.getValue("choice"));
    }
}
