package pavilion.matter;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.Move;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.Template;

/** How the committee moves a matter other than to its next stage, always with a reason that everybody can read. */
public final class MatterMoves {
    private final Matters matters;
    private final MatterRegistry registry;

    MatterMoves(Matters matters, MatterRegistry registry) {
        this.matters = matters;
        this.registry = registry;
    }

    /** Back to who proposed it, for correction: once, with the reason. */
    public Matter returnForCorrection(Tx tx, Matter matter, Actor by, String reason) {
        Matters.requireOpen(matter);
        matters.template(matter).require(matter.stage(), Move.RETURN);
        if (StepStore.of(tx, matter.community(), matter.id()).stream()
                .anyMatch(step -> step.move().equals("return"))) {
            throw new Refused("matter.return.once");
        }
        Stage first = matters.template(matter).first();
        return matters.enter(tx, matter, first, "return", matters.due(first, first.defaultDays()), by, reason(reason));
    }

    /** To another body by another template or rule; the file goes along. */
    public Matter reroute(Tx tx, Matter matter, Template template, String rule, Stage to, Actor by, String reason) {
        Matters.requireOpen(matter);
        matters.requireUnheld(tx, matter, by);
        matters.adoptedRules().rule(matter.community(), rule);
        LocalDate due = matters.due(to, to.defaultDays());
        MatterStore.stand(tx, matter, template.id(), rule, to.key(), due, matters.now());
        StepStore.add(tx, matter, matter.stage(), to.key(), "reroute", by, reason, matters.now(), due);
        var moved = new JsonObject().put("template", template.id()).put("rule", rule);
        matters.act(tx, matter, "stage.reroute", by, moved.put("to", to.key()).put("reason", reason));
        return matters.locked(tx, matter.community(), matter.id());
    }

    public void suspend(Tx tx, Matter matter, Actor by, String reason) {
        Matters.requireOpen(matter);
        matters.template(matter).require(matter.stage(), Move.SUSPEND);
        matters.requireUnheld(tx, matter, by);
        MatterStore.state(tx, matter, MatterState.SUSPENDED, null, null, matters.now());
        StepStore.add(
                tx,
                matter,
                matter.stage(),
                matter.stage(),
                "suspend",
                by,
                reason(reason),
                matters.now(),
                matter.stageDue());
        matters.act(tx, matter, "stage.suspend", by, new JsonObject().put("reason", reason));
    }

    /**
     * The days that were left when it was suspended are not made up for: what hangs there says until when, or the stage
     * starts anew.
     */
    public void resume(Tx tx, Matter matter, Actor by, String reason) {
        if (!matter.suspended()) {
            throw new Refused("matter.resume.not-suspended");
        }
        Stage stage = matters.stage(matter);
        LocalDate usual = matters.due(stage, stage.defaultDays());
        MatterStore.stand(tx, matter, matter.template(), matter.rule(), matter.stage(), usual, matters.now());
        LocalDate due = matters.resumed(tx, matters.locked(tx, matter.community(), matter.id()), by);
        MatterStore.stand(tx, matter, matter.template(), matter.rule(), matter.stage(), due, matters.now());
        StepStore.add(tx, matter, matter.stage(), matter.stage(), "resume", by, reason(reason), matters.now(), due);
        matters.act(tx, matter, "stage.resume", by, new JsonObject().put("reason", reason));
    }

    /** Before its course is over. */
    public Matter end(Tx tx, Matter matter, Ending ending, Actor by, String reason) {
        matters.template(matter).require(matter.stage(), Move.END);
        endingHeld(tx, matter, by).ifPresent(no -> {
            throw new Refused(no);
        });
        return matters.end(tx, matter, ending, by, reason(reason));
    }

    /** Why it cannot be ended before its course is over; empty where it can. */
    Optional<Refusal> endingHeld(Tx tx, Matter matter, Actor by) {
        return registry.endingHolds().stream()
                .flatMap(hold -> hold.refusal(tx, matter, by, matters.today()).stream())
                .findFirst();
    }

    private static String reason(String reason) {
        if (reason.isBlank()) {
            throw new Refused("matter.reason.required");
        }
        return reason;
    }
}
