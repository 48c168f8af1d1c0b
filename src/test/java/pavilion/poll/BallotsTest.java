package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import pavilion.poll.CastResult.Result;
import pavilion.rules.Secrecy;

final class BallotsTest extends PollCase {
    @Test
    void twoDevicesOfOneHouseholdAtOnceCountOnce() {
        for (Secrecy secrecy : List.of(Secrecy.NAMED, Secrecy.SECRET)) {
            Poll poll = poll(secrecy, null);
            List<Future<CastResult>> both = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                both.add(polls.cast(
                        poll, 101, 1001, i % 2 == 0 ? Choice.YES : Choice.NO, "device" + i, BallotChannel.PHONE));
            }
            both.forEach(f -> f.await());
            assertEquals(1, rows(secrecy == Secrecy.NAMED ? "ballot" : "turnout", poll));
            assertEquals(1, now(poll).castCount());
        }
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
    void whoeverIsNotOnTheRollOrNotPresentOrSomebodyElseIsRefusedAndNothingIsWritten() {
        Poll poll = poll(Secrecy.NAMED, 13);
        assertEquals(
                Result.NOT_ENTITLED,
                polls.cast(poll, 101, 1002, Choice.YES, "k", BallotChannel.PHONE)
                        .await()
                        .result());
        assertEquals(
                Result.NOT_ENTITLED,
                polls.cast(poll, 999, 1001, Choice.YES, "k", BallotChannel.PHONE)
                        .await()
                        .result());
        assertEquals(Result.NOT_PRESENT, cast(poll, 14, Choice.YES, "k").result());
        assertEquals(0, rows("ballot", poll));
        assertEquals(0, now(poll).castCount());
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
        polls.closing().closeDue();
        assertTrue(now(poll).closed());
        assertEquals(1, now(poll).tally().getLong("yes"));
    }

    @Test
    void theDatabaseItselfKeepsClosedBallotsAsTheyAre() {
        Poll poll = poll(Secrecy.NAMED, null);
        cast(poll, 1, Choice.YES, "a");
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertThrows(
                RuntimeException.class,
                () -> db.plain().run("update ballot set choice = 'no' where poll = $1", poll.id()));
        assertThrows(RuntimeException.class, () -> db.plain().run("delete from ballot where poll = $1", poll.id()));
    }

    @Test
    void theDatabaseItselfTakesNoBallotOfSomebodyWhoIsNotOnTheRollAndKeepsTheRoll() {
        Poll poll = poll(Secrecy.NAMED, null);
        for (String stray : List.of(
                "insert into ballot values (1, $1, 999, 'yes', 'STRAY1', 'k', 'phone', now())",
                "insert into turnout values (1, $1, 999, 'STRAY2', 'k')",
                "insert into secret_ballot values (1, -$1, gen_random_uuid(), 'yes')",
                "update entitlement set voter = 999 where poll = $1 and voter = 101",
                "delete from entitlement where poll = $1")) {
            assertThrows(RuntimeException.class, () -> db.plain().run(stray, poll.id()), stray);
        }
        assertEquals(Result.COUNTED, cast(poll, 1, Choice.YES, "a").result());
        assertThrows(
                RuntimeException.class,
                () -> db.plain().run("update ballot set voter = 999 where poll = $1", poll.id()));
    }

    @Test
    void noOtherIndexBeginsAsTheKeyByWhichTheIntakeLooks() {
        assertEquals(
                List.of("ballot_pkey", "entitlement_pkey", "turnout_pkey"),
                db.plain().list(r -> r.getString(0), """
                        select indexname::text from pg_indexes where schemaname = current_schema()
                            and tablename in ('ballot', 'turnout', 'entitlement') and indexdef like '%(community, %' order by 1
                        """));
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
