package pavilion.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.matter.MatterPagesTest.whole;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.identity.Actor;
import pavilion.proposal.ProposalDraft;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;

/** Whom a template names may propose by it, and the board shows it at any stage. */
class TemplateChoiceTest {
    private static final String NEW = "/c/heping/matters/new";
    private TestDatabase it;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
    }

    @AfterEach
    void close() {
        it.close();
    }

    private static Map<String, String> proposal(String title, String key) {
        return new HashMap<>(Map.of(
                "where",
                Long.toString(SmallCommunity.YARD),
                "title",
                title,
                "problem",
                "夜里看不清台阶。",
                "request_key",
                key,
                "not_duplicate",
                "1"));
    }

    @Test
    void whereOnlyOneTemplateIsOpenThereIsNothingToChoose() {
        SmallCommunity village = new SmallCommunity(it.database());
        try (BrowserlessClient walk = new BrowserlessClient(village.routes())) {
            for (long person : List.of(201L, SmallCommunity.CLERK)) {
                String form = whole(walk.get(walk.in(village.viewer(person)), NEW));
                assertFalse(form.contains("name=\"template\""), form);
            }
        }
    }

    @Test
    void theFormListsTheTemplatesThatThePersonMayStart() {
        Template courtyard = SampleTemplates.courtyard();
        Template committees = SampleTemplates.openTo("T8", courtyard, "committee");
        SmallCommunity village = new SmallCommunity(it.database(), SampleTemplates.book(courtyard, committees));
        try (BrowserlessClient walk = new BrowserlessClient(village.routes())) {
            String resident = walk.in(village.viewer(201));
            String clerk = walk.in(village.viewer(SmallCommunity.CLERK));
            assertFalse(whole(walk.get(resident, NEW)).contains("name=\"template\""));
            String form = whole(walk.get(clerk, NEW + "?template=T8"));
            assertTrue(form.contains("<option value=\"T1\">") && form.contains("<option value=\"T8\" selected>"), form);
            Map<String, String> fields = proposal("台阶上的灯坏了", "k1");
            fields.put("person_code", "P201");
            assertEquals(422, walk.post(clerk, NEW, fields).status());
            fields.put("template", "T8");
            assertEquals("T8", proposed(village, walk.post(clerk, NEW, fields)).template());
            Map<String, String> forged = proposal("花坛里的土被冲走", "k2");
            forged.put("template", "T8");
            assertEquals(
                    "T1", proposed(village, walk.post(resident, NEW, forged)).template());
        }
    }

    private static Matter proposed(SmallCommunity village, BrowserlessClient.Page page) {
        assertEquals(303, page.status(), page.body());
        return village.matter(Long.parseLong(page.location().replaceAll(".*/matters/(\\d+).*", "$1")));
    }

    @Test
    void aTemplateThatIsNotOfferedCannotBeProposed() {
        SmallCommunity village = new SmallCommunity(it.database());
        ProposalDraft draft = new ProposalDraft(SmallCommunity.YARD, "车位收费", "谁停谁交。", "", null, false, List.of(), "k1");
        Refused refused = assertThrows(
                Refused.class,
                () -> it.database()
                        .run(tx -> village.proposals
                                .proposals()
                                .open(tx, 1, "T3", draft, 201, new Actor(201L, "resident"))));
        assertEquals("matter.template.not-offered", refused.refusal().key());
    }

    @Test
    void theBoardHasALaneForEveryKindOfStageOfAnyTemplate() {
        Template courtyard = SampleTemplates.courtyard();
        Template shortened = SampleTemplates.without("T1", courtyard, StageKind.TRIAGE);
        RuleBook book = SampleTemplates.book(shortened, SampleTemplates.openTo("T8", courtyard, "resident"));
        SmallCommunity village = new SmallCommunity(it.database(), book);
        ProposalDraft draft = new ProposalDraft(SmallCommunity.YARD, "晾衣绳太低", "碰头。", "", null, false, List.of(), "k1");
        Matter matter = it.database()
                .transact(
                        tx -> village.proposals.proposals().open(tx, 1, "T8", draft, 201, new Actor(201L, "resident")))
                .matter();
        assertEquals("triage", village.advance(matter).stage());
        try (BrowserlessClient walk = new BrowserlessClient(village.routes())) {
            String board = whole(walk.get(walk.in(village.viewer(SmallCommunity.CLERK)), "/c/heping/desk"));
            assertTrue(board.contains("晾衣绳太低"), board);
        }
    }
}
