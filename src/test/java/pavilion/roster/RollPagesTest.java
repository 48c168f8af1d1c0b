package pavilion.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** The roll taken in and given out through the pages. */
class RollPagesTest {
    static TestServers servers;
    static String at;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
        at = "/c/" + servers.guest("committee").community() + "/desk";
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    private static TestBrowser clerk() {
        TestBrowser clerk = servers.as("committee").speaking("en");
        clerk.get(at + "/import");
        return clerk;
    }

    private static byte[] roll(String code) {
        return RollsTest.GOOD.replace("X-01", code).getBytes(StandardCharsets.UTF_8);
    }

    private static String seen(HttpResponse<String> page) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]*)\"").matcher(page.body());
        assertTrue(seen.find(), page.body());
        return seen.group(1);
    }

    private static long people(String code) {
        return servers.database()
                .database()
                .plain()
                .first(row -> row.getLong(0), "select count(*) from person where code like $1", code + "-%")
                .orElseThrow();
    }

    @Test
    void aFileIsTriedFirstAndTakenWithoutBeingChosenAgain() {
        TestBrowser clerk = clerk();
        HttpResponse<String> tried = clerk.upload(at + "/import", Map.of("act", "try"), "r.csv", roll("Y-01"));
        assertEquals(200, tried.statusCode());
        assertTrue(tried.body().contains("nothing is wrong"), tried.body());
        assertEquals(0, people("Y-01"), "a dry run changes nothing");
        String seen = seen(tried);
        HttpResponse<String> again = clerk.upload(at + "/import", Map.of("seen", seen, "act", "try"), "", new byte[0]);
        assertTrue(again.body().contains("nothing is wrong"), again.body());
        assertEquals(0, people("Y-01"));
        HttpResponse<String> taken = clerk.upload(at + "/import", Map.of("seen", seen, "act", "take"), "", new byte[0]);
        assertTrue(taken.body().contains("The roll is taken in"), taken.body());
        assertEquals(2, people("Y-01"));
        assertEquals("", seen(taken));
        HttpResponse<String> gone = clerk.upload(at + "/import", Map.of("seen", seen, "act", "take"), "", new byte[0]);
        assertTrue(gone.statusCode() == 422 && gone.body().contains("no longer on the server"), gone.body());
    }

    @Test
    void anUploadIsAlwaysTriedFirstWhateverTheFormSays() {
        HttpResponse<String> tried =
                clerk().upload(at + "/import", Map.of("seen", "0".repeat(64), "act", "take"), "r.csv", roll("Y-02"));
        assertTrue(tried.body().contains("nothing is wrong"), tried.body());
        assertEquals(0, people("Y-02"));
    }

    @Test
    void whereOnlyTheCourtyardIsMissingTheFileIsKept() {
        byte[] file = "楼号;单元;房号;户主\n3;2;301;张三\n".getBytes(StandardCharsets.UTF_8);
        TestBrowser clerk = clerk();
        HttpResponse<String> asked = clerk.upload(at + "/import", Map.of("act", "try"), "r.csv", file);
        assertTrue(asked.statusCode() == 422 && asked.body().contains("Which courtyard"), asked.body());
        Map<String, String> yard = Map.of("seen", seen(asked), "act", "try", "courtyard", "Y-03");
        HttpResponse<String> tried = clerk.upload(at + "/import", yard, "", new byte[0]);
        assertTrue(tried.body().contains("nothing is wrong"), tried.body());
        Map<String, String> take = Map.of("seen", seen(tried), "act", "take", "courtyard", "Y-03");
        assertTrue(clerk.upload(at + "/import", take, "", new byte[0]).body().contains("The roll is taken in"));
        assertEquals(1, people("Y-03"));
    }

    @Test
    void aFlawedFileIsToldLineByLineAndLeavesNothing() {
        byte[] flawed = new String(roll("Z-01"), StandardCharsets.UTF_8)
                .replace("62.37", "sixty")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> told = clerk().upload(at + "/import", Map.of("seen", ""), "r.csv", flawed);
        assertEquals(200, told.statusCode());
        assertTrue(told.body().contains("at most two decimals"), told.body());
        assertEquals("", seen(told));
        assertEquals(0, people("Z-01"));
    }

    @Test
    void whatIsNoRollOrAsksTooMuchIsASentence() {
        HttpResponse<String> none = clerk().upload(at + "/import", Map.of(), "", new byte[0]);
        assertTrue(none.statusCode() == 422 && none.body().contains("choose a file"), none.body());
        HttpResponse<String> empty = clerk().upload(at + "/import", Map.of(), "r.csv", new byte[0]);
        assertTrue(empty.statusCode() == 422 && empty.body().contains("The file is empty"), empty.body());
        HttpResponse<String> old = clerk().upload(at + "/import", Map.of(), "r.xls", RollShapesTest.OLD);
        assertTrue(old.statusCode() == 422 && old.body().contains("old Excel file"), old.body());
        byte[] numbers = "身份证号,姓名\n1,2\n".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> never = clerk().upload(at + "/import", Map.of(), "r.csv", numbers);
        assertTrue(never.statusCode() == 422 && never.body().contains("no identity number"), never.body());
        byte[] noise = {'P', 'K', 3, 4, 0, 0, 0, 1};
        HttpResponse<String> broken = clerk().upload(at + "/import", Map.of(), "r.xlsx", noise);
        assertTrue(broken.statusCode() == 422 && broken.body().contains("class=\"error\""), broken.body());
    }

    @Test
    void whatIsExportedComesInAgainAndChangesNothing() {
        for (String file : new String[] {"roster.csv", "roster.xlsx"}) {
            TestBrowser clerk = clerk();
            HttpResponse<byte[]> out = clerk.bytes(at + "/" + file);
            assertEquals(200, out.statusCode());
            String back = clerk.upload(at + "/import", Map.of("seen", ""), file, out.body())
                    .body();
            assertTrue(back.contains("nothing is wrong"), back);
            assertEquals(5, back.split("<b>0</b>", -1).length - 1, "five counts of changes, all nought");
            assertFalse(back.contains("class=\"error\""));
        }
    }
}
