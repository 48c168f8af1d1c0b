package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pavilion.audit.AuditStore;
import pavilion.audit.ChainEntry;
import pavilion.rules.Secrecy;

/** Somebody who may ask the database anything tries to find out who chose what in a secret poll. */
final class OperatorTest extends PollCase {
    private static final int POLLS = 20;
    private static final int YES = VOTERS / 2;
    private static final String BOX = "select choice from secret_ballot where community = 1 and poll = $1 order by ";

    /** The first half says yes, the second no: some one after the other, the rest all at once. */
    private static Poll voted() {
        Poll poll = poll(Secrecy.SECRET, null);
        List<Future<CastResult>> together = new ArrayList<>();
        for (int i = 1; i <= VOTERS; i++) {
            String choice = i <= YES ? Choice.YES : Choice.NO;
            if (i % 6 < 4) {
                assertTrue(cast(poll, i, choice, "k" + i).stands());
            } else {
                together.add(polls.cast(poll, 100 + i, 1000L + i, choice, "k" + i, BallotChannel.PHONE));
            }
        }
        together.forEach(ballot -> assertTrue(ballot.await().stands()));
        return poll;
    }

    private static Poll closed() {
        Poll poll = voted();
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        return now(poll);
    }

    private static List<String> texts(String sql, Poll poll) {
        return db.plain().list(r -> r.getString(0), sql, poll.id());
    }

    private static int number(String sql, Poll poll) {
        return db.plain().first(r -> r.getInteger(0), sql, poll.id()).orElseThrow();
    }

