package pavilion.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.text.Messages;

/** What waits longest comes first, each thing once, and nothing is cut off without a word. */
class TodayPagesTest {
    private static TestDatabase it;
    private static SmallCommunity village;
    private static BrowserlessClient walk;
    private static String clerk;

    @BeforeAll
    static void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        village = new SmallCommunity(it.database());
        walk = new BrowserlessClient(village.routes());
        clerk = walk.in(village.viewer(SmallCommunity.CLERK));
    }

    @AfterAll
    static void close() {
        walk.close();
        it.close();
    }

    private static String today(String who) {
        return MatterPagesTest.whole(walk.get(who, "/c/heping/today"));
    }

    private static long times(String page, String title) {
        return Pattern.compile(">" + title + "<").matcher(page).results().count();
    }

    @Test
    void whateverIsAskedHasAButton() {
        for (String lang : Messages.LANGUAGES) {
            Messages messages = new Messages();
            List<String> without = messages.keys(lang).stream()
                    .filter(key -> key.startsWith("matter.can."))
                    .map(key -> key.substring("matter.can.".length()))
                    .filter(badge -> StageFact.badge(badge).duty())
                    .filter(badge -> !messages.has(lang, "matter.go." + badge))
                    .toList();
            assertEquals(List.of(), without, lang);
        }
    }

    @Test
    void aPollThatNobodyOpenedWaitsForTheCommittee() {
        Matter matter = village.triaged("车棚翻新", "unopened");
        it.database()
                .plain()
                .run("update matter set stage = 'poll', stage_due = date '2026-03-09' where id = $1", matter.id());
        assertTrue(today(clerk).contains("等您开始表决"));
        String lists =
                MatterPagesTest.whole(walk.get(walk.in(village.viewer(201)), "/c/heping/matters/" + matter.id()));
        assertFalse(lists.contains("等：业主") || lists.contains("表决中，到"), lists);
        assertTrue(MatterPagesTest.whole(walk.get(walk.in(village.viewer(201)), "/c/heping/matters?q=车棚翻新"))
                .contains("等居委会开始表决，计划3月9日前"));
        it.database().plain().run("update matter set state = 'ended', ending = 'declined' where id = $1", matter.id());
    }

    @Test
    void oneCardThenTheOthersByTheirDayAndHowManyMoreThereAre() {
        String stranger = today(walk.in(village.viewer(SmallCommunity.STRANGER)));
        assertTrue(stranger.contains("现在没有事等您办"), stranger);
        for (int i = 0; i < 45; i++) {
            Matter matter = village.propose("第" + i + "件", "today" + i);
            int days = i == 30 ? 1 : 5 + i;
            it.database()
                    .plain()
                    .run(
                            "update matter set stage = 'triage', stage_due = date '2026-03-02' + $2::int where id = $1",
                            matter.id(),
                            days);
        }
        String page = today(clerk);
        assertTrue(page.contains("今天有 45 件事等您"), page);
        int card = page.indexOf("第30件");
        assertTrue(card > 0 && card < page.indexOf("第0件"), page);
        assertTrue(page.indexOf("第0件") < page.indexOf("第9件"), page);
        assertEquals(1, times(page, "第30件"), page);
        assertEquals(1, times(page, "第0件"), page);
        assertFalse(page.contains("第44件"), page);
        assertTrue(page.contains("另外还有 4 件等您"), page);
        assertEquals(1, Pattern.compile("class=\"go\"").matcher(page).results().count(), page);
    }
}
