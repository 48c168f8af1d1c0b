package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Secrecy;
import pavilion.text.Messages;

/** Somebody writes past the intake: the database refuses it, and where its guards were switched off the close does. */
final class BallotReconciliationTest extends PollCase {
    private static final String MORE =
            "insert into secret_ballot select 1, $1, gen_random_uuid(), 'yes' from generate_series(1, 2)";

    /** Four yes, two no, of ten present: not passed. */
    private static Poll voted(Secrecy secrecy) {
        Poll poll = poll(secrecy, 10);
        for (int i = 1; i <= 6; i++) {
            assertTrue(cast(poll, i, i <= 4 ? "yes" : "no", "k" + i).stands());
        }
        return poll;
    }

    private static void guarded(Poll poll, String sql) {
        assertThrows(RuntimeException.class, () -> db.plain().run(sql, poll.id()), sql);
    }

    /** By whoever may switch every trigger off. */
    private static void unguarded(Poll poll, String... statements) {
        db.run(tx -> {
            tx.run("set local session_replication_role = replica");
            for (String sql : statements) {
                tx.run(sql, poll.id());
            }
        });
    }

    private static Refusal refused(Poll poll) {
        return assertThrows(Refused.class, () -> polls.closing().close(1, poll.id(), 1L, "moderator", ""))
                .refusal();
    }

    @Test
    void whatAgreesIsCountedAndTheClosingActSaysHowManyReceiptsThereAre() {
        for (Secrecy secrecy : List.of(Secrecy.NAMED, Secrecy.SECRET)) {
            Poll poll = voted(secrecy);
            Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
            assertEquals(4, closed.tally().getLong("yes"));
            assertFalse(closed.outcome().getBoolean("passed"));
            String act = db.plain()
                    .first(
                            row -> row.getString(0),
                            "select payload from audit where chain = $1 and act = 'poll.closed'",
                            poll.chain())
                    .orElseThrow();
            assertTrue(act.contains("\"receipts\":{\"count\":6,"), act);
        }
    }

    @Test
    void ballotsThatNobodyCastAreNotTakenByTheDatabaseAndWithoutItsGuardsNotByTheClose() {
        Poll poll = voted(Secrecy.SECRET);
        guarded(poll, MORE);
        assertEquals(6, rows("secret_ballot", poll));
        unguarded(poll, MORE);
        Refusal refusal = refused(poll);
        assertEquals(Refusal.of("poll.refused.box", 8, 6, 6, 6, 6, 0), refusal);
        Poll still = now(poll);
        assertTrue(still.open());
        assertEquals(8, rows("secret_ballot", poll));
        assertEquals(6, rows("turnout", poll));
        polls.closing().cancel(1, poll.id(), "moderator", "票数不符");
        assertEquals(Poll.State.VOID, now(poll).state());
        assertEquals(8, rows("secret_ballot", poll));
        Messages messages = new Messages();
        assertTrue(messages.say("en", refusal).contains("Ballots in the box: 8; that belong in it: 6"));
        assertTrue(messages.say("zh", refusal).contains("票箱里的票：8，应有：6"));
    }

