package pavilion.matter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.rules.procedure.DecisionRoute;

/** The course of a matter in words that fit its way and its year. */
final class StageTimelineTest {
    private TestDatabase it;
    private SmallCommunity village;
    private BrowserlessClient walk;
    private String clerk;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        village = new SmallCommunity(it.database());
        walk = new BrowserlessClient(village.routes());
        clerk = walk.in(village.viewer(SmallCommunity.CLERK));
    }

    @AfterEach
    void close() {
        walk.close();
        it.close();
    }

    private String page(Matter matter, String part) {
        return walk.get(clerk, "/c/heping/matters/" + matter.id() + part).body();
    }

    private String list(String path) {
        return walk.get(clerk, path).body();
    }

    @Test
    void anotherRuleOnTheSameWayIsNotToldAsAnotherWay() {
        Matter same = village.routed(village.triaged("车棚", "k"), DecisionRoute.RESIDENTS, "");
        String settled = page(same, "");
        assertTrue(settled.contains("定了由谁、按哪条规则决定，从“审题分流”到“定主体与方案”"), settled);
        assertFalse(settled.contains("换一条路"), settled);
        Matter other = village.routed(village.triaged("电梯", "m"), DecisionRoute.OWNERS, "cc278.special");
        assertTrue(page(other, "").contains("换一条路，从“审题分流”"), page(other, ""));
    }

    @Test
    void anOwnersPlanNamesTheOwners() {
        Matter owners = village.routed(village.triaged("电梯", "m"), DecisionRoute.OWNERS, "cc278.special");
        String form = page(owners, "/plan");
        assertTrue(form.contains("全体业主") && form.contains("业主表决；租户、商户、单位、物业、社区民警可以发言"), form);
        assertFalse(form.contains("各户代表") || form.contains("户代表表决"), form);
        Matter yard = village.routed(village.triaged("灯", "n"), DecisionRoute.COURTYARD, "");
        assertTrue(page(yard, "/plan").contains("户代表表决；租户"), page(yard, "/plan"));
    }

    @Test
    void whatHasWaitedSinceAnotherYearSaysWhich() {
        Matter matter = village.routed(village.triaged("灯", "n"), DecisionRoute.COURTYARD, "");
        LocalDate due = matter.stageDue();
        village.clock.to(due.plusDays(1));
        String since = "从" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日起一直在等";
        String now = list("/c/heping/matters");
        assertTrue(now.contains(since), now);
        village.clock.to(LocalDate.of(2028, 1, 5));
        for (String list : new String[] {list("/c/heping/matters"), list("/c/heping/today")}) {
            assertTrue(list.contains(since.replace("从", "从2026年")), list);
        }
    }
}
