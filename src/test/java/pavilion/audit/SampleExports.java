package pavilion.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import pavilion.rulebook.RuleBook;
import pavilion.rules.AdoptedRule;
import pavilion.rules.Catalogue;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Outcome;
import pavilion.rules.Tally;

/** Exported matters to be checked, and spoilt. */
public final class SampleExports {
    static final Catalogue RULES = RuleBook.load().catalogue();

    private SampleExports() {}

    /** The courtyard of the story: 13 of 18 households, 9 : 3 : 1. */
    public static Export yard() {
        return export(18, 9, 3, 1);
    }

    public static String yardHead() {
        return Chain.head(yard().acts());
    }

    /** The same, and its resolution posted. */
    public static Export posted(String textCode) {
        Export yard = yard();
        var acts = new ArrayList<>(yard.acts());
        String payload = new JsonObject()
                .put("number", "R-2026-001")
                .put("sha256", textCode)
                .encode();
        acts.add(ChainEntry.after(5, Chain.head(acts), 1772380950000L, "resolution", "moderator", payload));
        return new Export(yard.matter(), yard.electorate(), yard.ballots(), yard.poll(), acts);
    }

    static Export large() {
        return export(5188, 3000, 1000, 500);
    }

    /** The same by a rule of the community's own: as the chain has it, and as the file says. */
    static Export adopted(String chained, String said) {
        Export yard = yard();
        JsonObject own = own(said);
        Tally tally = Tally.of(9, 3, 1);
        Outcome outcome = AdoptedRule.of(own.getMap())
                .rule(RULES)
                .decide(tally.figures(new Electorate.Totals(ElectorateKind.HOUSEHOLD_REPS, 18, 0), 13));
        var acts = new ArrayList<>(ChainTest.chain(3));
        JsonObject opened = new JsonObject().put("poll", 7).put("adopted", own(chained));
        acts.add(ChainEntry.after(4, Chain.head(acts), 1772380900000L, "poll.opened", "moderator", opened.encode()));
        JsonObject closed = new JsonObject().put("poll", 7).put("box_sha256", PublishedBallot.seal(yard.ballots()));
        acts.add(ChainEntry.after(5, Chain.head(acts), 1772380900000L, "poll.closed", "moderator", closed.encode()));
        JsonObject poll = yard.poll()
                .copy()
                .put("rule", "own.1")
                .put("adopted", own)
                .put("outcome", new JsonObject(outcome.toMap()));
        return new Export(yard.matter(), yard.electorate(), yard.ballots(), poll, acts);
    }

    private static JsonObject own(String pass) {
        return new JsonObject()
                .put("id", "own.1")
                .put("name", "第五条")
                .put("text", "三分之二")
                .put("base", "yard.consult")
                .put("from", "2026-03-01")
                .put("pass", new JsonArray().add(pass));
    }

    static Export export(int entitled, int yes, int no, int abstain) {
        var ballots = new ArrayList<PublishedBallot>();
        for (int i = 1; i <= yes + no + abstain; i++) {
            ballots.add(
                    PublishedBallot.of(String.format("R%02d", i), i <= yes ? "yes" : i <= yes + no ? "no" : "abstain"));
        }
        Tally tally = Tally.of(yes, no, abstain);
        Outcome outcome = RULES.rule("yard.consult", LocalDate.of(2026, 3, 9))
                .decide(tally.figures(
                        new Electorate.Totals(ElectorateKind.HOUSEHOLD_REPS, entitled, 0), yes + no + abstain));
        var acts = new ArrayList<>(ChainTest.chain(3));
        acts.add(ChainEntry.after(
                4,
                Chain.head(acts),
                1772380900000L,
                "poll.closed",
                "moderator",
                new JsonObject()
                        .put("poll", 7)
                        .put("box_sha256", PublishedBallot.seal(ballots))
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
