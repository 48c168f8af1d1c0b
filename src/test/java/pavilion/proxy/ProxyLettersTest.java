package pavilion.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pavilion.matter.SmallCommunity;
import pavilion.poll.Poll;
import pavilion.rules.Refused;
import pavilion.session.conduct.SessionRecord;
import pavilion.session.presence.Attended;

final class ProxyLettersTest extends LettersCase {
    @Test
    void whoComesBringsInThoseWhoGaveThemALetterAndCastsForThem() {
        given.byPhone(village.viewer(202), 102, 201, "a");
        given.onPaper(103, 201, 0, 7);
        given.onPaper(104, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        assertEquals(4, present());
        assertEquals(3, byProxy());
        Poll poll = opened();
        assertEquals(4, poll.present());
        assertEquals(201L, caster(poll, 103));
        assertEquals(205L, caster(poll, 105));
        cast(poll, 201, Map.of(101L, "yes", 102L, "yes", 103L, "no", 104L, "yes"), "k");
        cast(poll, 201, Map.of(101L, "yes", 102L, "yes", 103L, "no", 104L, "yes"), "k");
        assertEquals(4, ballots(poll));
        Poll closed = polls.closing().close(1, poll.id(), null, "moderator", "");
        assertEquals(3, closed.tally().getInteger("yes"));
        assertTrue(SessionRecord.read(db.plain(), polls, 1, session).orElseThrow().attended().stream()
                .filter(Attended::proxy)
                .map(Attended::voter)
                .toList()
                .containsAll(List.of(102L, 103L, 104L)));
    }

    @Test
    void theMinutesHaveALineForEachStayWithItsWayAndWhoHeldTheLetter() {
        given.byPhone(village.viewer(202), 102, 201, "a");
        sessions.open(1, session, MODERATOR);
        scan(201);
        village.clock.forward(Duration.ofMinutes(3));
        scan(202);
        village.clock.forward(Duration.ofMinutes(3));
        attendance.leave(1, session, 202);
        village.clock.forward(Duration.ofMinutes(3));
        scan(202);
        List<Attended> stays = SessionRecord.read(db.plain(), polls, 1, session).orElseThrow().attended().stream()
                .filter(each -> each.voter() == 102)
                .toList();
        // Whoever leaves within minutes of coming has the letter back: its holder, who is on site, represents them
        // again.
        assertEquals(
                List.of(true, false, true, false),
                stays.stream().map(Attended::proxy).toList());
        assertFalse(stays.getFirst().holder().isEmpty());
        assertEquals("", stays.get(1).holder());
        assertEquals(stays.getFirst().holder(), stays.get(2).holder());
        for (int i = 0; i < 3; i++) {
            assertEquals(stays.get(i).left(), stays.get(i + 1).came());
        }
        assertNull(stays.getLast().left());
    }

    @Test
    void aFourthPrincipalIsOneTooMany() {
        given.onPaper(102, 201, 0, 7);
        given.onPaper(103, 201, 0, 7);
        long third = given.onPaper(104, 201, 0, 7);
        refused("proxy.refused.limit", () -> given.onPaper(105, 201, 0, 7));
        refused("proxy.refused.limit", () -> given.forMatter(matter, 105, 201));
        given.revoke(third);
        given.onPaper(105, 201, 0, 7);
    }

    @Test
    void fourLettersAtTheSameMomentAreThreeLetters() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        List<Thread> threads = List.of(102L, 103L, 104L, 105L).stream()
                .map(voter -> Thread.ofVirtual().start(() -> {
                    try {
                        given.onPaper(voter, 201, 0, 7);
                        taken.incrementAndGet();
                    } catch (Refused tooMany) {
                        assertEquals("proxy.refused.limit", tooMany.refusal().key());
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(3, taken.get());
    }

    @Test
    void aHolderPassesNothingOnAndWhoGaveTheOwnVoiceAwayHoldsNone() {
        given.onPaper(102, 201, 0, 7);
        refused("proxy.refused.holds", () -> given.onPaper(101, 203, 0, 7));
        refused("proxy.refused.given-away", () -> given.onPaper(103, 202, 0, 7));
        refused("proxy.refused.already", () -> given.onPaper(102, 203, 0, 7));
        refused("proxy.refused.already", () -> given.forMatter(matter, 102, 203));
    }

    @Test
    void onlyWhoSpeaksForAHouseholdGivesItsVoiceAndOnlyToSomebodyNearAndOfAge() {
        refused("proxy.refused.not-yours", () -> given.byPhone(village.viewer(202), 103, 201, "a"));
        refused("proxy.refused.not-yours", () -> given.byPhone(village.viewer(SmallCommunity.STRANGER), 102, 201, "b"));
        refused("proxy.refused.not-yours", () -> given.byPhone(village.viewer(SmallCommunity.CLERK), 102, 201, "c"));
        refused("proxy.refused.code", () -> given.withCode(village.viewer(202), 102, "AAAAAAAAAA"));
        refused("proxy.refused.elsewhere", () -> given.onPaper(102, SmallCommunity.STRANGER, 0, 7));
        refused("proxy.refused.child", () -> given.onPaper(102, SmallCommunity.CHILD, 0, 7));
        refused("proxy.refused.self", () -> given.onPaper(102, 202, 0, 7));
        refused("proxy.refused.not-on-roll", () -> given.onPaper(131, 201, 0, 7));
        refused("proxy.refused.holder", () -> given.onPaper(102, 999_999, 0, 7));
    }

    @Test
    void aLetterForAMatterHasItsDaysAndTheSameFormIsOneLetter() {
        refused("proxy.refused.past", () -> given.forMatter(matter, 102, 201, -9, -1));
        refused("proxy.refused.period", () -> given.forMatter(matter, 102, 201, 5, 4));
        refused("proxy.refused.long", () -> given.forMatter(matter, 102, 201, 0, 400));
        long first = given.forMatter(matter, 102, 201, 0, 1);
        assertEquals(first, given.forMatter(matter, 102, 201, 0, 1));
        given.forMatter(matter, 103, 201, 3, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        assertEquals(1, byProxy(), "the other is not yet valid");
        attendance.leave(1, session, 201);
        village.clock.forward(Duration.ofDays(2));
        scan(201);
        assertEquals(0, byProxy(), "one has run out, the other is not yet valid");
        given.forMatter(matter, 102, 204, 0, 7);
        assertEquals("expired", SampleLetters.why(db.plain(), first));
    }

    @Test
    void aLetterForASessionLastsUntilItEndsOnWhateverDay() {
        given.onPaper(102, 201, 0, 0);
        village.clock.forward(Duration.ofDays(40));
        sessions.open(1, session, MODERATOR);
        scan(201);
        assertEquals(1, byProxy());
        sessions.close(1, session, MODERATOR);
        assertEquals(List.of(), letters.of(db.plain(), 1, session, 201));
    }

    @Test
    void aLetterToSomebodyWhoIsOnSiteCountsAtOnceAndToSomebodyRemoteNever() {
        sessions.open(1, session, MODERATOR);
        scan(201);
        attendance.attendRemotely(1, session, 203);
        given.byPhone(village.viewer(202), 102, 201, "a");
        assertEquals(2, present());
        assertEquals(1, byProxy());
        given.forMatter(matter, 104, 201);
        assertEquals(3, present());
        given.onPaper(105, 203, 0, 7);
        assertEquals(2, byProxy());
    }

    @Test
    void noLetterIsGivenForAVoterWhoIsNotOnTheLockedRoll() {
        sessions.open(1, session, MODERATOR);
        db.plain().run("update role set person = 250 where community = 1 and person = 202 and role = 'household_rep'");
        refused("proxy.refused.locked", () -> given.onPaper(102, 201, 0, 7));
    }

    @Test
    void whoComesInPersonEndsTheLetterAndWhoRevokesItLeavesTheHall() {
        long second = given.onPaper(102, 201, 0, 7);
        long third = given.onPaper(103, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        assertEquals(3, present());
        arrive(2);
        assertEquals(3, present());
        assertEquals(1, byProxy());
        assertEquals("came", SampleLetters.why(db.plain(), second));
        assertFalse(given.revoke(third));
        assertFalse(given.revoke(third));
        assertEquals("revoked", SampleLetters.why(db.plain(), third));
        assertEquals(2, present());
        scan(201);
        assertEquals(0, byProxy());
    }

    @Test
    void aHolderWithoutAVoiceComesInByTheLettersAloneAndLeavesWithThem() {
        given.onPaper(102, SmallCommunity.CLERK, 0, 7);
        given.onPaper(103, SmallCommunity.CLERK, 0, 7);
        sessions.open(1, session, MODERATOR);
        refused(
                "session.refused.not-on-roll",
                () -> attendance.holderAtDesk(1, session, SmallCommunity.MODERATOR, true));
        attendance.holderAtDesk(1, session, SmallCommunity.CLERK, true);
        assertEquals(2, byProxy());
        refused("session.refused.not-on-roll", () -> attendance.leave(1, session, SmallCommunity.MODERATOR));
        attendance.leave(1, session, 202);
        assertEquals(2, byProxy(), "at home one cannot send the own holder away");
        attendance.holderAtDesk(1, session, SmallCommunity.CLERK, false);
        assertEquals(0, present());
    }

    @Test
    void principalAndHolderAtTheSameMomentAreOneBallot() throws InterruptedException {
        given.onPaper(102, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        arrive(3, 4);
        Poll poll = opened();
        Thread principal = Thread.ofVirtual()
                .start(() -> assertThrows(Refused.class, () -> cast(poll, 202, Map.of(102L, "no"), "p")));
        Thread holder = Thread.ofVirtual().start(() -> cast(poll, 201, Map.of(102L, "yes"), "h"));
        principal.join();
        holder.join();
        assertEquals(1, ballots(poll));
    }

    @Test
    void aPollOverDaysIsCastByTheHolderOfALetterForItsMatter() {
        given.forMatter(matter, 102, 201);
        long id = questions.openLong(1, matter, "?", village.clock.instant().plus(Duration.ofDays(3)), MODERATOR);
        Poll poll = polls.find(db.plain(), 1, id).orElseThrow();
        assertEquals(201L, caster(poll, 102));
        assertEquals(203L, caster(poll, 103));
    }

    @Test
    void whereTheRuleForbidsProxiesThereAreNone() {
        db.plain().run("update matter set rule = 'ywh.meeting' where community = 1 and id = $1", matter);
        assertThrows(Refused.class, () -> given.onPaper(102, 201, 0, 7));
        assertTrue(letters.forPoll(
                        db.plain(),
                        1,
                        session,
                        matter,
                        village.matterModule.matters().rule(village.matter(matter)))
                .isEmpty());
    }
}
