package pavilion.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pavilion.matter.Matter;
import pavilion.rules.procedure.Ending;

/** What becomes of ratings that are few and low. */
class RatingsTest extends DecidedMatter {
    @Test
    void fewRatingsAreReadByTheSupervisionCommitteeOnceTheirDaysAreOver() {
        Matter matter = concluded(Ending.AGREED, 4);
        village.clock.to(matter.stageDue().plusDays(1));
        village.matterModule.advanceDue();
        Matter rated = village.advance(village.matter(matter.id()));
        String at = "/c/heping/matters/" + matter.id();
        for (int person = 201; person <= 203; person++) {
            var rating = Map.of("stars", person == 203 ? "4" : "1", "note", person == 201 ? "线又磨没了" : "");
            assertEquals(
                    303,
                    walk.post(walk.in(village.viewer(person)), at + "/rating", rating)
                            .status());
        }
        assertFalse(whole(walk.get(supervisor, at)).contains("线又磨没了"));
        village.clock.to(rated.stageDue().plusDays(1));
        String seen = whole(walk.get(supervisor, at));
        assertTrue(seen.contains("收到 3 份，其中满意和很满意 1 份") && seen.contains("线又磨没了"), seen);
        assertTrue(seen.contains("满意的不到一半"), seen);
        for (String other : new String[] {resident, clerk}) {
            String page = whole(walk.get(other, at));
            assertTrue(page.contains("不满 5 份时不公布结果"), page);
            assertFalse(page.contains("线又磨没了") || page.contains("满意的不到一半"), page);
        }
    }
}
