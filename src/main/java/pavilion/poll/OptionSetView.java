package pavilion.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Outcome;
import pavilion.rules.Refusal;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.web.ProgressBar;

/**
 * Competing plans as a ballot's form and a result show them.
 *
 * @param way how the form asks: one, ticks, order or marks
 * @param none from the close on, ballots that want none of the plans
 * @param out the plans that went out round by round, the first to go first; empty where the method drops none
 * @param lot the code that the lot was drawn with, empty where no lot was drawn
 * @param picked empty until the close, and where no plan was picked
 */
public record OptionSetView(
        OptionSet optionSet,
        String way,
        List<Plan> plans,
        String picked,
        long none,
        long abstain,
        List<Refusal> ties,
        List<String> out,
        String lot,
        List<Round> rounds) {

    /**
     * @param result what came of it, null before the close
     * @param cost in yuan, with two decimals; empty where no money is shared out
     * @param places what a form may put beside it: places of an order, or marks
     */
    public record Plan(
            int number, String name, @Nullable PlanLine result, String cost, ProgressBar bar, List<Integer> places) {}

    /** One step of the method's count, as it is explained. */
    public record Round(int number, Refusal sentence, List<Line> lines) {}

    public record Line(String name, String figure, String fate) {}

    static @Nullable OptionSetView of(Poll poll) {
        OptionSet optionSet = poll.optionSet();
        if (optionSet == null) {
            return null;
        }
        JsonObject counted = poll.tally() == null ? null : poll.tally().getJsonObject("plans");
        List<PlanLine> results = counted == null || poll.outcome() == null ? List.of() : results(poll);
        List<Plan> plans = new ArrayList<>();
        List<Integer> places = places(optionSet);
        for (int i = 0; i < optionSet.plans().size(); i++) {
            PlanLine result = results.isEmpty() ? null : results.get(i);
            long heads = result == null ? 0 : result.plan().tally().yes();
            plans.add(new Plan(
                    i + 1,
                    optionSet.plans().get(i),
                    result,
                    cost(optionSet, i),
                    ProgressBar.of(heads, poll.turnout().mayCast(), 0, false),
                    places));
        }
        return new OptionSetView(
                optionSet,
                way(optionSet),
                plans,
                PlanLine.picked(results),
                counted == null ? 0 : counted.getLong("none"),
                counted == null ? 0 : poll.tally().getLong("abstain"),
                ties(optionSet, counted),
                out(optionSet, counted),
                drawn(counted) ? String.valueOf(poll.electorateSha()) : "",
                rounds(optionSet, counted));
    }

    private static List<PlanLine> results(Poll poll) {
        Outcome outcome = Outcome.fromMap(poll.outcome().getMap());
        return PlanLine.of(poll.session() == null ? outcome.withoutMeeting() : outcome);
    }

    private static String way(OptionSet optionSet) {
        return switch (optionSet.method().needs()) {
            case ORDER -> optionSet.method() == Method.PLURALITY ? "one" : "order";
            case TICKS, MONEY -> "ticks";
            case MARKS -> "marks";
        };
    }

    private static List<Integer> places(OptionSet optionSet) {
        return switch (optionSet.method().needs()) {
            case ORDER ->
                IntStream.rangeClosed(1, optionSet.plans().size()).boxed().toList();
            case MARKS -> IntStream.rangeClosed(0, OptionSet.BEST).boxed().toList();
            case TICKS, MONEY -> List.of();
        };
    }

    private static List<Refusal> ties(OptionSet optionSet, @Nullable JsonObject counted) {
        if (counted == null) {
            return List.of();
        }
        return counted.getJsonArray("ties", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(tie -> Refusal.of(
                        "poll.tie." + tie.getString("by") + (dropped(counted, tie) ? ".out" : ""),
                        String.join(
                                PlanLine.BETWEEN,
                                tie.getJsonArray("among").stream()
                                        .map(n -> name(optionSet, (Integer) n))
                                        .toList()),
                        name(optionSet, tie.getInteger("chosen"))))
                .toList();
    }

    private static List<String> out(OptionSet optionSet, @Nullable JsonObject counted) {
        return counted == null
                ? List.of()
                : counted.getJsonArray("rounds", new JsonArray()).stream()
                        .flatMap(round -> ((JsonObject) round)
                                .getJsonArray("lines").stream().map(JsonObject.class::cast))
                        .filter(line -> line.getString("fate").equals("out"))
                        .map(line -> name(optionSet, line.getInteger("plan")))
                        .distinct()
                        .toList();
    }

    private static boolean drawn(@Nullable JsonObject counted) {
        return counted != null
                && counted.getJsonArray("ties", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .anyMatch(tie -> tie.getString("by").equals("seed"));
    }

    /** In methods that go round by round the one chosen of those level may be the one that goes out. */
    private static boolean dropped(JsonObject counted, JsonObject tie) {
        return counted.getJsonArray("rounds", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(round -> round.getInteger("number").equals(tie.getInteger("round")))
                .flatMap(round -> round.getJsonArray("lines").stream().map(JsonObject.class::cast))
                .anyMatch(line -> line.getInteger("plan").equals(tie.getInteger("chosen"))
                        && line.getString("fate").equals("out"));
    }

    private static String cost(OptionSet optionSet, int plan) {
        return optionSet
                .budget()
                .map(money -> yuan(money.costs().get(plan).toString()))
                .orElse("");
    }

    /** The money that is shared out, in yuan; empty where none is. */
    public String money() {
        return optionSet
                .budget()
                .map(money -> yuan(String.valueOf(money.amount())))
                .orElse("");
    }

    /** How many plans are picked; 0 where money says it. */
    public int seats() {
        return optionSet.budget().isPresent() ? 0 : optionSet.seats();
    }

    /** Money is read with two decimals; whatever is no number stays as it is. */
    private static String yuan(String figure) {
        return figure.matches("-?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(figure).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : figure;
    }

    private static String figure(OptionSet optionSet, String figure) {
        return optionSet.budget().isPresent() && figure.contains(".") ? yuan(figure) : figure;
    }

    private static List<Round> rounds(OptionSet optionSet, @Nullable JsonObject counted) {
        if (counted == null) {
            return List.of();
        }
        return counted.getJsonArray("rounds", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(round -> new Round(
                        round.getInteger("number"),
                        Refusal.of(
                                round.getString("key"),
                                round.getJsonArray("args").stream()
                                        .map(arg -> (Object) figure(optionSet, String.valueOf(arg)))
                                        .toArray()),
                        round.getJsonArray("lines").stream()
                                .map(JsonObject.class::cast)
                                .map(line -> new Line(
                                        name(optionSet, line.getInteger("plan")),
                                        figure(optionSet, line.getString("figure")),
                                        line.getString("fate").toLowerCase(Locale.ROOT)))
                                .toList()))
                .toList();
    }

    private static String name(OptionSet optionSet, int number) {
        return optionSet.plans().get(number - 1);
    }

    public String method() {
        return optionSet.method().id();
    }

    /** What a ballot says, by the plans' names; empty where it says one of the plain answers. */
    static String said(Poll poll, String choice) {
        OptionSet optionSet = poll.optionSet();
        if (optionSet == null || choice.equals(OptionSet.NONE) || choice.equals(OptionSet.ABSTAIN)) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (String part : choice.split("[>,]")) {
            String[] plan = part.split(":");
            String name = name(optionSet, Integer.parseInt(plan[0]));
            parts.add(plan.length > 1 ? name + " " + plan[1] : name);
        }
        return String.join(choice.contains(">") ? " > " : " + ", parts);
    }
}
