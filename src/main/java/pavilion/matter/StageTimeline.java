package pavilion.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.matter.MatterView.StageView;
import pavilion.matter.MatterView.StepView;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;

/** The course of a matter in words: the stage strip, whom it waits for, and what has happened. */
final class StageTimeline {
    private final Matters matters;
    private final MatterRegistry registry;

    StageTimeline(Matters matters, MatterRegistry registry) {
        this.matters = matters;
        this.registry = registry;
    }

    /** Each stage, done, now or later, with the day it ended or will end. */
    List<StageView> strip(Phrases phrases, Matter matter, List<MatterStep> steps, Awaited awaited) {
        Template template = matters.template(matter);
        Map<String, LocalDate> left = new HashMap<>();
        for (MatterStep step : steps) {
            if (step.fromStage() != null && !step.fromStage().equals(step.toStage())) {
                left.put(step.fromStage(), LocalDate.ofInstant(step.at(), CommunityTime.ZONE));
            }
        }
        int here = template.stages().indexOf(template.stage(matter.stage()));
        List<StageView> strip = new ArrayList<>();
        for (int i = 0; i < template.stages().size(); i++) {
            Stage stage = template.stages().get(i);
            boolean now = i == here && !matter.ended();
            boolean done = i < here || (i == here && matter.ended());
            strip.add(new StageView(
                    stage.glyph(),
                    phrases.in(stage.name()),
                    now ? "now" : done ? "done" : "later",
                    now ? ends(phrases, awaited) : done ? phrases.day(left.get(stage.key())) : ""));
        }
        return strip;
    }

    private static String ends(Phrases phrases, Awaited awaited) {
        if (awaited.unposted()) {
            return "";
        }
        return awaited.pollCloses() == null ? phrases.day(awaited.due()) : phrases.when(awaited.pollCloses());
    }

    boolean late(Awaited awaited, StageKind kind) {
        return awaited.late(matters.today(), registry.of(kind).endsByTime());
    }

    /** Whom the matter waits for and until when, or since when it waits in vain. */
    String waits(Phrases phrases, Matter matter, Awaited awaited) {
        if (matter.ended()) {
            return phrases.say(matters.endingKey(matter.community(), matter.rule(), matter.ending()));
        }
        if (matter.suspended()) {
            return phrases.say("matter.suspended");
        }
        return waits(phrases, matters.stage(matter), awaited);
    }

    String waits(Phrases phrases, Stage stage, Awaited awaited) {
        boolean late = late(awaited, stage.kind());
        String day = day(phrases, awaited.day());
        if (awaited.objections() > 0 && stage.kind() == StageKind.PUBLICITY) {
            return phrases.say(late ? "matter.late.objections" : "matter.waits.objections", awaited.objections(), day);
        }
        String actor = phrases.in(stage.actor());
        if (awaited.unposted()) {
            return phrases.say("matter.waits.unposted", actor);
        }
        if (stage.requires().equals(List.of(Stage.RECORD)) && !late) {
            return phrases.say(
                    "matter.waits.record",
                    actor,
                    day,
                    phrases.in(stage.recorded().what()));
        }
        if (awaited.pollCloses() != null && !late) {
            return phrases.say("matter.waits.poll", actor, phrases.when(awaited.pollCloses()));
        }
        if (awaited.unopened() && awaited.day() != null) {
            return phrases.say(late ? "matter.late.unopened" : "matter.waits.unopened", day);
        }
        if (awaited.day() == null) {
            return stage.kind() == StageKind.PUBLICITY
                    ? phrases.say("matter.waits.posting")
                    : phrases.say("matter.waits", actor);
        }
        return late
                ? phrases.say("matter.late", actor, day)
                : phrases.say("matter.waits." + stage.kind().name().toLowerCase(Locale.ROOT), actor, day);
    }

    /** With its year, where that is another than this one. */
    private String day(Phrases phrases, @Nullable LocalDate day) {
        String said = phrases.day(day);
        return day == null || day.getYear() == matters.today().getYear()
                ? said
                : phrases.say("matter.day.year", Integer.toString(day.getYear()), said);
    }

    /** Oldest first. */
    List<StepView> timeline(Phrases phrases, Matter matter, List<MatterStep> steps) {
        return steps.stream()
                .map(step -> new StepView(
                        step.at(),
                        phrases.say(
                                "matter.move." + (ruled(matter, step) ? "ruled" : step.move()),
                                name(phrases, matter, step.fromStage()),
                                name(phrases, matter, step.toStage())),
                        phrases.post(step.byPost()),
                        step.reason()))
                .toList();
    }

    /** It went on as usual, by another rule than before: no other way was taken. */
    private boolean ruled(Matter matter, MatterStep step) {
        List<Stage> stages = matters.template(matter).stages();
        List<String> keys = stages.stream().map(Stage::key).toList();
        int from = keys.indexOf(step.fromStage());
        return step.move().equals("reroute") && from >= 0 && keys.indexOf(step.toStage()) == from + 1;
    }

    // A matter that went over to another template keeps steps of the one it came from.
    private String name(Phrases phrases, Matter matter, @Nullable String key) {
        if (key == null) {
            return "";
        }
        return matters.book().templates().values().stream()
                .sorted((a, b) -> Boolean.compare(b.id().equals(matter.template()), a.id().equals(matter.template())))
                .flatMap(template -> template.stages().stream())
                .filter(stage -> stage.key().equals(key))
                .findFirst()
                .map(stage -> phrases.in(stage.name()))
                .orElse(key);
    }
}
