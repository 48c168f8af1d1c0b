package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.poll.CastResult.Result;
import pavilion.rules.Refused;
import pavilion.rules.Secrecy;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.web.FormData;

/** Plans put beside each other, and hands raised: asked, answered, counted on a real database. */
final class PlansTest extends PollCase {
    private static final Question MOTION = Question.motion(null, "车棚怎么办？");

    private static OptionSet plans(Method method) {
        return OptionSet.of(method, List.of("修雨棚", "装充电桩", "维持现状"), 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Secrecy.class,
            names = {"NAMED", "SECRET"})
    void thePlanPickedIsWhatIsDecidedAndTheRuleDecidesOnItsSupport(Secrecy secrecy) {
        Poll poll = poll(MOTION.choosing(plans(Method.IRV)), secrecy, 13);
        for (int i = 1; i <= 13; i++) {
            String answer = i <= 5 ? "1>2" : i <= 9 ? "2" : i <= 11 ? "3>2" : "none";
            assertEquals(Result.COUNTED, cast(poll, i, answer, "k" + i).result());
        }
        Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertEquals("装充电桩", closed.decided());
        assertEquals(11, closed.tally().getLong("yes"));
        assertEquals(2, closed.tally().getLong("no"));
        assertTrue(closed.outcome().getBoolean("passed"));
        PollView view = PollView.of(closed);
        assertEquals(
                List.of(5L, 11L, 2L),
                view.optionSet().plans().stream()
                        .map(plan -> plan.result().plan().tally().yes())
                        .toList());
        assertEquals(2, view.optionSet().rounds().size());
        assertEquals(MOTION.text(), now(poll).question().text());
    }

    @Test
    void plansThatMostRefuseEndWithoutAgreement() {
        Poll poll = poll(MOTION.choosing(plans(Method.PLURALITY)), Secrecy.NAMED, 13);
        for (int i = 1; i <= 13; i++) {
            cast(poll, i, i <= 6 ? "1" : i <= 9 ? "2" : "none", "k");
        }
        Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertFalse(closed.outcome().getBoolean("passed"));
        assertEquals(6, closed.tally().getLong("yes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1=1&p2=1", "", "choice=none&p1=1", "choice=none&choice=abstain", "choice=yes"})
    void anUnclearAnswerIsRefusedWithASentence(String typed) {
        assertThrows(Refused.class, () -> AnswerForm.read(form(typed), plans(Method.IRV)));
    }

    @Test
    void everyFormIsReadAsItsMethodAsks() {
        assertEquals("2>1", AnswerForm.read(form("p1=2&p2=1&p3="), plans(Method.SCHULZE)));
        assertEquals("1:3,3:0", AnswerForm.read(form("p1=3&p2=&p3=0"), plans(Method.MJ)));
        assertEquals("1,3", AnswerForm.read(form("plan=3&plan=1"), plans(Method.APPROVAL)));
        assertEquals("2", AnswerForm.read(form("choice=2"), plans(Method.PLURALITY)));
        assertEquals("none", AnswerForm.read(form("choice=none&p1="), plans(Method.IRV)));
        assertEquals("yes", AnswerForm.read(form("choice=yes"), null));
        assertThrows(Refused.class, () -> AnswerForm.read(form("choice=2"), null));
    }

    private static FormData form(String typed) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        for (String field : typed.split("&")) {
            int at = field.indexOf('=');
            if (at > 0) {
                fields.add(field.substring(0, at), field.substring(at + 1));
            }
        }
        return new FormData(fields, List.of(AnswerForm.FIELDS));
    }

    @Test
    void handsAreAResultOnlyWhenTwoPeopleCountedTheSame() {
        Poll poll = poll(MOTION.counted(true), Secrecy.NAMED, 13);
        assertEquals(Result.CLOSED, cast(poll, 1, "yes", "k").result());
        ManualCounts hands = polls.counting();
        hands.count(1, poll.id(), 1, "moderator", 9, 3, 1, 0);
        hands.count(1, poll.id(), 1, "moderator", 9, 3, 1, 0);
        assertFalse(hands.state(db.plain(), poll, 1).agreed());
        refused("poll.refused.hands", poll);
        hands.count(1, poll.id(), 2, "recorder", 8, 3, 1, 0);
        assertTrue(hands.state(db.plain(), poll, 2).differs());
        refused("poll.refused.hands", poll);
        hands.count(1, poll.id(), 2, "recorder", 9, 3, 1, 0);
        Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertEquals(9, closed.tally().getLong("yes"));
        assertEquals(2, closed.tally().getJsonArray("hands").size());
        assertTrue(closed.outcome().getBoolean("passed"));
        assertThrows(Refused.class, () -> hands.count(1, poll.id(), 2, "recorder", 1, 1, 1, 0));
    }

    private static void refused(String key, Poll poll) {
        Refused refused = assertThrows(Refused.class, () -> polls.closing().close(1, poll.id(), 1L, "moderator", ""));
        assertEquals(key, refused.refusal().key());
    }

    @Test
    void moreHandsThanArePresentAreNotPutDown() {
        Poll poll = poll(MOTION.counted(true), Secrecy.NAMED, 13);
        Refused refused =
                assertThrows(Refused.class, () -> polls.counting().count(1, poll.id(), 1, "moderator", 10, 3, 1, 0));
        assertEquals(List.of(14L, 13), refused.refusal().args());
        Poll ballots = poll(MOTION, Secrecy.NAMED, 13);
        assertThrows(Refused.class, () -> polls.counting().count(1, ballots.id(), 1, "moderator", 1, 1, 1, 0));
    }

    @Test
    void theWallShowsAResultOnlyOnceItIsClosedAndTheModeratorSaysSo() {
        Poll poll = poll(MOTION, Secrecy.NAMED, 13);
        polls.closing().show(1, poll.id());
        assertFalse(now(poll).shown());
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertFalse(now(poll).shown());
        polls.closing().show(1, poll.id());
        assertTrue(now(poll).shown());
    }

    @Test
    void aVoteOnTheWayToADecisionTellsItsOwnConclusionAndNotTheMatters() {
        concluded.clear();
        assertThrows(IllegalStateException.class, polls::requireListeners);
        var heard = new java.util.ArrayList<Long>();
        polls.concludes(
                Question.Purpose.AMENDMENT,
                (tx, p, outcome, person, post, minority) ->
                        heard.add(p.question().subject()));
        Poll poll = poll(Question.about(Question.Purpose.AMENDMENT, 1, 77, "把“每天”改成“每周”"), Secrecy.NAMED, 13);
        cast(poll, 1, "yes", "k");
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertEquals(List.of(77L), heard);
        assertTrue(concluded.isEmpty());
        assertTrue(polls.newestOfMatter(db.plain(), 1, poll.matter()).isEmpty());
    }
}
