package pavilion.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.matter.SmallCommunity;
import pavilion.rules.Refused;
import pavilion.session.PlayedSession;
import pavilion.text.Messages;
import pavilion.web.Templates;

/** Minutes of a meeting of six households at which four voted 3 : 1. */
final class MinuteBookTest {
    private static final Actor CLERK = new Actor(SmallCommunity.CLERK, "committee");
    private PlayedSession meeting;
    private MinuteBook book;

    @BeforeEach
    void open() {
        meeting = PlayedSession.open();
        book = new MinuteBook(
                meeting.db(),
                meeting.village().clock,
                meeting.village().matterModule.matters(),
                meeting.polls());
    }

    @AfterEach
    void close() {
        meeting.close();
    }

    private Minutes minutes() {
        return MinutesStore.find(meeting.db().plain(), 1, meeting.id());
    }

    private JsonObject text() {
        return book.text(meeting.db().plain(), minutes(), book.log(meeting.db().plain(), 1, meeting.id()));
    }

    private void write(long version, String points) {
        book.write(1, meeting.id(), version, "下周五前装好", Map.of(meeting.itemId(), points));
    }

    /** Two people count the hands, each on their own. */
    private void hands(int hands) {
        book.hands(1, meeting.id(), hands, meeting.moderator());
        book.hands(1, meeting.id(), hands, CLERK);
    }

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(Refused.class, act).refusal().key());
    }

    @Test
    void whatWasWrittenForAnItemThatWasTakenOffMeanwhileGoesWithIt() {
        book.write(1, meeting.id(), 0, "", Map.of(meeting.itemId(), "都同意", meeting.itemId() + 999, "没有了"));
        assertEquals(
                Map.of(meeting.itemId(), "都同意"),
                MinutesStore.points(meeting.db().plain(), 1, meeting.id()));
    }

    @Test
    void everyAmendmentStandsThereWithTheTextBeforeAndAfterAndItsCount() {
        meeting.db().run(tx -> tx.run("""
                insert into motion (community, session, item, kind, number, name, base, text, edits, state, how, poll,
                    request_key, moved_at, decided_at)
                select 1, $1, $2, 'amend', 1, '李奶奶', 1, '换成声控灯', '[]', 'adopted', 'vote', p.id, 'k', now(), now()
                from poll p where p.session = $1
                """, meeting.id(), meeting.itemId()));
        JsonObject moved = text().getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("moved")
                .getJsonObject(0);
        assertEquals("换灯", moved.getString("before"));
        assertEquals("换成声控灯", moved.getString("after"));
        assertEquals("adopted", moved.getString("state"));
        assertEquals(3, moved.getJsonObject("poll").getJsonObject("tally").getInteger("yes"));
        meeting.end();
        book.submit(1, meeting.id(), meeting.moderator());
        var paper = new MinutesPaper(
                "zh", meeting.id(), "和平路社区", minutes(), MinutesView.of(text()), List.of(), List.of(), null);
        String page = new String(
                new PaperPrinter(new Templates(new Messages())::paper).print(paper, PaperFormat.HTML),
                StandardCharsets.UTF_8);
        assertTrue(page.contains("修正案 1 · 李奶奶 · 通过 · 经表决 · 同意 3 · 反对 1 · 弃权 0"), page);
        assertTrue(page.contains("换成声控灯"));
    }

    @Test
    void theLogWritesWhatHappenedAndTheRecorderOnlyThePoints() {
        write(0, "赞成的说晚上看不清路。");
        JsonObject text = text();
        JsonObject item = text.getJsonArray("items").getJsonObject(0);
        JsonObject poll = item.getJsonArray("polls").getJsonObject(0);
        assertEquals(4, text.getInteger("present"));
        assertEquals(6, text.getInteger("members"));
        assertEquals(4, text.getJsonArray("attended").size());
        assertEquals(3, poll.getJsonObject("tally").getInteger("yes"));
        assertTrue(poll.getJsonObject("outcome").getBoolean("passed"));
        assertEquals("赞成的说晚上看不清路。", item.getString("points"));
        assertEquals(90, item.getJsonArray("speeches").getJsonObject(0).getInteger("seconds"));
        assertEquals("换成感应灯", item.getJsonArray("motions").getJsonObject(0).getString("text"));
    }

    @Test
    void whoSavesOverAnOlderTextIsTold() {
        write(0, "一");
        long seen = minutes().version();
        write(seen, "二");
        refused("minutes.refused.version", () -> write(seen, "三"));
        assertEquals(
                "二", MinutesStore.points(meeting.db().plain(), 1, meeting.id()).get(meeting.itemId()));
    }

    @Test
    void theRoomApprovesByMoreThanHalfOfThoseWhoWereThere() {
        refused("minutes.refused.open", () -> book.submit(1, meeting.id(), meeting.moderator()));
        meeting.end();
        refused("minutes.refused.not-put", () -> book.answer(1, meeting.id(), 201, true, ""));
        book.submit(1, meeting.id(), meeting.moderator());
        refused("minutes.refused.put", () -> write(minutes().version(), "late"));
        book.answer(1, meeting.id(), 201, true, "");
        book.answer(1, meeting.id(), 201, true, "");
        book.answer(1, meeting.id(), 202, false, "少了一句");
        refused("minutes.refused.not-there", () -> book.answer(1, meeting.id(), 206, true, ""));
        hands(1);
        refused("minutes.refused.half", () -> book.approve(1, meeting.id(), "", meeting.moderator()));
        refused("minutes.refused.hands", () -> hands(3));
        hands(2);
        book.approve(1, meeting.id(), "", meeting.moderator());
        assertTrue(minutes().approved());
        assertEquals(3, minutes().approval().agreed());
        assertEquals(4, minutes().approval().asked());
    }

    @Test
    void raisedHandsAreCountedByTwoPeopleEachOnTheirOwn() {
        meeting.end();
        book.submit(1, meeting.id(), meeting.moderator());
        book.hands(1, meeting.id(), 3, meeting.moderator());
        refused("minutes.refused.two", () -> book.approve(1, meeting.id(), "", meeting.moderator()));
        book.hands(1, meeting.id(), 3, meeting.moderator());
        refused("minutes.refused.two", () -> book.approve(1, meeting.id(), "", meeting.moderator()));
        book.hands(1, meeting.id(), 4, CLERK);
        refused("minutes.refused.two", () -> book.approve(1, meeting.id(), "", CLERK));
        book.hands(1, meeting.id(), 0, CLERK);
        book.hands(1, meeting.id(), 3, CLERK);
        book.approve(1, meeting.id(), "", CLERK);
        assertEquals(3, minutes().approval().agreed());
        var db = meeting.db().plain();
        assertEquals(
                Set.of("committee", "moderator"),
                Set.copyOf(
                        HandCount.agreed(HandCountStore.of(db, 1, meeting.id())).posts()));
        assertThrows(RuntimeException.class, () -> db.run("update minutes_hands set hands = 4"));
    }

    @Test
    void takenBackTheHandsAreCountedAnew() {
        meeting.end();
        book.submit(1, meeting.id(), meeting.moderator());
        hands(3);
        book.takeBack(1, meeting.id(), "补一句", meeting.moderator());
        book.submit(1, meeting.id(), meeting.moderator());
        refused("minutes.refused.half", () -> book.approve(1, meeting.id(), "", meeting.moderator()));
    }

    @Test
    void takenBackItIsADraftAgainAndEverybodyIsAskedAnew() {
        meeting.end();
        book.submit(1, meeting.id(), meeting.moderator());
        book.answer(1, meeting.id(), 201, false, "写错了");
        book.takeBack(1, meeting.id(), "补一句", meeting.moderator());
        assertTrue(minutes().draft());
        assertTrue(MinutesStore.answers(meeting.db().plain(), 1, meeting.id()).isEmpty());
    }

    @Test
    void whatWasWantedOtherwiseStaysWithItsAnswer() {
        meeting.end();
        book.submit(1, meeting.id(), meeting.moderator());
        book.answer(1, meeting.id(), 201, false, "修正案第二行漏了");
        book.takeBack(1, meeting.id(), "已补上第二行", meeting.moderator());
        book.submit(1, meeting.id(), meeting.moderator());
        book.answer(1, meeting.id(), 202, true, "天色已晚也要写");
        hands(3);
        book.approve(1, meeting.id(), "写在“其他”里了", meeting.moderator());
        var kept = MinutesStore.corrections(meeting.db().plain(), 1, meeting.id());
        assertEquals(
                List.of("修正案第二行漏了/已补上第二行", "天色已晚也要写/写在“其他”里了"),
                kept.stream().map(each -> each.text() + "/" + each.answer()).toList());
        var db = meeting.db().plain();
        assertThrows(RuntimeException.class, () -> db.run("delete from minutes_correction"));
    }

    @Test
    void theQuorumIsThatOfEachVoteAndNotOfTheEnd() {
        meeting.end();
        MinutesView view = MinutesView.of(text());
        assertTrue(view.quorum().isEmpty());
        assertEquals(4, view.items().getFirst().polls().getFirst().present());
    }

    @Test
    void approvedItIsKeptLetterByLetterUnderItsHashAndOnlyAnAdditionFollows() {
        meeting.end();
        refused("minutes.refused.not-approved", () -> book.add(1, meeting.id(), "补", "k", meeting.moderator()));
        book.submit(1, meeting.id(), meeting.moderator());
        book.answer(1, meeting.id(), 201, true, "");
        hands(3);
        book.approve(1, meeting.id(), "", meeting.moderator());
        assertEquals(minutes().requireSubmission().sha256(), MinutesText.sha256(text()));
        refused("minutes.refused.not-put", () -> book.takeBack(1, meeting.id(), "late", meeting.moderator()));
        book.add(1, meeting.id(), "补一句", "k", meeting.moderator());
        book.add(1, meeting.id(), "补一句", "k", meeting.moderator());
        assertEquals(
                1, MinutesStore.additions(meeting.db().plain(), 1, meeting.id()).size());
        var db = meeting.db().plain();
        assertThrows(RuntimeException.class, () -> db.run("update minutes set remark = 'x'"));
        assertThrows(RuntimeException.class, () -> db.run("delete from minutes_answer"));
        assertThrows(RuntimeException.class, () -> db.run("update minutes_addition set text = 'x'"));
        assertFalse(minutes().remark().equals("x"));
    }

    @Test
    void aMeetingThatWentOnAnotherDayIsTwoSittingsAndThoseWhoCameAgainApprove() {
        meeting.anotherDay();
        meeting.end();
        JsonObject text = text();
        assertEquals("courtyard", text.getString("kind"));
        assertEquals(2, text.getJsonArray("sittings").size());
        JsonObject first = text.getJsonArray("sittings").getJsonObject(0);
        assertEquals(4, first.getInteger("there"));
        assertEquals("夜深了", first.getString("reason"));
        // Four stays of the first day, three of the second.
        assertEquals(7, text.getJsonArray("attended").size());
        assertEquals(3, text.getInteger("present"));
        book.submit(1, meeting.id(), meeting.moderator());
        refused("minutes.refused.hands", () -> hands(4));
        hands(2);
        book.approve(1, meeting.id(), "", meeting.moderator());
        assertTrue(minutes().approved());
    }
}
