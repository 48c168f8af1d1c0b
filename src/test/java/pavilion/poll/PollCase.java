package pavilion.poll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import pavilion.db.Database;
import pavilion.db.TestDatabase;
import pavilion.electorate.Voter;
import pavilion.matter.SmallCommunity;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Basis;
import pavilion.rules.Outcome;
import pavilion.rules.Secrecy;

/** A poll of eighteen households on a real database. */
abstract class PollCase {
    static final int VOTERS = 18;
    static TestDatabase it;
    static Database db;
    static SmallCommunity village;
    static Polls polls;
    static final List<Outcome> concluded = new ArrayList<>();

    @BeforeAll
    static void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        db = it.database();
        village = new SmallCommunity(db);
        polls = server();
    }

    /** Another server on the same database. */
    static Polls server() {
        return new Polls(
                db,
                village.clock,
                RuleBook.load(),
                (tx, poll, outcome, p, post, minority) -> concluded.add(outcome),
                p -> {},
                Duration.ofMillis(5));
    }

    @AfterAll
    static void close() {
        it.close();
    }

    static long matter() {
        return db.plain().first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, 'N' || nextval('ids'), 'T1', 'yard.consult', $1, 't', 'p', 201, 'poll', 1, now(), now(),
                            'k' || nextval('ids')) returning id
                        """, SmallCommunity.YARD).orElseThrow();
    }

    private static long session() {
        return db.plain().first(row -> row.getLong(0), """
                        insert into session (community, place, kind, title, starts_at, state, door_key)
                        values (1, $1, 'courtyard', 't', now(), 'open', 'd') returning id
                        """, SmallCommunity.YARD).orElseThrow();
    }

    /** Eighteen households, their persons 1001 to 1018; the first {@code present} are present (null: no session). */
    static Poll poll(Secrecy secrecy, @Nullable Integer present) {
        return poll(Question.motion(null, "同意吗？"), secrecy, present);
    }

    static Poll poll(Question question, Secrecy secrecy, @Nullable Integer present) {
        return poll(question, PollRule.of("yard.consult", Basis.HOUSEHOLD, secrecy), present);
    }

    static Poll poll(Question question, PollRule rule, @Nullable Integer present) {
        return poll(question, rule, present, VOTERS);
    }

    /** So many households without a session, their persons 1001 and on. */
    static Poll secret(int voters) {
        return poll(
                Question.motion(null, "同意吗？"),
                PollRule.of("yard.consult", Basis.HOUSEHOLD, Secrecy.SECRET),
                null,
                voters);
    }

    private static Poll poll(Question question, PollRule rule, @Nullable Integer present, int all) {
        Poll draft = Poll.draft(1, matter(), present == null ? null : session(), question, rule, null);
        return db.transact(tx -> {
            long id = polls.draft(tx, draft);
            List<PollVoter> voters = new ArrayList<>();
            for (int i = 1; i <= all; i++) {
                Voter voter = new Voter(100 + i, "1-" + i, 1000L + i, 0, 1);
                voters.add(new PollVoter(voter, present == null || i <= present));
            }
            return polls.open(tx, 1, id, voters, present, "moderator");
        });
    }

    static CastResult cast(Poll poll, int voter, String choice, String key) {
        return polls.cast(poll, 100 + voter, 1000L + voter, choice, key, BallotChannel.PHONE)
                .await();
    }

    static int rows(String table, Poll poll) {
        return db.plain()
                .first(
                        r -> r.getInteger(0),
                        "select count(*)::int from " + table + " where community = 1 and poll = $1",
                        poll.id())
                .orElseThrow();
    }

    static Poll now(Poll poll) {
        return polls.find(db.plain(), 1, poll.id()).orElseThrow();
    }
}
