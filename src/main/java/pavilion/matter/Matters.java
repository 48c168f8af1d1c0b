package pavilion.matter;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rulebook.AdoptedRules;
import pavilion.rulebook.RuleBook;
import pavilion.rules.DecisionKind;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.procedure.Deadline;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.NoticePeriod;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;
import pavilion.text.CommunityTime;

/**
 * The stage engine. Every move is decided under the matter's row lock, leaves one step that says who, when and why, and one
 * act in the matter's chain. Nobody skips a stage: what a person may ask for is the next stage, and the guard of this one
 * decides. Nothing moves, suspends or ends a matter that is held, by an open poll for example. Without asking a guard a matter moves only when a vote has its outcome ({@link #concluded}), when a session
 * hands it to a poll over days ({@link #toPoll}), when a poll is made void ({@link #annulled}), and by the moves that its
 * template names ({@link MatterMoves}).
 */
public final class Matters {
    private final AdoptedRules adoptedRules;
    private final Clock clock;
    private final MatterRegistry registry;

    Matters(AdoptedRules adoptedRules, Clock clock, MatterRegistry registry) {
        this.adoptedRules = adoptedRules;
        this.clock = clock;
        this.registry = registry;
    }

    public RuleBook book() {
        return adoptedRules.book();
    }

    public AdoptedRules adoptedRules() {
        return adoptedRules;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
    }

    public Template template(Matter matter) {
        return book().template(matter.template());
    }

    public Stage stage(Matter matter) {
        return template(matter).stage(matter.stage());
    }

    public Rule rule(Matter matter) {
        return adoptedRules.rule(matter.community(), matter.rule());
    }

    Rule rule(MatterLine line) {
        return adoptedRules.rule(line.community(), line.rule());
    }

    /** The key of the sentence that says how a matter ended. */
    String endingKey(int community, String rule, String ending) {
        Ending kind = Ending.valueOf(ending.toUpperCase(Locale.ROOT));
        return kind.ofVote()
                ? new Conclusion(DecisionKind.of(adoptedRules.rule(community, rule)), kind).key()
                : "matter.ending." + ending;
    }

    /** Decided by owners, not by residents. */
    public boolean ofOwners(Matter matter) {
        return rule(matter).electorate() == ElectorateKind.OWNERS;
    }

    public Optional<Matter> find(Tx tx, int community, long id) {
        return MatterStore.find(tx, community, id);
    }

    /** @throws Refused if there is none */
    public Matter locked(Tx tx, int community, long id) {
        return MatterStore.lock(tx, community, id).orElseThrow(() -> new Refused("matter.unknown"));
    }

    /** Locked, open, and at a stage of that kind. */
    public Matter locked(Tx tx, int community, long id, StageKind kind) {
        Matter matter = locked(tx, community, id);
        requireOpen(matter);
        if (stage(matter).kind() != kind) {
            throw new Refused("matter.stage.not-now", stage(matter).glyph());
        }
        return matter;
    }

    public static void requireOpen(Matter matter) {
        if (matter.suspended()) {
            throw new Refused("matter.suspended");
        }
        if (!matter.open()) {
            throw new Refused("matter.ended");
        }
    }

    /** Why it must stay where it is, whoever would move, suspend or end it; empty where it may go. */
    Optional<Refusal> held(Tx tx, Matter matter, Actor by) {
        return registry.holds().stream()
                .flatMap(hold -> hold.refusal(tx, matter, by, today()).stream())
                .findFirst();
    }

    void requireUnheld(Tx tx, Matter matter, Actor by) {
        held(tx, matter, by).ifPresent(no -> {
            throw new Refused(no);
        });
    }

    public LocalDate due(Stage stage, int days) {
        return Deadline.lastDay(today(), days, book().holidays());
    }

    /** To the next stage, if the guard of this one lets it; after a public notice perhaps to its end. */
    public Matter advance(Tx tx, Matter matter, Actor by, String reason) {
        requireOpen(matter);
        Stage stage = stage(matter);
        refusal(tx, matter, by).ifPresent(no -> {
            throw new Refused(no);
        });
        if (stage.kind() == StageKind.PUBLICITY) {
            Optional<Ending> ending = registry.outcomes().afterNotice(tx, matter);
            if (ending.isPresent()) {
                return end(tx, matter, ending.get(), by, reason);
            }
        }
        return next(tx, matter, stage, by, reason);
    }

    /** The same, asked for by naming the stage: whatever is not the very next one is refused. */
    public Matter advanceTo(Tx tx, Matter matter, String target, Actor by, String reason) {
        Template template = template(matter);
        if (template.next(matter.stage())
                .filter(next -> next.key().equals(target))
                .isEmpty()) {
            throw new Refused(
                    "matter.stage.skip", template.stage(matter.stage()).glyph());
        }
        return advance(tx, matter, by, reason);
    }

    /** From the session to a poll over days. */
    public Matter toPoll(Tx tx, int community, long id, Actor by, String reason) {
        Matter matter = locked(tx, community, id, StageKind.SESSION);
        return next(tx, matter, stage(matter), by, reason);
    }

    private Matter next(Tx tx, Matter matter, Stage stage, Actor by, String reason) {
        Optional<Stage> next = template(matter).next(stage);
        if (next.isEmpty()) {
            return end(tx, matter, Ending.DONE, by, reason);
        }
        return enter(tx, matter, next.get(), "next", due(next.get(), next.get().defaultDays()), by, reason);
    }

