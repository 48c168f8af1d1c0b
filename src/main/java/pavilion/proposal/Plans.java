package pavilion.proposal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.StageGuard;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;

/** Plans: at least two options, one of which keeps things as they are, and the list of those concerned. */
public final class Plans implements StageGuard {
    /** What a stage requires where the options are written in it. */
    static final String OPTIONS = "options";

    private final Matters matters;

    public Plans(Matters matters) {
        this.matters = matters;
    }

    /** While the plan is made it may change freely; once announced it is locked, and only a new notice changes it. */
    public void write(
            Tx tx, int community, long id, List<Plan.Option> options, List<Plan.Stakeholder> stakeholders, Actor by) {
        Matter matter = matters.locked(tx, community, id);
        Matters.requireOpen(matter);
        StageKind kind = matters.stage(matter).kind();
        boolean announced = NoticeStore.current(tx, matter).isPresent();
        if (kind != StageKind.PLAN && (kind != StageKind.NOTICE || announced)) {
            throw new Refused("matter.plan.locked");
        }
        PlanStore.write(tx, matter, options, stakeholders);
        matters.act(tx, matter, "plan", by, json(new Plan(options, stakeholders)));
    }

    boolean ofOwners(Matter matter) {
        return matters.ofOwners(matter);
    }

    public Plan of(Tx tx, Matter matter) {
        return PlanStore.of(tx, matter);
    }

    static JsonObject json(Plan plan) {
        JsonArray options = new JsonArray();
        plan.options()
                .forEach(o -> options.add(new JsonObject()
                        .put("ordinal", o.ordinal())
                        .put("title", o.title())
                        .put("cost", o.cost())
                        .put("effects", o.effects())
                        .put("as_is", o.asIs())));
        JsonArray people = new JsonArray();
        plan.stakeholders()
                .forEach(s -> people.add(new JsonObject()
                        .put("ordinal", s.ordinal())
                        .put("name", s.name())
                        .put("voice", s.voice())));
        return new JsonObject().put("options", options).put("stakeholders", people);
    }

    public static Optional<Refusal> complete(Plan plan) {
        long asIs = plan.options().stream().filter(Plan.Option::asIs).count();
        if (plan.options().size() < 2) {
            return Optional.of(Refusal.of("matter.gate.plan.two"));
        }
        if (asIs != 1) {
            return Optional.of(Refusal.of("matter.gate.plan.as-is"));
        }
        return plan.stakeholders().isEmpty() ? Optional.of(Refusal.of("matter.gate.plan.people")) : Optional.empty();
    }

    @Override
    public Optional<Refusal> refusal(Tx tx, Matter matter, Actor by, LocalDate today) {
        return matters.stage(matter).requires(OPTIONS) ? complete(PlanStore.of(tx, matter)) : Optional.empty();
    }
}
