package pavilion.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pavilion.session.ItemEnding;
import pavilion.identity.Actor;
import pavilion.rules.procedure.SpeakingOrder.Side;
import pavilion.session.AgendaItem;

final class ProceduresTest extends MotionCase {
    @Test
    void whenTheDebateIsClosedHandsGoDownAndOnlyPointsOfOrderAreHeard() {
        meeting.raiseHand(201, Side.FOR);
        meeting.raiseHand(202, Side.ORDER);
        agreed(move(203, Motion.Kind.CLOSE));
        assertEquals(1, meeting.hands());
        meeting.refuses("motion.refused.floor-closed", () -> meeting.raiseHand(204, Side.AGAINST));
        meeting.raiseHand(204, Side.ORDER);
        assertEquals(2, meeting.hands());
        meeting.refuses("motion.refused.floor-closed", () -> move(203, Motion.Kind.CLOSE));
    }

    @Test
    void aVoteClosesTheDebateToo() {
        Motion close = move(203, Motion.Kind.CLOSE);
        vote(close);
        meeting.vote(1, 3);
        assertEquals(Motion.State.REFUSED, now(close).state());
        meeting.raiseHand(204, Side.AGAINST);
        Motion again = move(203, Motion.Kind.CLOSE);
        vote(again);
        meeting.vote(4, 0);
        meeting.refuses("motion.refused.floor-closed", () -> meeting.raiseHand(201, Side.FOR));
        assertEquals("session", meeting.stage());
    }

    @Test
    void anItemThatIsTakenLaterComesLastAndTheNextOneIsInHand() {
        long first = meeting.item().id();
        meeting.refuses("motion.refused.last", () -> move(201, Motion.Kind.LATER));
        meeting.addReport(2);
        meeting.addReport(3);
        agreed(move(201, Motion.Kind.LATER));
        assertEquals(1, meeting.session().current());
        assertEquals("report", meeting.item().title());
        assertEquals(first, meeting.items().getLast().id());
        meeting.refuses("calling.refused.talked", () -> meeting.takeOff(first));
        assertEquals(
                "[1, 2, 3]",
                meeting.items().stream().map(AgendaItem::ordinal).toList().toString());
    }

    @Test
    void anItemThatIsLeftOrReferredEndsThereAndTheMeetingGoesOn() {
        meeting.addReport(2);
        agreed(move(201, Motion.Kind.REFER));
        assertEquals(2, meeting.session().current());
        assertEquals(ItemEnding.REFERRED, meeting.items().getFirst().debate().ending());
        assertEquals(
                "街道",
                MotionLog.read(meeting.db().plain(), 1, meeting.session().id())
                        .getFirst()
                        .motion()
                        .detail());
        assertEquals("session", meeting.stage());
    }

    @Test
    void theLastItemThatIsLeftIsNotVotedOn() {
        agreed(move(201, Motion.Kind.POSTPONE));
        assertEquals(ItemEnding.POSTPONED, meeting.item().debate().ending());
        meeting.refuses(
                "motion.refused.ended",
                () -> meeting.questions().put(1, meeting.session().id(), meeting.moderator()));
        meeting.refuses("motion.refused.ended", () -> amend(201, "x"));
    }

    @Test
    void aRecessPausesTheMeetingEvenWhenTooFewAreThere() {
        meeting.leave(4);
        meeting.leave(3);
        Motion motion = move(201, Motion.Kind.RECESS);
        agreed(motion);
        assertEquals("paused", meeting.session().state());
        meeting.refuses("session.refused.not-open", () -> move(201, Motion.Kind.RECESS));
    }

    @Test
    void theSameProceduralMotionWaitsOnceAndAnObjectionStopsItsConsent() {
        Motion motion = move(201, Motion.Kind.CLOSE);
        meeting.refuses("motion.refused.pending", () -> move(202, Motion.Kind.CLOSE));
        consent(motion);
        object(motion, 202);
        meeting.refuses("motion.refused.objected", () -> adopt(motion));
        motions.withdraw(meeting.session(), motion.id(), null, meeting.moderator());
        assertTrue(acts().contains("motion.objected 1"));
        move(202, Motion.Kind.CLOSE);
    }

    @Test
    void whatWasMovedOnAnItemIsNotDecidedOnAnother() {
        meeting.addReport(2);
        Motion motion = move(201, Motion.Kind.CLOSE);
        meeting.sessions().next(1, meeting.session().id(), 1, meeting.moderator());
        meeting.refuses("motion.refused.other-item", () -> consent(motion));
        Motion report = move(201, Motion.Kind.CLOSE);
        meeting.refuses("motion.refused.no-matter", () -> vote(report));
        motions.withdraw(meeting.session(), motion.id(), 201L, new Actor(201L, "resident"));
    }
}
