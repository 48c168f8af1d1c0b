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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.audit.AuditStore;
import pavilion.audit.ChainEntry;
import pavilion.rules.Secrecy;

/**
 * Somebody who may ask the database anything, and polls the turnout between the ballots, tries to find out who chose what in a
 * secret poll of two, twelve or two hundred households.
 */
final class OperatorTest extends PollCase {
    private static final String BOX = "select choice from secret_ballot where community = 1 and poll = $1 order by ";
    // As many as one write takes out of the box and puts in again.
    private static final int STIRRED = 32;

    /** Enough to tell chance from a link by {@link #tolerance}. */
    private static int polls(int voters) {
        return voters == 2 ? 24 : voters == 12 ? 12 : 2;
    }

    /** Four and a half standard deviations of the share of right guesses where nothing is known, over all these polls. */
    private static double tolerance(int voters) {
        return 4.5 / (2 * Math.sqrt((voters - 1.0) * polls(voters)));
    }

    private static Poll voted(int voters) {
        return new WatchedPoll(voters, Choice.YES, Choice.NO).poll;
    }

    private static Poll closed(int voters) {
        return closed(voted(voters));
    }

    private static Poll closed(Poll poll) {
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        return now(poll);
    }

    /** A vote, and what anybody sees of it who polls the turnout after each answer. */
    private static final class WatchedPoll {
        final Poll poll;
        final List<String> seen = new ArrayList<>();
        /** By their labels, as they vanish from the list of those who have not voted. */
        final List<String> order = new ArrayList<>();

        private Set<String> waiting = Set.of();

        /** The first half says one thing, the second the other: some one after the other, the rest all at once. */
        WatchedPoll(int voters, String first, String second) {
            poll = secret(voters);
            look();
            List<Future<CastResult>> together = new ArrayList<>();
            for (int i = 1; i <= voters; i++) {
                String choice = i <= voters / 2 ? first : second;
                if (i % 6 < 4) {
                    assertTrue(cast(poll, i, choice, "k" + i).stands());
                    look();
                } else {
                    together.add(polls.cast(poll, 100 + i, 1000L + i, choice, "k" + i, BallotChannel.PHONE));
                }
            }
            together.forEach(ballot -> assertTrue(ballot.await().stands()));
            look();
        }

        private void look() {
            Poll now = OperatorTest.now(poll);
            PollView view = PollView.of(now);
            Set<String> before = waiting;
            waiting = new HashSet<>(PollStore.waiting(db.plain(), now, "", 1000).stream()
                    .map(PollVoter::label)
                    .toList());
            before.stream().filter(label -> !waiting.contains(label)).sorted().forEach(order::add);
            List<Object> all = new ArrayList<>(List.of(view.cast(), view.mayCast(), view.waiting(), view.turnout()));
            all.addAll(List.of(view.yes(), view.no(), view.abstain(), view.verdict(), view.lines(), view.passed()));
            all.add(view.ways());
            all.add(waiting.stream().sorted().toList());
            all.add(texts("select to_jsonb(c) - 'poll' from ballot_count c where c.poll = $1", poll));
            all.add(texts("select voter::text from turnout where poll = $1 order by xmin::text::bigint, voter", poll)
                    .size());
            for (ChainEntry act : AuditStore.read(db.plain(), 1, poll.chain())) {
                if (act.act().equals("poll.ballots")) {
                    all.add(act.payload().replaceAll("[0-9A-Z]{12}", "RECEIPT"));
                }
            }
            seen.add(all.toString());
        }

        /** @return the share of voters whose ballot is guessed by putting it at their place in the order in which they voted */
        double guessed(String orderOfTheBox) {
            List<String> choices = texts(BOX + orderOfTheBox, poll);
            return IntStream.range(0, choices.size())
                            .filter(i -> voter(order.get(i)) <= choices.size() / 2
                                    == choices.get(i).equals(Choice.YES))
                            .count()
                    / (double) choices.size();
        }

        private static int voter(String label) {
            return Integer.parseInt(label.substring(2));
        }
    }

    private static List<String> texts(String sql, Poll poll) {
        return db.plain().list(r -> r.getValue(0).toString(), sql, poll.id());
    }

