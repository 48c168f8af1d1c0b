package pavilion.rules.decide;

import static pavilion.rules.Measure.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import pavilion.rules.Electorate;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Participation;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Tally;

/** Owners whose ballot did not come back, by the policy that the case names. */
record Silence(Figures figures, Figures returned, boolean countsSilence, long silent) {
    private static final List<String> SERVED = List.of("served", "served_heads");
    private static final List<String> SERVED_AREA = List.of("served_area_c", "served_area");
    private static final Map<String, Participation> POLICIES = Map.of(
            "A", Participation.RETURNED,
            "B", Participation.SERVED_ABSTAINS,
            "C", Participation.SERVED_FOLLOWS);

    static Silence of(Case it, Rule rule) {
        var policy = policy(it);
        var given = it.figures(Keys.measures(rule), rule);
        var totals = new Electorate.Totals(
                rule.electorate(), need(it, rule, given, TOTAL_HEADS), need(it, rule, given, TOTAL_AREA));
        boolean sides = policy == Participation.SERVED_FOLLOWS;
        long[] heads = answers(it, rule, given, sides, PART_HEADS, YES_HEADS, NO_HEADS, ABSTAIN_HEADS);
        long[] areas = answers(it, rule, given, sides, PART_AREA, YES_AREA, NO_AREA, ABSTAIN_AREA);
        var tally = new Tally(heads[0], heads[1], heads[2], areas[0], areas[1], areas[2]);
        boolean counts = policy != Participation.RETURNED;
        long served = served(it, SERVED, counts, tally.voted(), totals.heads());
        long area = served(it, SERVED_AREA, counts, tally.votedArea(), totals.areaC());
        if (policy == Participation.SERVED_FOLLOWS) {
            requireGround(it);
        }
        return new Silence(
                figures(it, rule, policy.count(tally, served, area), totals),
                figures(it, rule, tally, totals),
                counts,
                served - tally.voted());
    }

    /** "C", and also "C served + silent follow the majority". */
    private static Participation policy(Case it) {
        var text = it.text("policy");
        var policy = POLICIES.get(text.split("\\s", 2)[0].toUpperCase(Locale.ROOT));
        if (policy == null) {
            throw new BadField("policy", "decide.policy.unknown", text);
        }
        return policy;
    }

    /** Silence follows the majority only where the owners have written so, and each ballot is proved to have arrived. */
    private static void requireGround(Case it) {
        if (it.text("adopted_text", "").isEmpty()) {
            throw new BadField("adopted_text", "decide.policy.text");
        }
        if (!it.truth("proof_of_service")) {
            throw new BadField("proof_of_service", "decide.policy.proof");
        }
    }

    /** Yes, no and abstaining; what is left out is the rest of those who took part, where that leaves no choice. */
    private static long[] answers(
            Case it, Rule rule, Figures given, boolean sides, Measure part, Measure yes, Measure no, Measure abstain) {
        long agreed = need(it, rule, given, yes);
        if (!given.has(part)) {
            return new long[] {agreed, need(it, rule, given, no), need(it, rule, given, abstain)};
        }
        long rest = given.get(part) - agreed;
        if (given.has(no) && given.has(abstain)) {
            if (given.get(no) + given.get(abstain) != rest) {
                throw new BadField(it.oneOf(Keys.of(part, rule)), "decide.policy.sum");
            }
            return new long[] {agreed, given.get(no), given.get(abstain)};
        }
        if (given.has(abstain)) {
            return new long[] {agreed, rest - given.get(abstain), given.get(abstain)};
        }
        long against = given.has(no) || sides ? need(it, rule, given, no) : rest;
        return new long[] {agreed, against, rest - against};
    }

    private static long served(Case it, List<String> names, boolean counts, long returned, long total) {
        var key = it.oneOf(names);
        if (key.isEmpty()) {
            if (counts) {
                throw new BadField(names.getFirst(), "decide.missing");
            }
            return returned;
        }
        long served = it.whole(key);
        if (served < returned || served > total) {
            throw new BadField(key, "decide.policy.served", served, returned, total);
        }
        return served;
    }

    private static long need(Case it, Rule rule, Figures given, Measure measure) {
        try {
            return given.get(measure);
        } catch (Refused e) {
            throw it.blame(e, rule);
        }
    }

    private static Figures figures(Case it, Rule rule, Tally tally, Electorate.Totals totals) {
        try {
            return tally.figures(totals);
        } catch (Refused e) {
            throw it.blame(e, rule);
        }
    }
}
