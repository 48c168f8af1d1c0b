package pavilion.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.web.ProgressBar;

/**
 * Competing plans as a ballot's form and a result show them.
 *
 * @param way how the form asks: one, ticks, order or marks
 * @param picked empty until the close, and where no plan was picked
 */
public record OptionSetView(
        OptionSet optionSet, String way, List<Plan> plans, String picked, List<Refusal> ties, List<Round> rounds) {

    /**
     * @param heads ballots on which the plan is acceptable, from the close on
     * @param places what a form may put beside it: places of an order, or marks
     */
    public record Plan(int number, String name, long heads, boolean in, ProgressBar bar, List<Integer> places) {}

    /** One step of the method's count, as it is explained. */
    public record Round(int number, Refusal sentence, List<Line> lines) {}

    public record Line(String name, String figure, String fate) {}

    static @Nullable OptionSetView of(Poll poll) {
        OptionSet optionSet = poll.optionSet();
        if (optionSet == null) {
            return null;
        }
        JsonObject counted = poll.tally() == null ? null : poll.tally().getJsonObject("plans");
        List<Plan> plans = new ArrayList<>();
        List<Integer> places = places(optionSet);
        for (int i = 0; i < optionSet.plans().size(); i++) {
            JsonObject line = counted == null
                    ? new JsonObject().put("heads", 0).put("picked", false)
                    : counted.getJsonArray("support").getJsonObject(i);
            long heads = line.getLong("heads");
            plans.add(new Plan(
                    i + 1,
                    optionSet.plans().get(i),
                    heads,
                    line.getBoolean("picked"),
                    ProgressBar.of(heads, poll.turnout().mayCast(), 0, false),
                    places));
        }
        boolean won = plans.stream().anyMatch(Plan::in);
        return new OptionSetView(
                optionSet,
                way(optionSet),
                plans,
                won ? poll.decided() : "",
                ties(optionSet, counted),
                rounds(optionSet, counted));
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
                        "poll.tie." + tie.getString("by"),
                        String.join(
                                ", ",
                                tie.getJsonArray("among").stream()
                                        .map(n -> name(optionSet, (Integer) n))
                                        .toList()),
                        name(optionSet, tie.getInteger("chosen"))))
                .toList();
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
                                round.getJsonArray("args").getList().toArray()),
                        round.getJsonArray("lines").stream()
                                .map(JsonObject.class::cast)
                                .map(line -> new Line(
                                        name(optionSet, line.getInteger("plan")),
                                        line.getString("figure"),
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
