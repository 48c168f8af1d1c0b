package pavilion.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.rulebook.RuleBook;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;

/** Templates that differ from those of the rule book in one point. */
final class SampleTemplates {
    private SampleTemplates() {}

    static Template courtyard() {
        return RuleBook.load().template("T1");
    }

    static Template named(String id, Template like, List<Stage> stages) {
        return new Template(id, like.name(), like.source(), like.rules(), like.binding(), stages);
    }

    /** Its first stage is open to these roles only. */
    static Template openTo(String id, Template like, String... roles) {
        List<Stage> stages = new ArrayList<>(like.stages());
        stages.set(0, with(like.first(), List.of(roles), like.first().documents()));
        return named(id, like, stages);
    }

    /** Its first stage asks for this document as well. */
    static Template asking(String id, Template like, String document) {
        List<Stage> stages = new ArrayList<>(like.stages());
        stages.set(0, with(like.first(), like.first().roles(), List.of(document)));
        return named(id, like, stages);
    }

    static Template without(String id, Template like, StageKind... kinds) {
        return named(
                id,
                like,
                like.stages().stream()
                        .filter(stage -> !List.of(kinds).contains(stage.kind()))
                        .toList());
    }

    /** A rule book with just these templates, in this order. */
    static RuleBook book(Template... templates) {
        RuleBook book = RuleBook.load();
        Map<String, Template> all = new LinkedHashMap<>();
        for (Template template : templates) {
            all.put(template.id(), template);
        }
        return new RuleBook(book.catalogue(), all, book.neverVotable(), book.holidays());
    }

    /** Its first stage requires these and nothing else. */
    static Template requiring(String id, Template like, String... requires) {
        List<Stage> stages = new ArrayList<>(like.stages());
        stages.set(
                0,
                with(
                        like.first(),
                        like.first().roles(),
                        List.of(requires),
                        like.first().documents()));
        return named(id, like, stages);
    }

    private static Stage with(Stage stage, List<String> roles, List<String> documents) {
        return with(stage, roles, stage.requires(), documents);
    }

    private static Stage with(Stage stage, List<String> roles, List<String> requires, List<String> documents) {
        return new Stage(
                stage.key(),
                stage.glyph(),
                stage.name(),
                stage.kind(),
                stage.actor(),
                roles,
                stage.exit(),
                requires,
                stage.recorded(),
                stage.defaultDays(),
                stage.minDays(),
                stage.maxDays(),
                stage.extensions(),
                stage.ground(),
                stage.article(),
                documents,
                stage.moves());
    }
}
