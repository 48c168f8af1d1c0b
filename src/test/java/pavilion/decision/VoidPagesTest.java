package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever shows a poll that was made void says so, with the reason, and never that an objection was upheld. */
final class VoidPagesTest {
    private static final String REASON = "方案文字不是修改后的";
    private static DemoSession held;
    private static String poll;
    private static String receipt;
    private static String number;

    @BeforeAll
    static void makeVoid() {
        held = DemoSession.open();
        poll = held.put(Map.of());
        receipt = held.cast(poll, 0, Map.of("choice", "yes"));
        held.sent(303, poll + "/close", Map.of("minority", ""));
        number = held.posted(poll);
        held.sent(303, poll + "/void", Map.of("reason", REASON));
    }

    @AfterAll
    static void close() {
        held.close();
    }

    private static String id() {
        return poll.substring(poll.lastIndexOf('/') + 1);
    }

    private static void says(String page) {
        assertTrue(page.contains("这次表决已作废") && page.contains(REASON) && page.contains("主持人"), page);
        assertFalse(page.contains("异议成立") || page.matches("(?s).*(?<![a-z])null(?![a-z]).*"), page);
    }

    @Test
    void whoeverLooksUpAReceiptIsToldAndWhereToVoteAgain() {
        String page = held.page("household", held.at + "/receipts?code=" + receipt);
        says(page);
        assertFalse(page.contains("已经计入结果") || page.contains("请再投一次"), page);
        String again = held.put(Map.of());
        assertTrue(held.page("household", held.at + "/receipts?code=" + receipt).contains("请再投一次"));
        held.sent(303, again + "/void", Map.of("reason", REASON));
    }

    @Test
    void theRegisterSaysItInEveryForm() {
        says(held.page("household", held.at + "/register"));
        says(held.page("household", held.at + "/register/" + number));
        String csv = held.page("household", held.at + "/register.csv");
        String row =
                csv.lines().filter(line -> line.startsWith(number)).findFirst().orElseThrow();
        says(row);
        assertTrue(row.contains("表决作废，没有作出决定"), row);
    }

    @Test
    void soDoMatterWallHallScrutinyAndTheVotersOwnPart() {
        long matter = held.number("select matter from poll where community = 1 and id = " + id());
        says(held.page("household", held.at + "/matters/" + matter));
        says(held.wall());
        says(held.page("household", held.address()));
        says(held.page("scrutineer", poll + "/scrutiny"));
        says(held.page("household", poll + "/mine"));
    }
}
