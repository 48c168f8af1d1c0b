package pavilion.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.identity.Actor;
import pavilion.matter.SmallCommunity;
import pavilion.poll.Poll;

final class MotionsTest extends MotionCase {
    @Test
    void whatNobodyObjectsToIsTheTextFromThenOnAndTheTextBeforeIsKept() {
        Motion motion = amend(201, "一层换灯\n二层三层换灯\n费用各户均摊");
        consent(motion);
        consent(motion);
        assertEquals(FIRST, text());
        adopt(motion);
        adopt(motion);
        assertEquals("一层换灯\n二层三层换灯\n费用各户均摊", text());
        MotionLog.Entry entry =
                MotionLog.read(running.db().plain(), 1, running.session().id()).getFirst();
        assertEquals(FIRST, entry.before());
        assertEquals(text(), entry.after());
        assertEquals(Motion.Means.CONSENT, entry.motion().how());
        assertEquals(version(), entry.motion().became());
        assertEquals(
                List.of("motion.put 0", "motion.moved 1", "motion.consent 1", "motion.adopted 1", "motion.amended 1"),
                acts());
    }

    @Test
    void oneObjectionIsEnoughForAVote() {
        Motion motion = amend(201, "一层换灯");
        running.refuses("motion.refused.not-asked", () -> object(motion, 202));
        consent(motion);
        running.refuses("motion.refused.not-present", () -> object(motion, 205));
        object(motion, 202);
        object(motion, 202);
        running.refuses("motion.refused.objected", () -> adopt(motion));
        running.refuses("motion.refused.objected", () -> consent(motion));
        assertEquals(FIRST, text());
        vote(motion);
        assertEquals(Motion.State.VOTING, now(motion).state());
    }

    @Test
    void anObjectionAfterTheConsentIsToldThatItIsLate() {
        Motion motion = amend(201, "一层换灯");
        agreed(motion);
        running.refuses("motion.refused.late", () -> object(motion, 202));
        assertEquals("一层换灯", text());
    }

    @Test
    void onlyWhoIsOnTheRollAndPresentMovesAnything() {
        running.refuses("motion.refused.not-present", () -> amend(205, "x"));
        running.refuses("motion.refused.not-present", () -> amend(SmallCommunity.STRANGER, "x"));
        running.refuses("motion.refused.not-present", () -> amend(SmallCommunity.CHILD, "x"));
        running.refuses("motion.refused.not-present", () -> move(205, Motion.Kind.CLOSE));
        assertEquals(List.of(), all());
        drafting.amend(running.session(), new Mover(null, "李奶奶", running.moderator()), draft("x"));
        assertEquals("李奶奶", all().getFirst().name());
    }

    @Test
    void theSameFormSentTwiceIsOneMotionAndTheSameWordsAreMovedOnce() {
        AmendmentDraft draft = draft("一层换灯");
        drafting.amend(running.session(), mover(201), draft);
        drafting.amend(running.session(), mover(201), draft);
        assertEquals(1, all().size());
        running.refuses("motion.refused.twice", () -> amend(202, "  一层换灯 \n\n"));
        running.refuses("motion.refused.same", () -> amend(202, FIRST + "\n"));
        running.refuses("motion.refused.empty", () -> amend(202, " \n "));
        running.refuses("motion.refused.lines", () -> amend(202, "x\n".repeat(61)));
    }

    @Test
    void aTextThatHasChangedMeanwhileIsNotAmendedBlindly() {
        AmendmentDraft old = draft("一层换灯\n二层换灯\n费用街道补贴一半");
        AmendmentDraft same = draft("一层不换\n二层换灯\n费用各户均摊");
        agreed(amend(201, "一层换感应灯\n二层换灯\n费用各户均摊"));
        running.refuses("motion.refused.stale", () -> drafting.amend(running.session(), mover(202), old));
        var tx = running.db().plain();
        assertEquals(
                "一层换感应灯\n二层换灯\n费用街道补贴一半",
                MotionDrafting.rebased(tx, running.session(), running.item(), old)
                        .orElseThrow()
                        .text());
        assertTrue(
                MotionDrafting.rebased(tx, running.session(), running.item(), same)
                        .isEmpty(),
                "the same line: nobody guesses");
    }

    @Test
    void othersAreCarriedOverAndWhatIsInConflictWaitsForItsMover() {
        Motion line1 = amend(201, "一层换感应灯\n二层换灯\n费用各户均摊");
        Motion line3 = amend(202, "一层换灯\n二层换灯\n费用街道补贴一半");
        Motion other = amend(203, "一层不换\n二层换灯\n费用各户均摊");
        agreed(line1);
        assertEquals(version(), now(line3).change().base());
        assertEquals("一层换感应灯\n二层换灯\n费用街道补贴一半", now(line3).change().text());
        assertTrue(now(other).stale(version()));
        running.refuses("motion.refused.conflict", () -> consent(other));
        running.refuses("motion.refused.conflict", () -> vote(other));
        running.refuses(
                "motion.refused.no-conflict", () -> motions.fall(running.session(), line3.id(), running.moderator()));
        AmendmentDraft again = new AmendmentDraft(other.id(), version(), "一层不换，二层换感应灯\n费用各户均摊", "again");
        running.refuses("motion.refused.not-yours", () -> drafting.amend(running.session(), mover(202), again));
        drafting.amend(running.session(), mover(203), again);
        drafting.amend(running.session(), mover(203), again);
        assertEquals(3, all().size());
        assertFalse(now(other).stale(version()));
        agreed(line3);
        assertTrue(now(other).pending());
    }

