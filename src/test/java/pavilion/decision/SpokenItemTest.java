package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An item of the agenda that is talked about and not voted on, and a recess. */
final class SpokenItemTest {
    private DemoSession held;

    @BeforeEach
    void open() {
        held = DemoSession.open();
    }

    @AfterEach
    void close() {
        held.close();
    }

    @Test
    void itsTitleAndWordsStandInTheHallAndOnTheConsoleAndAreNoMotion() {
        held.sent(
                303,
                held.address() + "/agenda",
                Map.of("matter", "", "title-new", "花坛", "minutes-new", "5", "motion-new", "补种桂花树两棵", "key", "k"));
        long items = held.number("select count(*) from agenda_item where community = 1 and session = " + held.id);
        for (long from = 1; from < items; from++) {
            held.sent(303, held.address() + "/next", Map.of("from", String.valueOf(from)));
        }
        for (String page : new String[] {
            held.page("household", held.address()),
            held.moderator.get(held.console()).body()
        }) {
            String section = page.substring(page.indexOf("<section id=\"motion\">"));
            section = section.substring(0, section.indexOf("</section>"));
            assertTrue(section.contains("<h2>花坛</h2>") && section.contains("补种桂花树两棵"), section);
            assertFalse(section.contains("动议"), section);
        }
        held.sent(303, held.address() + "/close", Map.of());
        String minutes = held.moderator.get(held.address() + "/minutes").body();
        assertTrue(minutes.contains("补种桂花树两棵"), minutes);
        assertFalse(minutes.contains("<h3>动议</h3><p class=\"motion\">补种"), minutes);
    }

    @Test
    void inARecessNothingIsSaidOfWhoIsPresent() {
        held.tx.run(
                "update presence set how = 'remote', roll = (select roll from session where community = 1 and id = $1)"
                        + " where community = 1 and session = $1 and voter ="
                        + " (select min(voter) from presence where community = 1 and session = $1)",
                held.id);
        assertTrue(held.page("household", held.address()).contains("另有 1 户远程旁听"));
        held.sent(303, held.address() + "/pause", Map.of());
        assertFalse(held.page("household", held.address()).contains("另有 1 户远程旁听"));
    }
}
