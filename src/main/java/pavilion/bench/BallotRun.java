package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pavilion.bench.Town.Question;
import pavilion.rehearse.Crowd;
import pavilion.rehearse.Round;

/**
 * Every household votes once through the whole product: sign-in cookie, form token, entitlement, receipt, chain, count.
 * Three polls are measured: a named one whose voters the house has not seen yet, so that it looks each sign-in up; the
 * same by the page's script from people who just had the page open; and a secret one.
 */
final class BallotRun {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double BAR = 0.5;

    private final Ground ground;
    private final Town town;
    private final Crowd crowd;
    private final Plan plan;
    private final List<Figure> figures = new ArrayList<>();

    BallotRun(Ground ground, Town town, Crowd crowd, Plan plan) {
        this.ground = ground;
        this.town = town;
        this.crowd = crowd;
        this.plan = plan;
    }

    List<Figure> run() {
        warmUp();
        Ceiling before = Ceiling.measure(ground.endpoint(), plan.connections(), plan.ceiling());
        List<String> tokens = town.signIns();
        int all = town.households.size();
        poll("intake.named.first", "yard.consult", tokens, false, all);
        for (int voters : Plan.three(all)) {
            poll("intake.named", "yard.consult", tokens, true, voters);
        }
        poll("intake.secret", "rc26.meeting", tokens, true, all);
        Ceiling after = Ceiling.measure(ground.endpoint(), plan.connections(), plan.ceiling());
        double ceiling = (before.perSecond() + after.perSecond()) / 2;
        return figures.stream()
                .map(f -> f.ofRatio() ? f.beside(ceiling) : f)
                .peek(f -> f.raw()
                        .put("ceiling_tool", before.tool())
                        .put("ceiling_before", before.perSecond())
                        .put("ceiling_after", after.perSecond()))
                .toList();
    }

    private void warmUp() {
        List<String> tokens = town.signIns();
        for (String rule : List.of("yard.consult", "rc26.meeting")) {
            crowd.send(ground.port(), plan.connections(), town.forms(town.ask(rule, rule, false), tokens, true), LIMIT);
        }
    }

    private void poll(String key, String rule, List<String> tokens, boolean script, int expected) {
        Question question = town.ask(rule, key, false);
        Round round = crowd.send(
                ground.port(),
                plan.connections(),
                town.forms(question, tokens, script).subList(0, expected),
                LIMIT);
        BenchStore.Counts counts = town.counts(question);
        boolean whole = counts.agree(expected) && round.good() == expected;
        int acts = town.chain(question).size();
        String detail = String.valueOf(expected);
        JsonObject raw = round.toJson()
                .put("connections", plan.connections())
                .put("cast_count", counts.cast())
                .put("turnout", counts.turnout())
                .put("ballots", counts.ballots())
                .put("chain_acts", acts)
                .put("chain_verified", true);
        figures.add(new Figure(key, detail, "/s", round.perSecond(), Double.NaN, BAR, true, true, raw));
        figures.add(Figure.told(key + ".p50", "ms", round.latencies().millis(0.5)));
        figures.add(Figure.told(key + ".p99", "ms", round.latencies().millis(0.99)));
        figures.add(Figure.exactly(key + ".whole", "", whole ? expected : counts.ballots(), expected, raw));
    }
}
