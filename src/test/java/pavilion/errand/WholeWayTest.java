package pavilion.errand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.audit.AuditStore;
import pavilion.catalogue.RuleBook;
import pavilion.db.TestDatabase;
import pavilion.matter.Actor;
import pavilion.matter.Conclusion;
import pavilion.matter.Matter;
import pavilion.matter.Village;
import pavilion.matter.Walk;
import pavilion.resolution.ResolutionRoom;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.procedure.Ending;
import pavilion.web.Door;

/** A matter from its proposal to the archive, and the ways on which it is stopped. */
class WholeWayTest {
    private TestDatabase it;
    private Village village;
    private Walk walk;
    private String resident;
    private String neighbour;
    private String clerk;
    private String supervisor;
    private String moderator;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", Village::fill);
        village = new Village(it.database());
        var resolutions = new ResolutionRoom(it.database(), village.room, new AuditStore(), "http://localhost:8080");
        var errands = new ErrandRoom(it.database(), village.room);
        List<Door> doors = new ArrayList<>(village.room.doors());
        doors.addAll(resolutions.doors());
        doors.addAll(errands.doors());
        walk = new Walk(doors);
        resident = walk.in(village.viewer(201));
        neighbour = walk.in(village.viewer(202));
        clerk = walk.in(village.viewer(Village.CLERK));
        supervisor = walk.in(village.viewer(Village.SUPERVISOR));
        moderator = walk.in(village.viewer(Village.MODERATOR));
    }

    @AfterEach
    void close() {
        walk.close();
        it.close();
    }

    private static String whole(Walk.Page page) {
        assertEquals(200, page.status(), page.body());
        assertFalse(page.body().matches("(?s).*\\[(matter|part|rules|resolution|errand|web)\\.[a-z].*"), page.body());
        return page.body();
    }

    private static String outcome(long yes) {
        var figures = Figures.none()
                .with(Measure.MEMBERS, 6)
                .with(Measure.PRESENT, 5)
                .with(Measure.VOTED, 5)
                .with(Measure.YES, yes)
                .with(Measure.NO, 5 - yes)
                .with(Measure.ABSTAIN, 0);
        return new JsonObject(RuleBook.load()
                        .catalogue()
                        .rule("yard.consult")
                        .decide(figures)
                        .toMap())
                .encode();
    }

    /** Concluded by the moderator on Tuesday 10 March 2026. */
    private Matter concluded(Ending ending, long yes) {
        Matter matter = village.readyToMeet("消防通道被占", "k1");
        assertEquals("session", matter.stage());
        return it.database()
                .transact(tx -> village.room
                        .matters()
                        .concluded(
                                tx,
                                1,
                                matter.id(),
                                new Conclusion(ending, null, outcome(yes), "通道划线，错时停放。", "少数户担心车位不够。"),
                                new Actor(Village.MODERATOR, "moderator")));
    }

    @Test
    void from_the_meeting_to_the_archive() {
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
        assertEquals(0, village.room.matters().sweep());
        village.clock.to(LocalDate.of(2026, 3, 26));
        assertEquals(1, village.room.matters().sweep());
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
        assertEquals(1, village.room.matters().sweep());
        assertEquals("done", village.matter(matter.id()).ending());
        whole(walk.get(resident, at));
    }

    @Test
    void no_agreement_is_posted_and_then_an_honest_end() {
        Matter matter = concluded(Ending.NO_AGREEMENT, 2);
        assertTrue(whole(walk.get("nobody", "/c/heping/register/R-2026-001")).contains("未达成一致"));
        village.clock.to(LocalDate.of(2026, 3, 26));
        village.room.matters().sweep();
        assertEquals("no_agreement", village.matter(matter.id()).ending());
    }

    @Test
    void an_objection_holds_the_matter_until_somebody_else_answers() {
        Matter matter = concluded(Ending.AGREED, 4);
        String at = "/c/heping/register/R-2026-001";
        Map<String, String> form = Map.of("kind", "procedure", "words", "通知没有贴满", "request_key", "o1");
        String stranger = walk.in(village.viewer(Village.STRANGER));
        assertEquals(403, walk.post(stranger, at + "/objections", form).status());
        assertEquals(
                422,
                walk.post(neighbour, at + "/objections", Map.of("words", "x", "request_key", "o2"))
                        .status());
        assertEquals(303, walk.post(neighbour, at + "/objections", form).status());
        assertEquals(303, walk.post(neighbour, at + "/objections", form).status());
        String page = whole(walk.get(supervisor, at));
        String id = page.replaceAll("(?s).*?objections/(\\d+)/answer.*", "$1");
        village.clock.to(LocalDate.of(2026, 3, 26));
        assertEquals(0, village.room.matters().sweep());
        Map<String, String> answer = Map.of("decision", "rejected", "words", "通知贴满七日，有照片");
        assertEquals(
                403,
                walk.post(moderator, at + "/objections/" + id + "/answer", answer)
                        .status());
        assertEquals(
                403,
                walk.post(neighbour, at + "/objections/" + id + "/answer", answer)
                        .status());
        assertEquals(
                303,
                walk.post(supervisor, at + "/objections/" + id + "/answer", answer)
                        .status());
        assertEquals(
                409,
                walk.post(supervisor, at + "/objections/" + id + "/answer", answer)
                        .status());
        assertEquals(1, village.room.matters().sweep());
        assertEquals("work", village.matter(matter.id()).stage());
        Walk.Page late =
                walk.post(neighbour, at + "/objections", Map.of("kind", "count", "words", "再数", "request_key", "o3"));
        assertEquals(409, late.status());
        assertTrue(late.body().contains("2026-03-25"));
    }

    @Test
    void an_unanswered_objection_waits_for_who_may_answer_it_and_is_late_after_the_notice() {
        Matter matter = concluded(Ending.AGREED, 4);
        String at = "/c/heping/register/R-2026-001";
        String today = "/c/heping/today";
        assertFalse(whole(walk.get(supervisor, today)).contains("等您答复异议"));
        walk.post(neighbour, at + "/objections", Map.of("kind", "count", "words", "数错了", "request_key", "o1"));
        String supervises = whole(walk.get(supervisor, today));
        assertTrue(supervises.contains("等您答复异议") && !supervises.contains("晚了"), supervises);
        assertTrue(supervises.contains("等居务监督委员会答复 1 件异议，公示到3月25日"), supervises);
        // The moderator concluded it, the neighbour raised it: neither is asked.
        assertFalse(whole(walk.get(moderator, today)).contains("等您答复异议"));
        assertFalse(whole(walk.get(neighbour, today)).contains("等您答复异议"));
        assertTrue(
                whole(walk.get(supervisor, "/c/heping/matters/" + matter.id())).contains("请答复 1 件异议"));
        assertFalse(
                whole(walk.get(resident, "/c/heping/matters/" + matter.id())).contains("请答复"));
        village.clock.to(LocalDate.of(2026, 3, 26));
        village.room.matters().sweep();
        assertTrue(whole(walk.get(resident, "/c/heping/matters/" + matter.id())).contains("晚了：公示到3月25日已满"));
        assertTrue(whole(walk.get(clerk, "/c/heping/desk")).contains("晚了：公示到3月25日已满"));
        assertTrue(whole(walk.get("nobody", at)).contains("决议正文校验码"));
    }

    @Test
    void who_concluded_it_does_not_answer_the_objection() {
        Matter matter = village.readyToMeet("消防通道被占", "k1");
        it.database()
                .run(tx -> village.room
                        .matters()
                        .concluded(
                                tx,
                                1,
                                matter.id(),
                                new Conclusion(Ending.AGREED, null, outcome(4), "划线", ""),
                                village.clerk()));
        String at = "/c/heping/register/R-2026-001";
        walk.post(neighbour, at + "/objections", Map.of("kind", "count", "words", "数错了", "request_key", "o1"));
        String id = whole(walk.get(clerk, at)).replaceAll("(?s).*?objections/(\\d+)/answer.*", "$1");
        assertEquals(
                409,
                walk.post(clerk, at + "/objections/" + id + "/answer", Map.of("decision", "rejected", "words", "没错"))
                        .status());
        assertEquals(
                303,
                walk.post(supervisor, at + "/objections/" + id + "/answer", Map.of("decision", "upheld", "words", "重来"))
                        .status());
        assertEquals("notice", village.matter(matter.id()).stage());
        assertTrue(whole(walk.get("nobody", at)).contains("已撤回"));
    }

    @Test
    void the_register_is_taken_along_as_table_paper_and_file() {
        concluded(Ending.AGREED, 4);
        assertTrue(walk.get("nobody", "/c/heping/register.csv").body().contains("R-2026-001"));
        assertEquals('P', walk.bytes("nobody", "/c/heping/register.xlsx")[0]);
        assertEquals('%', walk.bytes("nobody", "/c/heping/register/R-2026-001/resolution.pdf")[0]);
        String json = walk.get("nobody", "/c/heping/register/R-2026-001/matter.json").body();
        assertTrue(json.startsWith("{\"format\":\"pavilion-matter/1\""));
        assertEquals(404, walk.get("nobody", "/c/heping/register/R-2026-999").status());
    }
}
