package pavilion.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import pavilion.bench.BenchCommunity.OpenPoll;
import pavilion.rehearse.LoadClient;
import pavilion.rehearse.RequestRun;

/**
 * Every household votes once through the whole product: sign-in cookie, form token, entitlement, receipt, chain, count.
 * Measured are named polls whose voters the server has not seen yet, so that it looks each sign-in up; the same by the
 * page's script from people who just had the page open; secret ones; and one at a steady thousand a second. The machine's
 * own ceiling is measured before, between and after, because a shared machine is not as fast at all times.
 */
final class BallotRun {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double BAR = 0.5;
    private static final int PER_SECOND = 1_000;
    private static final double OFFERED_MILLIS = 25;
    /** A round that is hardly faster than the best one before shows that the server is warm. */
    private static final double HARDLY = 1.05;

    private static final String NAMED = "yard.consult";
    private static final String SECRET = "rc26.meeting";

    private final BenchTarget target;
    private final BenchCommunity community;
    private final LoadClient load;
    private final BenchPlan plan;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Double> ceilings = new ArrayList<>();
    private String tool = "";

    BallotRun(BenchTarget target, BenchCommunity community, LoadClient load, BenchPlan plan) {
        this.target = target;
        this.community = community;
        this.load = load;
        this.plan = plan;
    }

    List<Figure> run() {
        JsonArray warming = warmUp();
        ceiling();
        int all = community.households.size();
        poll("intake.named.first", NAMED, community::signIns, false, all);
        List<String> tokens = community.signIns();
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
        Ceiling measured = Ceiling.measure(target.endpoint(), plan.connections(), plan.ceiling());
        tool = measured.tool();
        ceilings.add(measured.perSecond());
    }

    /**
     * Runs rounds of polls until the server, which has just started, has compiled what it runs.
     *
     * @return ballots a second of each round
     */
    private JsonArray warmUp() {
        JsonArray rounds = new JsonArray();
        double best = 0;
        int since = 0;
        for (int i = 0; i < plan.warmUp() && since < 3; i++) {
            List<String> tokens = community.signIns();
            double all = 0;
            for (String rule : List.of(NAMED, NAMED, SECRET)) {
                all += send(community.forms(community.open(rule, rule, false), tokens, true))
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
        return load.send(target.port(), plan.connections(), forms, LIMIT);
    }

    /** One poll with its three counts. */
    private record MeasuredPoll(OpenPoll poll, RequestRun round, BenchStore.Counts counts) {
        boolean whole(int expected) {
            return counts.agree(expected) && round.good() == expected;
        }
    }

    /** As many polls as the plan says; the one in the middle is the figure, all of them must be whole. */
    private void poll(String key, String rule, Supplier<List<String>> voters, boolean script, int expected) {
        List<MeasuredPoll> polls = new ArrayList<>();
        for (int i = 0; i < plan.polls(); i++) {
            List<String> tokens = voters.get();
            OpenPoll poll = community.open(rule, key, false);
            RequestRun round = send(community.forms(poll, tokens, script).subList(0, expected));
            polls.add(new MeasuredPoll(poll, round, community.counts(poll)));
        }
        polls.sort(Comparator.comparingDouble(measured -> measured.round().perSecond()));
        MeasuredPoll middle = polls.get(polls.size() / 2);
        JsonObject raw = raw(middle)
                .put(
                        "all_per_second",
                        new JsonArray(polls.stream()
                                .map(measured ->
                                        (Object) Math.round(measured.round().perSecond()))
                                .toList()));
        figures.add(new Figure(
                key, String.valueOf(expected), "/s", middle.round().perSecond(), Double.NaN, BAR, true, true, raw));
        figures.add(Figure.info(key + ".p50", "ms", middle.round().latencies().millis(0.5)));
        figures.add(Figure.info(key + ".p99", "ms", middle.round().latencies().millis(0.99)));
        int least = polls.stream()
                .mapToInt(measured ->
                        measured.whole(expected) ? expected : measured.counts().ballots())
                .min()
                .orElseThrow();
        figures.add(Figure.exactly(key + ".whole", "", least, expected, raw));
    }

    private JsonObject raw(MeasuredPoll measured) {
        return measured.round()
                .toJson()
                .put("connections", plan.connections())
                .put("cast_count", measured.counts().cast())
                .put("turnout", measured.counts().turnout())
                .put("ballots", measured.counts().ballots())
                .put("chain_acts", community.chain(measured.poll()).size())
                .put("chain_verified", true);
    }

    private void offered(List<String> tokens) {
        OpenPoll poll = community.open(NAMED, "offered", false);
        RequestRun round =
                load.offer(target.port(), plan.connections(), community.forms(poll, tokens, true), PER_SECOND, LIMIT);
        MeasuredPoll measured = new MeasuredPoll(poll, round, community.counts(poll));
        double p99 = measured.whole(tokens.size()) ? round.latencies().millis(0.99) : Double.POSITIVE_INFINITY;
        figures.add(
                Figure.most("intake.offered", String.valueOf(PER_SECOND), "ms", p99, OFFERED_MILLIS, raw(measured)));
    }
}
