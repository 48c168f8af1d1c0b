package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pavilion.poll.Poll;
import pavilion.session.SessionCase;
import pavilion.session.SessionChanges;
import pavilion.session.SessionStore;
import pavilion.session.conduct.SessionRecord;

/** A poll that was counted wrongly is made void in the session, with the reason, and put again. */
final class AnnulTest extends SessionCase {
    private Poll counted() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        return put("k");
    }

    private Poll put(String key) {
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        for (int i = 1; i <= 4; i++) {
            assertTrue(assisted.cast(poll, 100 + i, "yes", key + i).isEmpty());
        }
        return polls.closing().close(1, poll.id(), null, "moderator", "");
    }

    private void annul(Poll poll) {
        polls.closing()
                .annul(
                        1,
                        poll.id(),
                        tx -> SessionChanges.requireOpen(SessionChanges.locked(tx, 1, session)),
                        null,
                        "moderator",
                        "有一户没有到会");
    }

    private String stage() {
        return village.matterModule
                .matters()
                .find(db.plain(), 1, matter)
                .orElseThrow()
                .stage();
    }

    @Test
    void whatItConcludedIsTakenBackAndTheQuestionIsPutAgain() {
        Poll first = counted();
        assertEquals("publicity", stage());
        annul(first);
        assertEquals("poll", stage());
        Poll gone = polls.find(db.plain(), 1, first.id()).orElseThrow();
        assertEquals(Poll.State.VOID, gone.state());
        assertEquals("有一户没有到会", gone.annulment().reason());
        assertEquals(4, gone.tally().getLong("yes"));
        Poll again = put("again");
        assertTrue(again.closed());
        assertEquals("publicity", stage());
        SessionRecord log = SessionRecord.read(db.plain(), polls, 1, session).orElseThrow();
        assertEquals(2, log.polls().size());
        assertEquals(1, polls.ofSession(db.plain(), 1, session).size());
    }

    @Test
    void twiceOrAfterTheSessionIsTooLate() {
        Poll first = counted();
        annul(first);
        refused("poll.refused.none", () -> annul(first));
        Poll again = put("again");
        sessions.close(1, session, MODERATOR);
        refused("session.refused.not-open", () -> annul(again));
        assertFalse(polls.find(db.plain(), 1, again.id()).orElseThrow().state() == Poll.State.VOID);
    }

    @Test
    void aVersionOnlyGrowsSoThatEveryScreenHearsOfIt() {
        Poll first = counted();
        long before = SessionStore.version(db.plain(), 1, session);
        annul(first);
        assertTrue(SessionStore.version(db.plain(), 1, session) > before);
    }
}
