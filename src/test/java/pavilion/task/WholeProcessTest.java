package pavilion.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pavilion.audit.Finding;
import pavilion.audit.Verify;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.rules.procedure.Ending;

/** A matter from its proposal to the archive, and the ways on which it is stopped. */
class WholeProcessTest extends DecidedMatter {
    @Test
    void fromTheMeetingToTheArchive() {
        Matter matter = concluded(Ending.AGREED, 4);
        assertEquals("publicity", matter.stage());
        // fifteen days from 10 March is 25 March, a Wednesday
        assertEquals(LocalDate.of(2026, 3, 25), matter.stageDue());
        String at = "/c/heping/matters/" + matter.id();
        String register = whole(walk.get("nobody", "/c/heping/register"));
        assertTrue(register.contains("R-2026-001"));
        String page = whole(walk.get("nobody", "/c/heping/register/R-2026-001"));
        assertTrue(page.contains("同意 4 户，到会 5 户，须 3 户"), page);
        assertTrue(page.contains("少数户担心"));
        assertFalse(page.contains("/objections\""));
        whole(walk.get(resident, at));
        assertEquals(
                409, walk.post(clerk, at + "/move", Map.of("move", "advance")).status());
        village.clock.to(LocalDate.of(2026, 3, 25));
        assertEquals(0, village.matterModule.advanceDue());
        village.clock.to(LocalDate.of(2026, 3, 26));
        assertEquals(1, village.matterModule.advanceDue());
        assertEquals("work", village.matter(matter.id()).stage());
        work(at, matter);
        assertEquals(
                303, walk.post(clerk, at + "/move", Map.of("move", "advance")).status());
        assertEquals("rate", village.matter(matter.id()).stage());
        rate(at, matter);
    }

    private void work(String at, Matter matter) {
        assertEquals(
                403, walk.post(resident, at + "/errands", Map.of("title", "x")).status());
        assertEquals(
                303, walk.post(clerk, at + "/errands", Map.of("title", "给通道划线")).status());
        assertEquals(
                303, walk.post(clerk, at + "/errands", Map.of("title", "装摄像头")).status());
        String page = whole(walk.get(resident, at));
        String first = page.replaceAll("(?s).*?errands/(\\d+)/claim.*", "$1");
        assertEquals(
                303,
                walk.post(resident, at + "/errands/" + first + "/claim", Map.of())
                        .status());
        assertTrue(whole(walk.get(resident, at)).contains("您认领了：给通道划线"));
        assertFalse(whole(walk.get(neighbour, at)).contains("您认领了"));
        assertEquals(
                409,
                walk.post(neighbour, at + "/errands/" + first + "/claim", Map.of())
                        .status());
        assertEquals(
                409,
                walk.post(neighbour, at + "/errands/" + first + "/report", Map.of("note", "好了", "done", "1"))
                        .status());
        assertEquals(
                409, walk.post(clerk, at + "/move", Map.of("move", "advance")).status());
        assertEquals(
                303,
                walk.post(resident, at + "/errands/" + first + "/report", Map.of("note", "线划好了", "done", "1"))
                        .status());
        String second = whole(walk.get(clerk, at)).replaceAll("(?s).*?errands/(\\d+)/drop.*", "$1");
        assertEquals(
                303,
                walk.post(clerk, at + "/errands/" + second + "/drop", Map.of("reason", "要另外表决"))
                        .status());
        assertTrue(whole(walk.get(neighbour, at)).contains("要另外表决"));
    }

    private void rate(String at, Matter matter) {
        for (int person = 201; person <= 204; person++) {
            String token = walk.in(village.viewer(person));
            whole(walk.get(token, at));
            assertEquals(
                    303,
                    walk.post(token, at + "/rating", Map.of("stars", "5", "note", "好"))
                            .status());
            assertEquals(
                    409, walk.post(token, at + "/rating", Map.of("stars", "1")).status());
        }
        assertFalse(whole(walk.get(resident, at)).contains("很满意</b>"));
        String fifth = walk.in(village.viewer(205));
        assertEquals(303, walk.post(fifth, at + "/rating", Map.of("stars", "2")).status());
        assertTrue(whole(walk.get(resident, at)).contains("收到 5 份，其中满意和很满意 4 份"));
        village.clock.to(LocalDate.of(2026, 6, 1));
        assertEquals(1, village.matterModule.advanceDue());
        assertEquals("done", village.matter(matter.id()).ending());
        whole(walk.get(resident, at));
    }

    @Test
    void noAgreementIsPostedAndThenAnHonestEnd() {
        Matter matter = concluded(Ending.NO_AGREEMENT, 2);
        assertTrue(whole(walk.get("nobody", "/c/heping/register/R-2026-001")).contains("未达成一致"));
        village.clock.to(LocalDate.of(2026, 3, 26));
        village.matterModule.advanceDue();
        assertEquals("no_agreement", village.matter(matter.id()).ending());
    }

    @Test
    void theRegisterIsTakenAlongAsTablePaperAndFile() {
        concluded(Ending.AGREED, 4);
        String csv = new String(walk.bytes("nobody", "/c/heping/register.csv"), StandardCharsets.UTF_8);
        assertTrue(csv.contains("R-2026-001") && csv.contains("通道划线，错时停放。"), csv);
        assertTrue(csv.contains("同意 4，反对 1，弃权 0"), csv);
        assertEquals('P', walk.bytes("nobody", "/c/heping/register.xlsx")[0]);
        byte[] pdf = walk.bytes("nobody", "/c/heping/register/R-2026-001/resolution.pdf");
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        byte[] file = walk.bytes("nobody", "/c/heping/register/R-2026-001/matter.json");
        var report = new Verify(SmallCommunity.RULES.catalogue()).check(file);
        // The figures of this village come from no poll, so the record cannot vouch for them.
        assertEquals(
                List.of("audit.verify.resolution.differs"),
                report.findings().stream()
                        .filter(each -> !each.ok())
                        .map(Finding::key)
                        .toList());
        assertEquals(404, walk.get("nobody", "/c/heping/register/R-2026-999").status());
    }
}
