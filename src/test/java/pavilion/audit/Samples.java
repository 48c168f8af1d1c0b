package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.BiFunction;
import pavilion.catalogue.RuleBook;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Outcome;
import pavilion.rules.Rule;
import pavilion.rules.Tally;

/** Exported matters to be checked, and spoilt. */
public final class Samples {
    static final BiFunction<String, LocalDate, Rule> RULES = RuleBook.load().catalogue()::rule;

    private Samples() {}

    /** The courtyard of the story: 13 of 18 households, 9 : 3 : 1. */
    public static Export yard() {
        return export(18, 9, 3, 1);
    }

    public static String yardHead() {
        return Chain.head(yard().acts());
    }

    static Export large() {
        return export(5188, 3000, 1000, 500);
    }

    static Export export(int entitled, int yes, int no, int abstain) {
        var ballots = new ArrayList<Sheet>();
        for (int i = 1; i <= yes + no + abstain; i++) {
            ballots.add(Sheet.of(String.format("R%02d", i), i <= yes ? "yes" : i <= yes + no ? "no" : "abstain"));
        }
        Tally tally = Tally.of(yes, no, abstain);
        Outcome outcome = RULES.apply("yard.consult", LocalDate.of(2026, 3, 9))
                .decide(tally.figures(
                        new Electorate.Totals(ElectorateKind.HOUSEHOLD_REPS, entitled, 0), yes + no + abstain));
        var acts = new ArrayList<>(ChainTest.chain(3));
        acts.add(Act.after(
                4,
                Chain.head(acts),
                1772380900000L,
                "poll.closed",
                "moderator",
                new JsonObject()
                        .put("poll", 7)
                        .put("box_sha256", Sheet.seal(ballots))
                        .encode()));
        return new Export(
                new JsonObject().put("number", "2026-017").put("title", "017 院消防车通道"),
                new JsonObject().put("kind", "household_reps").put("heads", entitled),
                ballots,
                new JsonObject()
                        .put("id", 7)
                        .put("rule", "yard.consult")
                        .put("rule_day", "2026-03-09")
                        .put("secrecy", "named")
                        .put(
                                "tally",
                                new JsonObject().put("yes", yes).put("no", no).put("abstain", abstain))
                        .put("outcome", new JsonObject(outcome.toMap())),
                acts);
    }
}