    @Test
    void theMotionIsPutToTheVoteWhenEveryAmendmentIsDealtWithAndThenItsTextIsLocked() {
        Motion line1 = amend(201, "一层换感应灯\n二层换灯\n费用各户均摊");
        Motion other = amend(203, "一层不换\n二层换灯\n费用各户均摊");
        running.refuses(
                "motion.refused.unsettled",
                () -> running.questions().put(1, running.session().id(), running.moderator()));
        agreed(line1);
        running.refuses(
                "motion.refused.unsettled",
                () -> running.questions().put(1, running.session().id(), running.moderator()));
        motions.fall(running.session(), other.id(), running.moderator());
        running.questions().put(1, running.session().id(), running.moderator());
        assertEquals("一层换感应灯\n二层换灯\n费用各户均摊", running.openPoll().question().text());
        running.refuses("session.refused.poll-open", () -> amend(202, "x"));
        running.vote(3, 1);
        running.refuses("motion.refused.put", () -> amend(202, "x"));
        running.refuses(
                "motion.refused.put",
                () -> running.sessions().motion(1, running.session().id(), 1, "x", running.moderator()));
        assertThrows(
                RuntimeException.class,
                () -> running.db()
                        .plain()
                        .run(
                                "update agenda_item set motion = 'x' where session = $1",
                                running.session().id()),
                "whoever writes it");
    }

    @Test
    void aVoteOnAnAmendmentDecidesItAndNotTheMatter() {
        Motion taken = amend(201, "一层换感应灯\n二层换灯\n费用各户均摊");
        Motion left = amend(202, "一层换灯\n二层换灯\n费用街道全付");
        vote(taken);
        vote(taken);
        assertEquals("question 1", running.openPoll().question().text());
        running.refuses("session.refused.poll-open", () -> consent(left));
        running.refuses(
                "motion.refused.voting",
                () -> motions.withdraw(running.session(), taken.id(), 201L, running.moderator()));
        Poll poll = running.vote(3, 1);
        assertEquals(Motion.State.ADOPTED, now(taken).state());
        assertEquals(poll.id(), now(taken).poll());
        assertEquals(Motion.Means.VOTE, now(taken).how());
        vote(left);
        running.vote(1, 3);
        assertEquals(Motion.State.REFUSED, now(left).state());
        assertEquals("一层换感应灯\n二层换灯\n费用各户均摊", text());
        assertEquals("session", running.stage());
        running.questions().put(1, running.session().id(), running.moderator());
        running.vote(4, 0);
        assertEquals("publicity", running.stage());
    }

    @Test
    void aVoteThatIsStoppedLeavesTheAmendmentWhereItWas() {
        Motion motion = amend(201, "一层换灯");
        vote(motion);
        running.polls().closing().cancel(1, running.openPoll().id(), "moderator", "念错了");
        assertEquals(Motion.State.MOVED, now(motion).state());
        agreed(motion);
        assertEquals("一层换灯", text());
    }

    @Test
    void whatIsDealtWithStaysAsItIsWhoeverWrites() {
        Motion motion = amend(201, "一层换灯");
        running.refuses(
                "motion.refused.not-yours",
                () -> motions.withdraw(running.session(), motion.id(), 202L, new Actor(202L, "resident")));
        motions.withdraw(running.session(), motion.id(), 201L, new Actor(201L, "resident"));
        motions.withdraw(running.session(), motion.id(), 201L, new Actor(201L, "resident"));
        running.refuses("motion.refused.late", () -> consent(motion));
        running.refuses("motion.refused.late", () -> vote(motion));
        for (String wrong : List.of(
                "update motion set state = 'adopted', how = 'vote'",
                "delete from motion",
                "update motion_text set text = 'x'")) {
            assertThrows(RuntimeException.class, () -> running.db().plain().run(wrong), wrong);
        }
    }

    private long session() {
        return running.session().id();
    }

    @Test
    void oneMotionIsDecidedAtATime() {
        Motion one = amend(201, "一层换灯");
        Motion other = amend(202, "二层换灯");
        consent(one);
        running.refuses("motion.refused.in-hand", () -> consent(other));
        running.refuses("motion.refused.in-hand", () -> vote(other));
        running.addReport(2);
        running.refuses(
                "session.refused.motion-in-hand", () -> running.sessions().next(1, session(), 1, running.moderator()));
        running.refuses(
                "session.refused.motion-in-hand", () -> running.sessions().close(1, session(), running.moderator()));
        vote(one);
        assertEquals(Motion.State.VOTING, now(one).state());
    }

    @Test
    void nobodyBuriesTheSessionUnderAmendments() {
        amend(201, "a");
        amend(201, "b");
        amend(201, "c");
        running.refuses("motion.refused.each", () -> amend(201, "d"));
        motions.withdraw(running.session(), all().getFirst().id(), 201L, new Actor(201L, "resident"));
        amend(201, "d");
    }

    @Test
    void withoutAQuorumNothingIsAgreedTo() {
        Motion motion = amend(201, "一层换灯");
        consent(motion);
        running.leave(4);
        running.refuses("poll.refused.no-quorum", () -> adopt(motion));
        running.refuses("poll.refused.no-quorum", () -> vote(motion));
        assertEquals(FIRST, text());
    }

    @Test
    void onceSomebodyAmendsItTheMotionIsNotSimplyReplaced() {
        amend(201, "一层换灯");
        running.refuses(
                "motion.refused.amended",
                () -> running.sessions().motion(1, running.session().id(), 1, "x", running.moderator()));
    }
}
