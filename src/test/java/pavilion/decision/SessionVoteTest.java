package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pavilion.poll.Poll;
import pavilion.session.SessionCase;
import pavilion.session.agenda.AgendaStore;

/** In a session only that is put to the vote which may be decided on one day. */
final class SessionVoteTest extends SessionCase {
    private void stand(String template, String stage) {
        db.plain().run("update matter set template = $2, stage = $3 where id = $1", matter, template, stage);
    }

    private void begin() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
    }

    private List<Long> offered() {
        return agendas.waiting(db.plain(), now()).stream()
                .map(AgendaStore.Waiting::id)
                .toList();
    }

    @Test
    void aVoteThatLastsForDaysIsNotHeldInASession() {
        begin();
        stand("T3", "poll");
        refused("session.refused.poll-days", () -> questions.put(1, session, MODERATOR));
        assertEquals(List.of(), polls.ofSession(db.plain(), 1, session));
    }

    @Test
    void norIsItOfferedForAnAgenda() {
        calls.callOff(1, session, "r", MODERATOR);
        assertEquals(List.of(matter), offered());
        stand("T3", "poll");
        assertEquals(List.of(), offered());
        stand("T1", "poll");
        assertEquals(List.of(matter), offered());
    }

    @Test
    void aMatterThatWentElsewhereIsNotPut() {
        begin();
        for (String stage : List.of("plan", "notice", "publicity")) {
            stand("T1", stage);
            refused("matter.stage.not-now", () -> questions.put(1, session, MODERATOR));
        }
    }

    @Test
    void whatWasMadeVoidInTheHallIsPutThereAgain() {
        begin();
        Poll first =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        polls.closing().cancel(1, first.id(), "moderator", "灯灭了");
        assertTrue(polls.find(db.plain(), 1, questions.put(1, session, MODERATOR))
                .orElseThrow()
                .open());
    }

    @Test
    void theConsoleSaysWhyAndOffersNoVote() {
        DemoSession held = DemoSession.open();
        try {
            held.tx.run(
                    "update matter set template = 'T3', stage = 'poll' where community = 1 and id = (select matter from agenda_item"
                            + " where community = 1 and session = $1 and ordinal = 1)",
                    held.id);
            String console = held.moderator.get(held.console()).body();
            assertTrue(console.contains("要用几天的投票期表决，不少于 5 日（杭州市物业管理条例第20条）"), console);
            assertFalse(console.contains("id=\"open-poll\"") || console.contains("id=\"ask-plans\""), console);
            String refused = held.sent(409, held.address() + "/poll", Map.of()).body();
            assertTrue(refused.contains("不少于 5 日"), refused);
        } finally {
            held.close();
        }
    }
}
