package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.poll.Poll;
import pavilion.rulebook.SampleAdoptedRules;
import pavilion.session.SessionCase;

/** A vote under a rule that the community adopted itself. */
final class AdoptedPollTest extends SessionCase {
    @Test
    void threeOfFourPassByTheLawAndFailByTheCourtyardsOwnThreeQuartersAndMore() {
        SampleAdoptedRules.adopt(db, village.clock, "yard.consult", List.of("yes more than 3/4 of present"));
        db.plain().run("update matter set rule = 'own.1' where id = $1", matter);
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        for (int i = 1; i <= 4; i++) {
            assertTrue(assisted.cast(poll, 100 + i, i < 4 ? "yes" : "no", "k" + i)
                    .isEmpty());
        }
        Poll closed = polls.closing().close(1, poll.id(), null, "moderator", "");
        assertTrue(closed.outcome().getBoolean("quorate"));
        assertFalse(closed.outcome().getBoolean("passed"));
        assertEquals("own.1", closed.outcome().getString("rule"));
        String opened = db.plain()
                .first(
                        row -> row.getString(0),
                        "select payload from audit where chain = $1 and act = 'poll.opened'",
                        poll.chain())
                .orElseThrow();
        assertEquals(
                "yard.consult", new JsonObject(opened).getJsonObject("adopted").getString("base"));
    }
}
