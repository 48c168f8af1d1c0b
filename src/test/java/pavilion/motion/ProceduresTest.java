package pavilion.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pavilion.identity.Actor;
import pavilion.rules.procedure.SpeakingOrder.Side;
import pavilion.session.AgendaItem;
import pavilion.session.ItemEnding;
import pavilion.session.SessionState;

final class ProceduresTest extends MotionCase {
    @Test
    void whenTheDebateIsClosedRequestsAreRemovedAndOnlyPointsOfOrderAreHeard() {
        running.askToSpeak(201, Side.FOR);
        running.askToSpeak(202, Side.ORDER);
        agreed(move(203, Motion.Kind.CLOSE));
        assertEquals(1, running.waiting());
        running.refuses("motion.refused.floor-closed", () -> running.askToSpeak(204, Side.AGAINST));
        running.askToSpeak(204, Side.ORDER);
        assertEquals(2, running.waiting());
        running.refuses("motion.refused.floor-closed", () -> move(203, Motion.Kind.CLOSE));
    }

    @Test
    void aVoteClosesTheDebateToo() {
        Motion close = move(203, Motion.Kind.CLOSE);
        vote(close);
        running.vote(1, 3);
        assertEquals(Motion.State.REFUSED, now(close).state());
        running.askToSpeak(204, Side.AGAINST);
        Motion again = move(203, Motion.Kind.CLOSE);
        vote(again);
        running.vote(4, 0);
        running.refuses("motion.refused.floor-closed", () -> running.askToSpeak(201, Side.FOR));
        assertEquals("session", running.stage());
    }

    @Test
    void anItemThatIsTakenLaterComesLastAndTheNextOneIsTakenUp() {
        long first = running.item().id();
        running.refuses("motion.refused.last", () -> move(201, Motion.Kind.LATER));
        running.addReport(2);
        running.addReport(3);
        agreed(move(201, Motion.Kind.LATER));
        assertEquals(1, running.session().current());
        assertEquals("report", running.item().title());
        assertEquals(first, running.items().getLast().id());
        running.refuses("calling.refused.talked", () -> running.takeOff(first));
        assertEquals(
                "[1, 2, 3]",
                running.items().stream().map(AgendaItem::ordinal).toList().toString());
    }

    @Test
    void anItemThatIsLeftOrReferredEndsThereAndTheSessionGoesOn() {
        running.addReport(2);
        agreed(move(201, Motion.Kind.REFER));
        assertEquals(2, running.session().current());
        assertEquals(ItemEnding.REFERRED, running.items().getFirst().debate().ending());
        assertEquals(
                "街道",
                MotionLog.read(running.db().plain(), 1, running.session().id())
                        .getFirst()
                        .motion()
                        .detail());
        assertEquals("session", running.stage());
    }

    @Test
    void theLastItemThatIsLeftIsNotVotedOn() {
        agreed(move(201, Motion.Kind.POSTPONE));
        assertEquals(ItemEnding.POSTPONED, running.item().debate().ending());
        running.refuses(
                "motion.refused.ended",
                () -> running.questions().put(1, running.session().id(), running.moderator()));
        running.refuses("motion.refused.ended", () -> amend(201, "x"));
    }

    @Test
    void aRecessPausesTheSessionEvenWhenTooFewArePresent() {
        running.leave(4);
        running.leave(3);
        Motion motion = move(201, Motion.Kind.RECESS);
        agreed(motion);
        assertEquals(SessionState.PAUSED, running.session().state());
        running.refuses("session.refused.not-open", () -> move(201, Motion.Kind.RECESS));
    }

    @Test
    void theSameProceduralMotionWaitsOnceAndAnObjectionStopsItsConsent() {
        Motion motion = move(201, Motion.Kind.CLOSE);
        running.refuses("motion.refused.pending", () -> move(202, Motion.Kind.CLOSE));
        consent(motion);
        object(motion, 202);
        running.refuses("motion.refused.objected", () -> adopt(motion));
        motions.withdraw(running.session(), motion.id(), null, running.moderator());
        assertTrue(acts().contains("motion.objected 1"));
        move(202, Motion.Kind.CLOSE);
    }

    @Test
    void whatWasMovedOnAnItemIsNotDecidedOnAnother() {
        running.addReport(2);
        Motion motion = move(201, Motion.Kind.CLOSE);
        running.sessions().next(1, running.session().id(), 1, running.moderator());
        running.refuses("motion.refused.other-item", () -> consent(motion));
        Motion report = move(201, Motion.Kind.CLOSE);
        running.refuses("motion.refused.no-matter", () -> vote(report));
        motions.withdraw(running.session(), motion.id(), 201L, new Actor(201L, "resident"));
    }
}