    @Test
    void whoAlsoWritesTheTurnoutAndTheCounterIsFoundByTheRecord() {
        Poll poll = voted(Secrecy.SECRET);
        unguarded(
                poll,
                MORE,
                "insert into turnout values (1, $1, 107, 'STUFFED7', 'k'), (1, $1, 108, 'STUFFED8', 'k')",
                "update poll set cast_count = 8 where community = 1 and id = $1");
        assertEquals(Refusal.of("poll.refused.box", 8, 8, 8, 8, 6, 2), refused(poll));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from secret_ballot where poll = $1 and id = (select id from secret_ballot where poll = $1 limit 1)",
                "update poll set cast_count = 5 where community = 1 and id = $1",
                "insert into turnout values (1, $1::bigint, 107, 'SECRET' || $1::bigint, 'k')",
                "delete from turnout where poll = $1 and voter = 101",
                "update turnout set receipt = 'ANOTHER' || receipt where poll = $1 and voter = 101"
            })
    void whateverOfASecretPollNoLongerAgreesKeepsItOpen(String sql) {
        Poll poll = voted(Secrecy.SECRET);
        guarded(poll, sql);
        unguarded(poll, sql);
        assertEquals("poll.refused.box", refused(poll).key());
        assertTrue(now(poll).open());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into ballot values (1, $1::bigint, 107, 'yes', 'STUFFED' || $1::bigint, 'k', 'phone', now())",
                "update ballot set receipt = 'ANOTHER' || $1::bigint where poll = $1 and voter = 101",
                "delete from ballot where poll = $1 and voter = 101",
                "update poll set cast_count = 7 where community = 1 and id = $1",
                "insert into secret_ballot values (1, $1, gen_random_uuid(), 'yes')"
            })
    void whateverOfANamedPollNoLongerAgreesKeepsItOpen(String sql) {
        Poll poll = voted(Secrecy.NAMED);
        guarded(poll, sql);
        if (!sql.contains("secret_ballot")) {
            unguarded(poll, sql);
            assertEquals("poll.refused.box", refused(poll).key());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update poll set present = 7 where community = 1 and id = $1",
                "update poll set question = question || '！' where community = 1 and id = $1",
                "update poll set rule = 'rc26.meeting' where community = 1 and id = $1",
                "update entitlement set heads = 2 where poll = $1 and voter = 101",
                "insert into entitlement values (1, $1, 999, '1-999', 1999, 0, 1, true)",
                "delete from entitlement where poll = $1 and voter = 118"
            })
    void aPollThatIsNoLongerTheOneThatWasOpenedIsNotCounted(String sql) {
        Poll poll = voted(Secrecy.NAMED);
        if (sql.contains("entitlement")) {
            guarded(poll, sql);
        }
        unguarded(poll, sql);
        assertEquals("poll.refused.changed", refused(poll).key());
        assertTrue(now(poll).open());
    }

    @Test
    void aRecordThatWasChangedOrCutOffIsNoRecord() {
        for (String sql : List.of(
                "update audit set payload = replace(payload, '[', '[\"STUFFED\", ') where chain = 'poll/' || $1::bigint and seq = 3",
                "delete from audit where chain = 'poll/' || $1::bigint and seq = 7")) {
            Poll poll = voted(Secrecy.NAMED);
            guarded(poll, sql);
            unguarded(poll, sql);
            assertEquals("poll.refused.record", refused(poll).key());
        }
    }

    @Test
    void onlyAnOpenPollTakesBallotsAndOnlyOfItsOwnKind() {
        Poll named = voted(Secrecy.NAMED);
        Poll secret = voted(Secrecy.SECRET);
        guarded(named, "insert into turnout values (1, $1::bigint, 107, 'T' || $1::bigint, 'k')");
        guarded(
                secret,
                "insert into ballot values (1, $1::bigint, 107, 'yes', 'B' || $1::bigint, 'k', 'phone', now())");
        guarded(secret, "update secret_ballot set choice = 'yes' where poll = $1");
        polls.closing().close(1, named.id(), 1L, "moderator", "");
        polls.closing().close(1, secret.id(), 1L, "moderator", "");
        guarded(named, "insert into ballot values (1, $1::bigint, 107, 'yes', 'C' || $1::bigint, 'k', 'phone', now())");
        guarded(secret, "insert into turnout values (1, $1::bigint, 107, 'D' || $1::bigint, 'k')");
        guarded(secret, "insert into secret_ballot values (1, $1, gen_random_uuid(), 'yes')");
        guarded(secret, "delete from secret_ballot where poll = $1");
        guarded(secret, "update secret_ballot set choice = 'yes' where poll = $1");
        assertThrows(RuntimeException.class, () -> db.plain().run("truncate secret_ballot"));
        assertEquals(6, rows("secret_ballot", secret));
    }

    @Test
    void aPollWhoseTimeIsOverStaysOpenUntilSomebodyLooksIntoIt() {
        Poll poll = voted(Secrecy.SECRET);
        db.plain()
                .run(
                        "update poll set closes_at = $2 where community = 1 and id = $1",
                        poll.id(),
                        village.clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC));
        unguarded(poll, MORE);
        village.clock.forward(Duration.ofSeconds(60));
        polls.closing().closeDue();
        polls.closing().closeDue();
        assertTrue(now(poll).open());
        assertEquals("poll.refused.box", refused(poll).key());
        polls.closing().cancel(1, poll.id(), "moderator", "票数不符");
    }
}