    // Where the ballots that came first stand on average; 9.5 if the order knows nothing of it, 5 if it is that of
    // casting.
    private static double place(List<String> choices) {
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).equals("yes"))
                .map(i -> i + 1)
                .average()
                .orElseThrow();
    }

    @Test
    void afterTheCloseNoTransactionIsSharedByATurnoutRowAndABallot() {
        Poll poll = closed();
        assertEquals(VOTERS, rows("secret_ballot", poll));
        assertEquals(
                1,
                number(
                        "select count(distinct xmin::text || '/' || cmin::text)::int from secret_ballot where poll = $1",
                        poll));
        assertEquals(0, number("""
                select count(*)::int from secret_ballot s join turnout t on t.poll = s.poll
                    and (t.xmin::text = s.xmin::text or t.xmin::text = s.xmax::text) where s.poll = $1
                """, poll));
    }

    @Test
    void neitherTheOrderOnDiskNorThatOfTheNumbersIsThatOfCasting() {
        double disk = 0;
        double numbers = 0;
        Set<List<String>> orders = new HashSet<>();
        for (int i = 0; i < POLLS; i++) {
            Poll poll = closed();
            List<String> onDisk = texts(BOX + "ctid", poll);
            orders.add(onDisk);
            disk += place(onDisk) / POLLS;
            numbers += place(texts(BOX + "id", poll)) / POLLS;
        }
        assertTrue(orders.size() > POLLS / 2, "the same order again and again");
        assertTrue(Math.abs(disk - 9.5) < 2, "on disk " + disk);
        assertTrue(Math.abs(numbers - 9.5) < 2, "by number " + numbers);
    }

    @Test
    void theNumberOfABallotIsRandomAndHoldsNoTime() {
        for (String id : texts("select id::text from secret_ballot where poll = $1", closed())) {
            assertEquals('4', id.charAt(14), id);
        }
    }

    @Test
    void theNumbersFromBeforeTheCloseAreGone() {
        Poll poll = voted();
        List<String> before = texts("select id::text from secret_ballot where poll = $1", poll);
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        List<String> after = texts("select id::text from secret_ballot where poll = $1", poll);
        after.retainAll(before);
        assertEquals(List.of(), after);
    }

    @Test
    void noPageOfTheTableKeepsAnImageFromBeforeTheClose() {
        db.plain().run("create extension if not exists pageinspect");
        Poll poll = voted();
        List<String> before =
                texts("select replace(id::text, '-', '') from secret_ballot where poll = $1 order by 1", poll);
        assertTrue(images(before) >= before.size());
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertEquals(0, images(before));
    }

    /** How many of these numbers stand in a page of the table, in whatever is left of a row. */
    private static int images(List<String> numbers) {
        List<String> pages = db.plain().list(r -> r.getString(0), """
                select encode(get_raw_page('secret_ballot', n::int), 'hex')
                from generate_series(0, pg_relation_size('secret_ballot') / 8192 - 1) n
                """);
        return (int) numbers.stream()
                .filter(number -> pages.stream().anyMatch(page -> page.contains(number)))
                .count();
    }

    @Test
    void theLogOfChangesFromBeforeTheCloseCanNoLongerBeRead() {
        db.plain().run("create extension if not exists pg_walinspect");
        String begun = db.plain()
                .first(r -> r.getString(0), "select pg_current_wal_flush_lsn()::text")
                .orElseThrow();
        Poll poll = voted();
        // The test's server writes its log late, unless it is told to.
        db.plain().run("checkpoint");
        String read = "select count(*)::int from pg_get_wal_records_info('" + begun + "', pg_current_wal_flush_lsn())";
        assertTrue(db.plain().first(r -> r.getInteger(0), read).orElseThrow() > VOTERS);
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertThrows(PgException.class, () -> db.plain().query(read));
    }

    @Test
    void theChainNamesReceiptsSortedAndNoChoiceBeforeTheClose() {
        Poll poll = closed();
        List<ChainEntry> acts = AuditStore.read(db.plain(), 1, poll.chain());
        for (ChainEntry act : acts) {
            if (act.act().equals("poll.ballots")) {
                assertFalse(act.payload().matches(".*(yes|no\"|abstain).*"), act.payload());
                List<String> receipts =
                        List.of(act.payload().replaceAll("[^0-9A-Z,]", "").split(","));
                assertEquals(receipts.stream().sorted().toList(), receipts);
            }
        }
    }

    @Test
    void noOtherTableHoldsAChoiceOfASecretPoll() {
        Poll poll = closed();
        assertEquals(0, rows("ballot", poll));
        assertEquals(
                List.of("ballot", "paper_entry", "secret_ballot"), db.plain().list(r -> r.getString(0), """
                        select table_name::text from information_schema.columns
                        where column_name = 'choice' and table_schema = current_schema() order by 1
                        """));
        Poll open = poll(Secrecy.SECRET, null);
        assertThrows(
                PgException.class,
                () -> db.plain()
                        .run(
                                "insert into paper_entry (community, poll, voter, person, post, choice, at)"
                                        + " values (1, $1, 101, 1, 'committee', 'yes', now())",
                                open.id()));
    }

    @Test
    void noStatisticsOrCountersKeepWhatTheCloseTookAway() {
        Poll poll = closed();
        db.plain().run("analyze secret_ballot");
        // What the planner remembers of the box is of the rows as they lie there now.
        assertEquals(List.of(), texts("""
                        select b from (select unnest(histogram_bounds::text::text[]) as b from pg_stats
                            where tablename = 'secret_ballot' and attname = 'id') h
                        where $1 > 0 and not exists (select 1 from secret_ballot s where s.id::text = h.b)
                        """, poll));
        assertEquals(0, db.plain().first(r -> r.getInteger(0), """
                        select count(*)::int from pg_depend d join pg_class c on c.oid = d.objid and c.relkind = 'S'
                        where d.refobjid = 'secret_ballot'::regclass
                        """).orElseThrow());
        assertEquals(
                "off",
                texts("select current_setting('track_commit_timestamp') where $1 > 0", poll)
                        .getFirst());
    }

    @Test
    void whileThePollIsOpenATransactionTellsLittleBecauseEveryBallotStirsTheBox() {
        int guessed = 0;
        int right = 0;
        for (int i = 0; i < POLLS; i++) {
            Poll poll = voted();
            int least = number("""
                    select count(*)::int from secret_ballot s where s.poll = $1 and s.xmin::text = (
                        select t.xmin::text from turnout t where t.poll = $1 order by t.xmin::text::bigint desc limit 1)
                    """, poll);
            assertTrue(least >= VOTERS - 1, "only " + least + " ballots share the last transaction");
            List<Boolean> hits = db.plain().list(r -> r.getBoolean(0), """
                    select (t.voter <= $2) = (min(s.choice) = 'yes') from turnout t
                    join secret_ballot s on s.poll = t.poll and s.xmin::text = t.xmin::text
                    where t.poll = $1 group by t.voter having count(*) = 1
                    """, poll.id(), 100L + YES);
            guessed += hits.size();
            right += (int) hits.stream().filter(hit -> hit).count();
        }
        assertTrue(right <= guessed * 0.8 + 3, right + " of " + guessed + " guesses right");
    }
}
