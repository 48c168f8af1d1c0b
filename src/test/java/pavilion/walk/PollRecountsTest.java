package pavilion.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.poll.Poll;
import pavilion.poll.Question;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.session.SessionCase;

/** The walk counts plans and raised hands again, and notices what was stored otherwise. */
final class PollRecountsTest extends SessionCase {
    @BeforeEach
    void everybodyIsThere() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4, 5, 6);
    }

    private String found() {
        Faults faults = new Faults();
        assertEquals(1, new PollInvariants(faults).check(db));
        return faults.none() ? "" : faults.told();
    }

    private void tampered(String sql, long poll) {
        db.run(tx -> {
            tx.run("set local session_replication_role = replica");
            tx.run(sql, poll);
        });
    }

    private long plans(Method method, int seats, String... ballots) {
        OptionSet plans = OptionSet.of(method, List.of("修雨棚", "换灯", "加长椅"), seats);
        long id = questions.put(
                1, session, item -> Question.motion(item.id(), "选哪个？").choosing(plans), MODERATOR);
        Poll poll = polls.find(db.plain(), 1, id).orElseThrow();
        for (int i = 0; i < ballots.length; i++) {
            assertTrue(assisted.cast(poll, 101L + i, ballots[i], "k" + i).isEmpty());
        }
        polls.closing().close(1, id, null, "moderator", "");
        return id;
    }

    @Test
    void severalPlansAreCountedAgainInEveryWayToAnswer() {
        plans(Method.APPROVAL, 2, "1,3", "1", "3", "none", "abstain");
        assertEquals("", found());
    }

    @Test
    void anotherSupportOfOnePlanIsNoticed() {
        long poll = plans(Method.SCORE, 1, "1:5,2:2", "1:3,3:4", "none");
        assertEquals("", found());
        tampered("update poll set tally = jsonb_set(tally, '{plans,support,1,heads}', '1') where id = $1", poll);
        String found = found();
        assertTrue(found.contains("the plans differ from a recount"), found);
        assertTrue(found.contains("those who accept a plan differ from the ballots"), found);
    }

    @Test
    void anotherLotIsNoticed() {
        long poll = plans(Method.STV_SCOTTISH, 2, "1", "1", "2", "3");
        assertEquals("", found());
        boolean noticed = Stream.of("0", "1", "2", "3", "4", "5").anyMatch(seed -> {
            tampered("update poll set electorate_sha = repeat('" + seed + "', 64) where id = $1", poll);
            return found().contains("the plans differ from a recount");
        });
        assertTrue(noticed);
    }

    @Test
    void raisedHandsAreWhatTwoPeopleCounted() {
        long id = questions.put(
                1, session, item -> Question.motion(item.id(), "换灯？").counted(true), MODERATOR);
        polls.counting().count(1, id, 290, "committee", 4, 1, 0, 0);
        polls.counting().count(1, id, 291, "moderator", 4, 1, 0, 0);
        polls.closing().close(1, id, null, "moderator", "");
        assertEquals("", found());
        tampered("update count_sheet set yes = 3 where poll = $1 and person = 290", id);
        String found = found();
        assertTrue(found.contains("the count of hands is not what two people counted"), found);
        assertTrue(found.contains("the counts of hands that are told differ"), found);
    }
}
