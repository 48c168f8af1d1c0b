package pavilion.proposal;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.MatterMoves;
import pavilion.matter.Matters;
import pavilion.matter.StageGuard;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.NeverVotable;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;

/** The committee's answer to a proposal: who may decide it, and whether it may be decided by a vote at all. */
public final class Triages implements StageGuard {
    private static final String RESIDENTS_RULE = "rc26.meeting";

    private static final Set<ElectorateKind> RESIDENTS = Set.of(
            ElectorateKind.HOUSEHOLD_REPS,
            ElectorateKind.RESIDENT_REPS,
            ElectorateKind.REPS_MEETING,
            ElectorateKind.ADULTS);

    private final Matters matters;
    private final MatterMoves moves;

    Triages(Matters matters, MatterMoves moves) {
        this.matters = matters;
        this.moves = moves;
    }

    /**
     * @param guard key of the never-votable entry that applies, or empty
     * @param narrowed only how the duty is met is deliberated, never the duty itself
     * @param ownersRule which class of Civil Code Art. 278, for the owners' route
     * @param ownRule a rule that the community adopted on top of the route's, or empty
     */
    public record Answer(
            DecisionRoute route,
            String guard,
            boolean narrowed,
            String ownersRule,
            String ownRule,
            String reply,
            String post,
            LocalDate until) {}

    /** What no vote can decide is not sent to a vote: the refusal carries the reason and the right way. */
    static Optional<NeverVotable> guarded(List<NeverVotable> list, Answer answer) {
        boolean vote = answer.route() == DecisionRoute.COURTYARD
                || answer.route() == DecisionRoute.RESIDENTS
                || answer.route() == DecisionRoute.OWNERS;
        return list.stream()
                .filter(entry -> entry.key().equals(answer.guard()))
                .filter(entry -> vote && !answer.narrowed() && entry.route() != answer.route())
                .findFirst();
    }

    public Matter decide(Tx tx, int community, long id, Answer answer, Actor by) {
        Matter matter = matters.locked(tx, community, id, StageKind.TRIAGE);
        guarded(matters.book().neverVotable(), answer).ifPresent(entry -> {
            throw new Refused("matter.triage.never", entry.name().zh());
        });
        String route = answer.route().name().toLowerCase(Locale.ROOT);
        TriageStore.write(
                tx,
                matter,
                new TriageStore.Triage(
                        route,
                        answer.guard(),
                        answer.narrowed(),
                        answer.reply(),
                        answer.post(),
                        answer.until(),
                        matters.now()),
                by);
        matters.act(
                tx,
                matter,
                "triage",
                by,
                new JsonObject()
                        .put("route", route)
                        .put("guard", answer.guard())
                        .put("narrowed", answer.narrowed())
                        .put("reply", answer.reply())
                        .put("post", answer.post())
                        .put("deadline", answer.until().toString()));
        return switch (answer.route()) {
            case COURTYARD ->
                answer.ownRule().isEmpty()
                        ? matters.advance(tx, matter, by, "")
                        : onward(tx, matter, rule(matter, answer, matter.rule()), answer, by);
            case RESIDENTS -> onward(tx, matter, rule(matter, answer, RESIDENTS_RULE), answer, by);
            case OWNERS -> toOwners(tx, matter, answer, by);
            case DECLINED -> matters.end(tx, matter, Ending.DECLINED, by, answer.reply());
            case WHISTLE, HOTLINE, MEDIATION -> matters.end(tx, matter, Ending.REROUTED, by, answer.reply());
        };
    }

    // The committee's advice takes the place of the petition: the owners' way starts after its own proposal stage.
    private Matter toOwners(Tx tx, Matter matter, Answer answer, Actor by) {
        Template owners = ownersTemplates()
                .filter(template -> template.rules().contains(answer.ownersRule()))
                .findFirst()
                .orElseThrow(() -> new Refused("matter.triage.owners-rule"));
        Stage start = owners.next(owners.first()).orElseThrow();
        String rule = rule(matter, answer, answer.ownersRule());
        return moves.reroute(tx, matter, owners, rule, start, by, answer.reply());
    }

    /** The templates by which owners decide. */
    private Stream<Template> ownersTemplates() {
        return matters.book().templates().values().stream()
                .filter(template ->
                        matters.book().catalogue().rule(template.ruleId()).electorate() == ElectorateKind.OWNERS);
    }

    /** Ids of the rules by which owners may decide. */
    List<String> ownersRules() {
        return ownersTemplates()
                .flatMap(template -> template.rules().stream())
                .distinct()
                .toList();
    }

    /**
     * Ids of the rules by which residents, their representatives or those of the households decide, elections and recalls among them: a
     * community that adopted a rule on one of them can choose it. What only advises does not bind the whole community.
     */
    private List<String> residentsRules() {
        return matters.book().catalogue().inForce(matters.today()).stream()
                .filter(rule -> RESIDENTS.contains(rule.electorate())
                        && rule.binding()
                        && !rule.pass().empty())
                .map(Rule::id)
                .toList();
    }

    private Matter onward(Tx tx, Matter matter, String rule, Answer answer, Actor by) {
        Template template = matters.template(matter);
        Stage next = template.next(matter.stage()).orElseThrow();
        return moves.reroute(tx, matter, template, rule, next, by, answer.reply());
    }

    /** The rule of the law, or the community's own on top of it; residents may also decide by their rules on a vote of another kind. */
    private String rule(Matter matter, Answer answer, String law) {
        if (answer.ownRule().isEmpty()) {
            return law;
        }
        List<String> laws = answer.route() == DecisionRoute.RESIDENTS ? residentsRules() : List.of(law);
        return matters.adoptedRules().inForce(matter.community(), laws, matters.today()).stream()
                .map(Rule::id)
                .filter(answer.ownRule()::equals)
                .findFirst()
                .orElseThrow(() -> new Refused("matter.triage.own-rule"));
    }

    /** The rules that the community adopted for any of the ways this matter may take. */
    List<Rule> own(Matter matter) {
        List<String> laws = new ArrayList<>(ownersRules());
        laws.addAll(residentsRules());
        laws.add(matter.rule());
        return matters.adoptedRules().inForce(matter.community(), laws, matters.today());
    }

    public Optional<TriageStore.Triage> of(Tx tx, Matter matter) {
        return TriageStore.of(tx, matter);
    }

    @Override
    public Optional<Refusal> refusal(Tx tx, Matter matter, Actor by, LocalDate today) {
        return TriageStore.of(tx, matter).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of("matter.gate.triage"));
    }
}
