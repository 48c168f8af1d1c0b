package pavilion.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import pavilion.bench.BenchCommunity.Question;
import pavilion.rehearse.LoadClient;
import pavilion.rehearse.RequestRun;

/**
 * Every household votes once through the whole product: sign-in cookie, form token, entitlement, receipt, chain, count.
 * Measured are named polls whose voters the house has not seen yet, so that it looks each sign-in up; the same by the
 * page's script from people who just had the page open; secret ones; and one at a steady thousand a second. The machine's
 * own ceiling is measured before, between and after, because a shared machine is not as fast at all times.
 */
final class BallotRun {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double BAR = 0.5;
    private static final int PER_SECOND = 1_000;
    private static final double OFFERED_MILLIS = 25;
    /** A round that is hardly faster than the best before it says that the house has warmed up. */
    private static final double HARDLY = 1.05;

    private static final String NAMED = "yard.consult";
    private static final String SECRET = "rc26.meeting";

    private final BenchTarget ground;
    private final BenchCommunity town;
    private final LoadClient crowd;
    private final BenchPlan plan;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Double> ceilings = new ArrayList<>();
    private String tool = "";

    BallotRun(BenchTarget ground, BenchCommunity town, LoadClient crowd, BenchPlan plan) {
        this.ground = ground;
        this.town = town;
        this.crowd = crowd;
        this.plan = plan;
    }

    List<Figure> run() {
        JsonArray warming = warmUp();
        ceiling();
        int all = town.households.size();
        poll("intake.named.first", NAMED, town::signIns, false, all);
        List<String> tokens = town.signIns();
        for (int voters : BenchPlan.three(all)) {
            poll("intake.named", NAMED, () -> tokens, true, voters);
        }
        ceiling();
        poll("intake.secret", SECRET, () -> tokens, true, all);
        offered(tokens);
        ceiling();
        double ceiling =
                ceilings.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return figures.stream()
                .map(f -> f.ofRatio() ? f.beside(ceiling) : f)
                .peek(f -> f.raw()
                        .put("ceiling_tool", tool)
                        .put("ceilings", new JsonArray(ceilings))
                        .put("warming_up", warming))
                .toList();
    }

    private void ceiling() {
        Ceiling measured = Ceiling.measure(ground.endpoint(), plan.connections(), plan.ceiling());
        tool = measured.tool();
        ceilings.add(measured.perSecond());
    }

    /** The house has just been started: what it runs is compiled while it runs. @return ballots a second of each round */
    private JsonArray warmUp() {
        JsonArray rounds = new JsonArray();
        double best = 0;
        int since = 0;
        for (int i = 0; i < plan.warmUp() && since < 3; i++) {
            List<String> tokens = town.signIns();
            double all = 0;
            for (String rule : List.of(NAMED, NAMED, SECRET)) {
                all += send(town.forms(town.ask(rule, rule, false), tokens, true))
                                .perSecond()
                        / 3;
            }
            rounds.add(Math.round(all));
            since = all > best * HARDLY ? 0 : since + 1;
            best = Math.max(best, all);
        }
        return rounds;
    }

    private RequestRun send(List<Buffer> forms) {
        return crowd.send(ground.port(), plan.connections(), forms, LIMIT);
    }

    /** One poll with its three counts. */
    private record Held(Question question, RequestRun round, BenchStore.Counts counts) {
        boolean whole(int expected) {
            return counts.agree(expected) && round.good() == expected;
        }
    }

    /** As many polls as the plan says; the one in the middle is the figure, all of them must be whole. */
    private void poll(String key, String rule, Supplier<List<String>> voters, boolean script, int expected) {
        List<Held> polls = new ArrayList<>();
        for (int i = 0; i < plan.polls(); i++) {
            List<String> tokens = voters.get();
            Question question = town.ask(rule, key, false);
            RequestRun round = send(town.forms(question, tokens, script).subList(0, expected));
            polls.add(new Held(question, round, town.counts(question)));
        }
        polls.sort(Comparator.comparingDouble(held -> held.round().perSecond()));
        Held middle = polls.get(polls.size() / 2);
        JsonObject raw = raw(middle)
                .put(
                        "all_per_second",
                        new JsonArray(polls.stream()
                                .map(held -> (Object) Math.round(held.round().perSecond()))
                                .toList()));
        figures.add(new Figure(
                key, String.valueOf(expected), "/s", middle.round().perSecond(), Double.NaN, BAR, true, true, raw));
        figures.add(Figure.told(key + ".p50", "ms", middle.round().latencies().millis(0.5)));
        figures.add(Figure.told(key + ".p99", "ms", middle.round().latencies().millis(0.99)));
        int least = polls.stream()
                .mapToInt(
                        held -> held.whole(expected) ? expected : held.counts().ballots())
                .min()
                .orElseThrow();
        figures.add(Figure.exactly(key + ".whole", "", least, expected, raw));
    }

    private JsonObject raw(Held held) {
        return held.round()
                .toJson()
                .put("connections", plan.connections())
                .put("cast_count", held.counts().cast())
                .put("turnout", held.counts().turnout())
                .put("ballots", held.counts().ballots())
                .put("chain_acts", town.chain(held.question()).size())
                .put("chain_verified", true);
    }

    private void offered(List<String> tokens) {
        Question question = town.ask(NAMED, "offered", false);
        RequestRun round =
                crowd.offer(ground.port(), plan.connections(), town.forms(question, tokens, true), PER_SECOND, LIMIT);
        Held held = new Held(question, round, town.counts(question));
        double p99 = held.whole(tokens.size()) ? round.latencies().millis(0.99) : Double.POSITIVE_INFINITY;
        figures.add(Figure.most("intake.offered", String.valueOf(PER_SECOND), "ms", p99, OFFERED_MILLIS, raw(held)));
    }
}
