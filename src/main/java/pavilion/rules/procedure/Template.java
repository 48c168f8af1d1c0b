package pavilion.rules.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pavilion.rules.Bilingual;
import pavilion.rules.DataReader;
import pavilion.rules.Refused;

/** The process of one kind of matter: its stages in order, and the rules it may be decided by, the usual one first. */
public record Template(
        String id, Bilingual name, Bilingual source, List<String> rules, boolean binding, List<Stage> stages) {

    private static final Set<String> FIELDS = Set.of("id", "name", "source", "rules", "binding", "stages");

    public Template {
        rules = List.copyOf(rules);
        stages = List.copyOf(stages);
        var keys = new HashSet<String>();
        for (var stage : stages) {
            if (!keys.add(stage.key())) {
                throw new Refused("rules.data.overlap", id + "." + stage.key());
            }
        }
        if (rules.isEmpty() || stages.isEmpty()) {
            throw new Refused("rules.data.missing", id);
        }
        for (var stage : stages) {
            allowed(stage, stage.defaultDays());
        }
    }

    public static Template of(Map<String, ?> data) {
        var plain = new DataReader("template", data).only(FIELDS);
        var where = "template " + plain.text("id");
        return new Template(
                plain.text("id"),
                plain.words("name"),
                plain.words("source"),
                plain.texts("rules"),
                plain.truth("binding"),
                plain.list("stages").stream()
                        .map(each -> Stage.of(DataReader.of(each, where)))
                        .toList());
    }

    public String ruleId() {
        return rules.getFirst();
    }

    public Stage first() {
        return stages.getFirst();
    }

    public Optional<Stage> first(StageKind kind) {
        return stages.stream().filter(each -> each.kind() == kind).findFirst();
    }

    public Stage stage(String key) {
        return stages.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("rules.refused.unknown_stage", id, key));
    }

    public Optional<Stage> next(String key) {
        int at = stages.indexOf(stage(key)) + 1;
        return at < stages.size() ? Optional.of(stages.get(at)) : Optional.empty();
    }

    public Optional<Stage> next(Stage stage) {
        return next(stage.key());
    }

    public Stage require(String key, Move move) {
        var stage = stage(key);
        if (!stage.moves().contains(move)) {
            throw new Refused("rules.refused.move." + move.name().toLowerCase(Locale.ROOT));
        }
        return stage;
    }

    /** Refuses so many days where the stage asks for more, or allows fewer. */
    public int daysAllowed(String key, int asked) {
        return allowed(stage(key), asked);
    }

    private static int allowed(Stage stage, int asked) {
        if (asked < 1) {
            throw new Refused("rules.refused.days_none", asked);
        }
        new NoticePeriod(stage.minDays(), stage.article()).require(asked);
        if (asked > stage.maxDays()) {
            throw new Refused("rules.refused.days_long", asked, stage.maxDays());
        }
        return asked;
    }

    public int daysAllowed(Stage stage, int asked) {
        return daysAllowed(stage.key(), asked);
    }
}
