package pavilion.rules.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;

/**
 * Names under a call for a meeting. Each group may call by itself, so one is enough, and only groups with numbers are
 * asked. "signed_adults" of "adults", or "adults" of "total_adults", or "signed" where only one group is named.
 */
record Petition(Case it, List<Rule> rules) {
    private record Pair(Rule rule, String signed, String members) {}

    /** Whether the names of the numbers say that a petition is meant. */
    static boolean signed(Case it) {
        return it.fields().keySet().stream()
                .anyMatch(key -> key.equals("signed") || key.startsWith("signed_") || key.endsWith("_signed"));
    }

    void into(Decider.Working answer) {
        var pairs = pairs();
        if (pairs.isEmpty()) {
            throw new BadField("signed", "decide.petition.none");
        }
        for (var pair : pairs) {
            var outcome = decide(pair);
            answer.lines(outcome.steps());
            answer.passed |= outcome.passed();
        }
    }

    private Outcome decide(Pair pair) {
        long members = it.whole(pair.members);
        long signed = it.whole(pair.signed);
        try {
            return pair.rule.decide(new Figures(Map.of(Measure.MEMBERS, members, Measure.SIGNED, signed)));
        } catch (Refused e) {
            throw new BadField(members < 0 ? pair.members : pair.signed, e.refusal());
        }
    }

    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var rule : rules) {
            var bodies = Keys.bodies(rule.electorate());
            var plain = it.oneOf(bodies);
            var total = it.oneOf(bodies.stream().map(body -> "total_" + body).toList());
            var signed = it.oneOf(bodies.stream()
                    .flatMap(body -> Stream.of("signed_" + body, body + "_signed"))
                    .toList());
            if (!(plain + total + signed).isEmpty()) {
                pairs.add(pair(rule, plain, total, signed));
            }
        }
        if (pairs.isEmpty() && rules.size() == 1) {
            var members = it.oneOf(Keys.of(Measure.MEMBERS, rules.getFirst()));
            pairs.add(new Pair(rules.getFirst(), need("signed"), members.isEmpty() ? need("members") : members));
        }
        if (pairs.size() > 1 && it.has("signed")) {
            throw new BadField("signed", "decide.petition.several");
        }
        return pairs;
    }

    private Pair pair(Rule rule, String plain, String total, String signed) {
        if (!plain.isEmpty() && !total.isEmpty() && !signed.isEmpty()) {
            throw new BadField(signed, "decide.twice", plain, signed);
        }
        var body = Keys.word(rule);
        if (total.isEmpty()) {
            return new Pair(
                    rule,
                    signed.isEmpty() ? need(it.has("signed") ? "signed" : "signed_" + body) : signed,
                    plain.isEmpty() ? need(body) : plain);
        }
        var names = signed.isEmpty() ? plain : signed;
        return new Pair(rule, names.isEmpty() ? need("signed") : names, total);
    }

    private String need(String key) {
        if (!it.has(key)) {
            throw new BadField(key, "decide.missing");
        }
        return key;
    }
}
