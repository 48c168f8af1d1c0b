package pavilion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A long result stays whole on the wall: every plan, who goes out, the lot and its code, without anybody to scroll. */
final class WallResultTest {
    private static final List<String> ZH = List.of(
            "在东门车棚北侧加装十六个带锁充电桩，费用从公共收益中出",
            "把原来的自行车棚拆掉一半，改成能遮雨的老人休息长廊",
            "维持现状，只把漏雨的顶棚和坏掉的两盏灯修好",
            "请物业公司在西墙外租地建临时停车场，租期三年一续",
            "车棚改成双层停车架，下层留给轮椅和婴儿车",
            "在每个单元门口各设六个停车位，车棚改作菜园");
    private static final List<String> EN = List.of(
            "Put sixteen charging points with locks on the north side of the shed by the east gate",
            "Take down half of the bicycle shed and build a covered walk with benches there",
            "Leave everything as it is, but mend the leaking roof and the two broken lamps",
            "Rent the ground outside the west wall for a parking place, three years at a time",
            "Two storeys of racks in the shed, the lower one for wheelchairs and prams",
            "Six places in front of each staircase, and a vegetable garden where the shed stands");

    private final BrowserFixture fixture = BrowserFixture.open();
    private final HallSteps hall = new HallSteps(fixture);

    @Test
    void sixPlansWithLongNamesAndALotStayOnTheScreen() {
        shown("zh", ZH);
        shown("en", EN);
    }

    private void shown(String language, List<String> plans) {
        String matter = hall.matter("车棚改造 STV " + language, "yard.consult", "HP-017");
        List<Long> homes = fixture.homes(18);
        try (BrowserWindow moderator =
                        BrowserWindow.desktop(fixture).language(language).as("moderator");
                BrowserWindow wall =
                        BrowserWindow.wall(fixture).language(language).open()) {
            String meeting = hall.call(moderator, matter, plans.getFirst());
            wall.go(moderator.page.locator("a[href^='/screen/']").getAttribute("href"));
            HallSteps.admit(moderator, meeting, homes);
            moderator.go(meeting + "/console");
            HallSteps.otherQuestion(moderator);
            moderator.page.locator("#method").selectOption("stv-scottish");
            moderator.fill("plans", String.join("\n", plans)).fill("seats", "2");
            moderator.press("session.ask.send").reads("poll.cast", 0);
            String poll = HallSteps.pollOf(moderator);
            List<String> ballots = Stream.of("1", "1>2", "1>3", "1", "1", "2", "3", "4", "5", "6")
                    .toList();
            IntStream.range(0, ballots.size())
                    .forEach(i -> HallSteps.enter(moderator, poll, homes.get(i), ballots.get(i)));
            wall.reads("poll.cast", ballots.size());
            whole(wall, "wall-plans-1-voting");
            moderator.go(meeting + "/console").confirm("session.poll.close", "session.poll.close.send");
            moderator.reads("poll.lot").press("session.show-result");
            plans.forEach(wall::readsText);
            wall.reads("poll.out").reads("poll.lot");
            assertThat(wall.page.locator(".outcome")).isVisible();
            whole(wall, "wall-plans-2-result");
            wall.page.reload();
            whole(wall, "wall-plans-3-again");
            moderator.quiet();
            wall.quiet();
        }
    }

    private static void whole(BrowserWindow wall, String picture) {
        wall.shoot(picture);
        assertEquals(true, wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight"), picture);
        Object least = wall.page.evaluate("Math.min(...[...document.querySelectorAll('#wall-main p')].map(p =>"
                + " p.getBoundingClientRect().bottom <= innerHeight ? 1 : 0))");
        assertEquals(1, ((Number) least).intValue(), picture);
        Object width = wall.page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertTrue(((Number) width).intValue() <= 0, picture);
    }
}