    private static int number(String sql, Poll poll) {
        return db.plain().first(r -> r.getInteger(0), sql, poll.id()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 200})
    void whoPollsTheTurnoutBetweenBallotsSeesTheSameWhateverIsChosen(int voters) {
        WatchedPoll one = new WatchedPoll(voters, Choice.YES, Choice.NO);
        WatchedPoll other = new WatchedPoll(voters, Choice.NO, Choice.ABSTAIN);
        assertEquals(voters, one.order.size());
        if (voters == 2) {
            assertEquals(one.seen, other.seen);
        } else {
            // Those who vote at once come in one batch or in several.
            int alone = (int) IntStream.rangeClosed(1, 5).filter(i -> i % 6 < 4).count();
            assertEquals(one.seen.subList(0, alone + 1), other.seen.subList(0, alone + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 200})
    void afterTheCloseNoTransactionIsSharedByATurnoutRowAndABallot(int voters) {
        Poll poll = closed(voters);
        assertEquals(voters, rows("secret_ballot", poll));
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

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 200})
    void neitherTheOrderOnDiskNorThatOfTheNumbersIsThatOfVotingAsTheTurnoutShowsIt(int voters) {
        double disk = 0;
        double numbers = 0;
        Set<List<String>> orders = new HashSet<>();
        int all = polls(voters);
        for (int i = 0; i < all; i++) {
            WatchedPoll watched = new WatchedPoll(voters, Choice.YES, Choice.NO);
            closed(watched.poll);
            orders.add(texts(BOX + "ctid", watched.poll));
            disk += watched.guessed("ctid") / all;
            numbers += watched.guessed("id") / all;
        }
        assertTrue(orders.size() > (voters == 2 ? 1 : all / 2), "the same order again and again");
        assertEquals(0.5, disk, tolerance(voters), "on disk");
        assertEquals(0.5, numbers, tolerance(voters), "by number");
    }

    @Test
    void theNumberOfABallotIsRandomAndHoldsNoTime() {
        for (String id : texts("select id::text from secret_ballot where poll = $1", closed(12))) {
            assertEquals('4', id.charAt(14), id);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 200})
    void theNumbersFromBeforeTheCloseAreGoneFromTheTableItsPagesAndTheLog(int voters) {
        StoredTraces traces = new StoredTraces(db);
        Poll poll = voted(voters);
        List<String> before = StoredTraces.numbers(db, poll);
        assertEquals(voters, traces.inPages(before));
        assertTrue(traces.inLog() > voters);
        closed(poll);
        List<String> after = StoredTraces.numbers(db, poll);
        assertEquals(voters, after.size());
        after.retainAll(before);
        assertEquals(List.of(), after);
        assertEquals(0, traces.inPages(before));
        assertEquals(0, traces.inLog());
    }

    @Test
    void theChainNamesReceiptsSortedAndNoChoiceBeforeTheClose() {
        Poll poll = closed(12);
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
        Poll poll = closed(12);
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
        Poll poll = closed(12);
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

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 200})
    void whileThePollIsOpenATransactionTellsLittleBecauseEveryBallotStirsTheBox(int voters) {
        int guessed = 0;
        int right = 0;
        for (int i = 0; i < polls(voters) / 2; i++) {
            Poll poll = voted(voters);
            int least = number("""
                    select count(*)::int from secret_ballot s where s.poll = $1 and s.xmin::text = (
                        select t.xmin::text from turnout t where t.poll = $1 order by t.xmin::text::bigint desc limit 1)
                    """, poll);
            assertTrue(least >= Math.min(voters - 1, STIRRED), "only " + least + " ballots share the last transaction");
            List<Boolean> hits = db.plain().list(r -> r.getBoolean(0), """
                    select (t.voter <= $2) = (min(s.choice) = 'yes') from turnout t
                    join secret_ballot s on s.poll = t.poll and s.xmin::text = t.xmin::text
                    where t.poll = $1 group by t.voter having count(*) = 1
                    """, poll.id(), 100L + voters / 2);
            guessed += hits.size();
            right += (int) hits.stream().filter(hit -> hit).count();
        }
        assertTrue(right <= guessed * 0.8 + 3, right + " of " + guessed + " guesses right");
    }
}
