package pavilion.rules.decide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.rules.Basis;
import pavilion.rules.Catalogue;
import pavilion.rules.Comparison;
import pavilion.rules.Condition;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Step;

/** Decides one case after another; a case that is wrong in itself stops nobody else's. */
public final class Decider {
    private final Lookup lookup;

    public Decider(Catalogue catalogue) {
        lookup = new Lookup(catalogue);
    }

    public CaseAnswer decide(Map<String, ?> fields) {
        var it = new Case(fields);
        var rule = fields.get("rule") instanceof String text ? text : "";
        try {
            return decided(it, rule);
        } catch (BadField e) {
            return new CaseAnswer.Trouble(it.id(), rule, e.field(), e.refusal());
        } catch (Refused e) {
            return new CaseAnswer.Trouble(it.id(), rule, "rule", e.refusal());
        }
    }

    private CaseAnswer.Decided decided(Case it, String named) {
        var asked = lookup.find(it);
        it.refuseUnknown(named);
        var rule = asked.rules().getFirst();
        var answer = new Working(it, named, rule);
        if (asked.petition()) {
            new Petition(it, asked.rules()).into(answer);
        } else if (rule.terms().failures() > 0) {
            appraisal(it, rule, answer);
        } else if (it.has("policy")) {
            policy(it, rule, answer);
        } else if (asked.runoff()) {
            runoff(it, rule, answer);
        } else if (!rule.terms().runoff().isEmpty()) {
            election(it, rule, answer);
        } else {
            vote(it, rule, answer);
        }
        it.refuseUnread(named);
        return answer.done();
    }

    private static void vote(Case it, Rule rule, Working answer) {
        var figures = it.figures(Keys.measures(rule), rule);
        if (Lookup.isRecall(rule) && !figures.has(Measure.MEMBERS)) {
            answer.note("decide.note.turnout");
            answer.decided(decide(it, rule.with(rule.source(), Condition.all(), rule.pass()), figures));
        } else {
            answer.decided(decide(it, rule, figures));
        }
    }

    /** Valid or not is the decision; who is elected stands beside it, since it is asked for each candidate. */
    private void election(Case it, Rule rule, Working answer) {
        var figures = it.figures(Keys.measures(rule), rule);
        boolean counted = figures.has(Measure.VOTES);
        var valid = counted ? decide(it, rule, figures) : quorum(it, rule, figures);
        answer.lines(valid.steps());
        answer.quorum = valid.quorate();
        answer.passed = valid.quorate();
        if (counted) {
            answer.also.put("elected", valid.passed());
        }
        if (it.has("ballots_cast")) {
            long ballots = it.whole("ballots_cast");
            var cast = figures.has(Measure.MEMBERS)
                    ? Figures.none().with(Measure.MEMBERS, figures.get(Measure.MEMBERS))
                    : Figures.none();
            var round = checked(it, rule, cast, Measure.VOTED, ballots);
            if (counted) {
                var floor = lookup.runoff(rule);
                var outcome = decide(it, floor, checked(it, floor, round, Measure.VOTES, figures.get(Measure.VOTES)));
                answer.lines(outcome.steps());
                answer.also.put("runoff_floor", outcome.passed());
            }
        }
    }

    /** The second round: most votes win, and at least the floor is asked of the winner. */
    private static void runoff(Case it, Rule rule, Working answer) {
        var ballots = it.has("ballots_cast") ? "ballots_cast" : "voted";
        if (it.has("voted")) {
            it.whole("voted");
        }
        if (!it.has(ballots)) {
            throw new BadField("ballots_cast", "decide.missing");
        }
        var figures = it.figures(EnumSet.of(Measure.MEMBERS, Measure.VOTES), rule);
        answer.note("decide.note.plurality");
        answer.decided(decide(it, rule, checked(it, rule, figures, Measure.VOTED, it.whole(ballots))));
    }

    private static void appraisal(Case it, Rule rule, Working answer) {
        if (!it.has("consecutive_failures")) {
            throw new BadField("consecutive_failures", "decide.appraisal", (long)
                    rule.terms().failures());
        }
        long failures = it.whole("consecutive_failures");
        if (failures < 0) {
            throw new BadField("consecutive_failures", "decide.negative", failures);
        }
        long enough = rule.terms().failures();
        boolean ends = failures >= enough;
        answer.lines.add(new CaseAnswer.Line(
                Step.Part.PASS.name(),
                Refusal.of("decide.step.failures", failures, enough, ends ? 1L : 0L),
                failures,
                Long.toString(enough),
                Comparison.GE,
                ends,
                rule.source()));
        answer.passed = ends;
        answer.note("decide.note.appraisal");
    }

    private static void policy(Case it, Rule rule, Working answer) {
        if (rule.basis() != Basis.OWNER || rule.quorum().empty()) {
            throw new BadField("policy", "decide.policy.owners");
        }
        var silence = Silence.of(it, rule);
        var outcome = decide(it, rule, silence.figures());
        if (silence.countsSilence()) {
            var plain = new Working(it, answer.named, rule);
            plain.decided(decide(it, rule, silence.returned()));
            answer.without.add(plain.done());
            answer.note("decide.note.silence", silence.silent());
        }
        answer.decided(outcome);
    }

    private static Outcome decide(Case it, Rule rule, Figures figures) {
        try {
            return rule.decide(figures);
        } catch (Refused e) {
            throw it.blame(e, rule);
        }
    }

    private static Outcome quorum(Case it, Rule rule, Figures figures) {
        try {
            return rule.quorum(figures);
        } catch (Refused e) {
            throw it.blame(e, rule);
        }
    }

    private static Figures checked(Case it, Rule rule, Figures figures, Measure measure, long count) {
        try {
            return figures.with(measure, count);
        } catch (Refused e) {
            throw e.refusal().key().contains(".voted.") && it.has("ballots_cast")
                    ? new BadField("ballots_cast", e.refusal())
                    : it.blame(e, rule);
        }
    }

    /** An answer in the making. */
    static final class Working {
        final String named;
        private final Case it;
        private final Rule rule;
        final List<CaseAnswer.Line> lines = new ArrayList<>();
        final Map<String, Boolean> also = new LinkedHashMap<>();
        final List<Refusal> notes = new ArrayList<>();
        final List<CaseAnswer.Decided> without = new ArrayList<>();
        boolean quorum = true;
        boolean passed;

        Working(Case it, String named, Rule rule) {
            this.it = it;
            this.named = named;
            this.rule = rule;
        }

        void decided(Outcome outcome) {
            quorum = outcome.quorate();
            passed = outcome.passed();
            lines(outcome.steps());
        }

        void lines(List<Step> steps) {
            steps.stream().map(CaseAnswer.Line::of).forEach(lines::add);
        }

        void note(String key, Object... args) {
            notes.add(Refusal.of(key, args));
        }

        CaseAnswer.Decided done() {
            return new CaseAnswer.Decided(it.id(), named, rule.id(), quorum, passed, lines, also, notes, without);
        }
    }
}