    public Matter enter(Tx tx, Matter matter, Stage to, String move, @Nullable LocalDate due, Actor by, String reason) {
        requireUnheld(tx, matter, by);
        MatterStore.stand(tx, matter, matter.template(), matter.rule(), to.key(), due, now());
        StepStore.add(tx, matter, matter.stage(), to.key(), move, by, reason, now(), due);
        var moved = new JsonObject().put("from", matter.stage()).put("to", to.key());
        act(tx, matter, "stage." + move, by, moved.put("reason", reason));
        return locked(tx, matter.community(), matter.id());
    }

    /** Another last day for the stage it stands at: a notice was posted, or posted again. */
    public void reschedule(Tx tx, Matter matter, LocalDate due) {
        MatterStore.stand(tx, matter, matter.template(), matter.rule(), matter.stage(), due, now());
    }

    /** The stage it stands at was given another last day, once, with a reason that everybody reads in its course. */
    public void extended(Tx tx, Matter matter, LocalDate due, Actor by, String reason) {
        reschedule(tx, matter, due);
        StepStore.add(tx, matter, matter.stage(), matter.stage(), "extend", by, reason, now(), due);
    }

    /**
     * A session or a poll came to its outcome: it is written down, and the matter stands at its public notice, whose days
     * run from the day on which somebody posts it. "No agreement" is posted like an agreement.
     */
    public Matter concluded(Tx tx, int community, long id, VoteResult conclusion, Actor by) {
        Matter matter = locked(tx, community, id);
        requireOpen(matter);
        StageKind kind = stage(matter).kind();
        if (!kind.decides() && kind != StageKind.COUNT) {
            throw new Refused("matter.stage.not-now", stage(matter).glyph());
        }
        matter = walk(tx, matter, StageKind.PUBLICITY, by);
        registry.outcomes().draft(tx, matter, conclusion);
        return matter;
    }

    /** A poll was counted: where its template has a stage for signing the count, the matter goes there. @return whether it does */
    public boolean counted(Tx tx, int community, long id, Actor by) {
        Matter matter = locked(tx, community, id);
        requireOpen(matter);
        if (!stage(matter).kind().decides()
                || template(matter).first(StageKind.COUNT).isEmpty()) {
            return false;
        }
        walk(tx, matter, StageKind.COUNT, by);
        return true;
    }

    private Matter walk(Tx tx, Matter from, StageKind to, Actor by) {
        Matter matter = from;
        while (stage(matter).kind() != to) {
            Stage next = template(matter).next(stage(matter)).orElseThrow(() -> new Refused("matter.stage.no-notice"));
            LocalDate due = next.kind() == StageKind.PUBLICITY ? null : due(next, next.defaultDays());
            matter = enter(tx, matter, next, "next", due, by, "");
        }
        return matter;
    }

    /** The poll is void: what was posted, if anything was, is taken back, and the question is put again. */
    public void annulled(Tx tx, int community, long id, Actor by, String reason) {
        Matter matter = locked(tx, community, id);
        requireOpen(matter);
        if (!Set.of(StageKind.COUNT, StageKind.PUBLICITY).contains(stage(matter).kind())) {
            throw new Refused("matter.stage.not-now", stage(matter).glyph());
        }
        Stage poll = template(matter).first(StageKind.POLL).orElseThrow(() -> new Refused("poll.refused.stands"));
        registry.outcomes().annulled(tx, matter, by, reason, now());
        enter(tx, matter, poll, "return", due(poll, poll.defaultDays()), by, reason);
    }

    public Matter end(Tx tx, Matter matter, Ending ending, Actor by, String reason) {
        if (matter.ended()) {
            throw new Refused("matter.ended");
        }
        requireUnheld(tx, matter, by);
        String key = ending.name().toLowerCase(Locale.ROOT);
        MatterStore.state(tx, matter, MatterState.ENDED, key, reason, now());
        StepStore.add(tx, matter, matter.stage(), null, "end", by, reason, now(), null);
        act(tx, matter, "stage.end", by, new JsonObject().put("ending", key).put("reason", reason));
        return locked(tx, matter.community(), matter.id());
    }

    /** One act in the matter's own chain. */
    public void act(Tx tx, Matter matter, String act, Actor by, JsonObject payload) {
        AuditStore.append(tx, matter.community(), matter.chain(), act, by.post(), payload.encode(), now());
    }

    Optional<Refusal> refusal(Tx tx, Matter matter, Actor by) {
        return registry.of(stage(matter).kind())
                .guard()
                .refusal(tx, matter, by, today())
                .or(() -> StageRecords.refusal(tx, this, matter));
    }

    /** The last day of the stage of a matter that goes on after a suspension. */
    LocalDate resumed(Tx tx, Matter matter, Actor by) {
        Stage stage = stage(matter);
        return registry.of(stage.kind())
                .resumption()
                .lastDay(tx, matter, by)
                .orElseGet(() -> due(stage, stage.defaultDays()));
    }

    /** The full days between the announcement of what is decided at the stage of that kind and the decision. */
    public NoticePeriod period(Matter matter, StageKind kind) {
        return template(matter)
                .first(kind)
                .map(stage -> NoticePeriod.of(stage, rule(matter)))
                .orElse(NoticePeriod.NONE);
    }

    /** The keys of all stages of these kinds, whatever template they belong to: a rerouted matter keeps older steps. */
    public Set<String> stageKeys(Predicate<StageKind> kinds) {
        return book().templates().values().stream()
                .flatMap(template -> template.stages().stream())
                .filter(stage -> kinds.test(stage.kind()))
                .map(Stage::key)
                .collect(Collectors.toSet());
    }
}
