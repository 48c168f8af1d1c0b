package pavilion.rules.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Bilingual;

class TemplateTest {
    private static final RuleBook BOOK = RuleBook.load();
    private static final Template YARD = BOOK.template("T1");
    private static final Template OWNERS = BOOK.template("T3");

    @Test
    void aCourtyardMatterHasNineStages() {
        var glyphs = YARD.stages().stream().map(Stage::glyph).reduce("", String::concat);
        assertEquals("征审定告议决示办评", glyphs);
        assertEquals(
                Stream.of(StageKind.values())
                        .filter(kind -> kind != StageKind.COUNT)
                        .toList(),
                YARD.stages().stream().map(Stage::kind).toList());
        assertEquals("yard.consult", YARD.ruleId());
        assertFalse(YARD.binding());
    }

    @Test
    void anOwnersMatterUsesTheSameKinds() {
        assertEquals(10, OWNERS.stages().size());
        assertTrue(OWNERS.binding());
        assertEquals(List.of("cc278.ordinary", "cc278.special"), OWNERS.rules());
    }

    @Test
    void stagesFollowOneAnother() {
        var walked = new ArrayList<String>();
        for (var at = Optional.of(YARD.first()); at.isPresent(); at = YARD.next(at.get())) {
            walked.add(at.get().key());
        }
        assertEquals(YARD.stages().stream().map(Stage::key).toList(), walked);
        assertEquals("triage", YARD.next("propose").orElseThrow().key());
        refuses("rules.refused.unknown_stage", () -> YARD.next("roll"));
    }

    @Test
    void whatTheLawAsksForCannotBeShortened() {
        refuses("rules.refused.days_short.by", () -> YARD.daysAllowed("publicity", 14));
        assertEquals(15, YARD.daysAllowed("publicity", 15));
        assertEquals(30, YARD.daysAllowed("publicity", 30));
        refuses("rules.refused.days_short.by", () -> OWNERS.daysAllowed("notice", 14));
        refuses("rules.refused.days_short.by", () -> OWNERS.daysAllowed("poll", 4));
        refuses("rules.refused.days_long", () -> OWNERS.daysAllowed("poll", 61));
        assertEquals(60, OWNERS.daysAllowed("poll", 60));
    }

    @Test
    void ourOwnDefaultsBindAsWell() {
        refuses("rules.refused.days_short", () -> YARD.daysAllowed("notice", 2));
        assertEquals(3, YARD.daysAllowed("notice", 3));
        refuses("rules.refused.days_long", () -> YARD.daysAllowed("poll", 8));
        refuses("rules.refused.days_short", () -> YARD.daysAllowed("rate", 6));
        refuses("rules.refused.days_none", () -> YARD.daysAllowed("poll", 0));
        refuses("rules.refused.days_none", () -> YARD.daysAllowed("publicity", -15));
    }

    @Test
    void usualLengthsAreAllowedOnes() {
        for (var template : BOOK.templates().values()) {
            for (var stage : template.stages()) {
                assertEquals(stage.defaultDays(), template.daysAllowed(stage, stage.defaultDays()));
            }
        }
    }

    @Test
    void onlyTheMovesOfAStageAreTaken() {
        assertEquals("triage", YARD.require("triage", Move.RETURN).key());
        refuses("rules.refused.move.return", () -> YARD.require("session", Move.RETURN));
        refuses("rules.refused.move.next", () -> YARD.require("rate", Move.NEXT));
        refuses("rules.refused.move.reroute", () -> YARD.require("work", Move.REROUTE));
    }

    @Test
    void aTemplateIsWhole() {
        for (var template : BOOK.templates().values()) {
            for (var stage : template.stages()) {
                assertEquals(1, stage.glyph().codePointCount(0, stage.glyph().length()));
                assertFalse(stage.roles().isEmpty());
                assertFalse(stage.documents().isEmpty());
                assertTrue(stage.ground() == Ground.DEF || !stage.article().equals(Bilingual.NONE), stage::key);
                boolean last = template.next(stage).isEmpty();
                assertEquals(!last, stage.moves().contains(Move.NEXT), stage::key);
                // What was voted on is published or made void, and never ended unpublished.
                assertEquals(stage.kind() != StageKind.COUNT, stage.moves().contains(Move.END), stage::key);
            }
        }
    }

    @Test
    void aBrokenTemplateIsRefused() {
        var stage = new HashMap<String, Object>(Map.of(
                "key", "a", "glyph", "甲", "name", words(), "kind", "poll", "actor", words(), "exit", words(), "days", 3,
                "ground", "def"));
        refuses("rules.data.overlap", () -> template(stage, stage));
        refuses("rules.data.missing", TemplateTest::template);
        stage.put("kind", "dance");
        refuses("rules.data.unknown", () -> template(stage));
        stage.put("kind", "poll");
        stage.put("days", "three");
        refuses("rules.data.number", () -> template(stage));
        stage.put("days", 3);
        stage.put("min", 4);
        refuses("rules.refused.days_short", () -> template(stage));
        stage.remove("min");
        stage.put("requires", List.of("record"));
        refuses("rules.data.missing", () -> template(stage));
        stage.put("requires", List.of("outcome"));
        stage.put("at_least", 3);
        refuses("rules.data.unknown", () -> template(stage));
    }

    private static Map<String, String> words() {
        return Map.of("zh", "甲", "en", "a");
    }

    @SafeVarargs
    private static Template template(Map<String, Object>... stages) {
        return Template.of(Map.of(
                "id",
                "X",
                "name",
                words(),
                "source",
                words(),
                "rules",
                List.of("r"),
                "binding",
                true,
                "stages",
                List.of(stages)));
    }
}
