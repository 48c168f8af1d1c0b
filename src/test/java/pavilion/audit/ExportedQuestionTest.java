package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Outcome;
import pavilion.rules.Tally;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.rules.method.OptionSetResult;

/** An exported vote among plans, or by hands, counted again from the file alone. */
class ExportedQuestionTest {
    private static final OptionSet SLATE = OptionSet.of(Method.IRV, List.of("雨棚", "充电桩", "维持现状"), 1);
    private final Verify verify = new Verify(SampleExports.RULES);

    private static List<PublishedBallot> ballots() {
        List<PublishedBallot> all = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            all.add(PublishedBallot.of("R%02d".formatted(i), i < 5 ? "1>2" : i < 9 ? "2" : i < 11 ? "3>2" : "none"));
        }
        return all;
    }

    private static Export plans(UnaryOperator<JsonObject> poll, List<PublishedBallot> kept) {
        List<OptionSet.Pile> piles = ballots().stream()
                .map(sheet -> new OptionSet.Pile(sheet.choice(), 1, 0))
                .toList();
        OptionSetResult picked = SLATE.count(piles, "seed");
        JsonObject tally = json(picked.tally()).put("plans", new JsonObject(picked.toMap()));
        JsonObject asked = new JsonObject()
                .put("poll", 7)
                .put("electorate_sha256", "seed")
                .put("slate", new JsonObject(SLATE.toMap()));
        JsonObject put = new JsonObject().put("slate", new JsonObject(SLATE.toMap()));
        return export(asked, picked.tally(), tally, put, poll, ballots(), kept);
    }

    private static Export hands(UnaryOperator<JsonObject> poll, int other) {
        Tally counted = Tally.of(9, 3, 1);
        JsonArray seen = new JsonArray()
                .add(json(counted).put("post", "moderator"))
                .add(json(Tally.of(other, 3, 1)).put("post", "recorder"));
        JsonObject asked = new JsonObject().put("poll", 7).put("by_hands", true);
        return export(
                asked,
                counted,
                json(counted).put("hands", seen),
                new JsonObject().put("by_hands", true),
                poll,
                List.of(),
                List.of());
    }

    private static Export export(
            JsonObject asked,
            Tally counted,
            JsonObject tally,
            JsonObject put,
            UnaryOperator<JsonObject> change,
            List<PublishedBallot> sealed,
            List<PublishedBallot> kept) {
        Export yard = SampleExports.yard();
        Outcome outcome = SampleExports.RULES
                .rule("yard.consult", LocalDate.of(2026, 3, 9))
                .decide(counted.figures(new Electorate.Totals(ElectorateKind.HOUSEHOLD_REPS, 18, 0), 13));
        var acts = new ArrayList<>(ChainTest.chain(3));
        acts.add(ChainEntry.after(4, Chain.head(acts), 1772380900000L, "poll.opened", "moderator", asked.encode()));
        JsonObject closed =
                new JsonObject().put("poll", 7).put("tally", tally).put("box_sha256", PublishedBallot.seal(sealed));
        acts.add(ChainEntry.after(5, Chain.head(acts), 1772380900000L, "poll.closed", "moderator", closed.encode()));
        JsonObject poll = yard.poll()
                .copy()
                .mergeIn(put)
                .put("tally", tally.copy())
                .put("outcome", new JsonObject(outcome.toMap()));
        return new Export(yard.matter(), yard.electorate(), kept, change.apply(poll), acts);
    }

    private static JsonObject json(Tally tally) {
        return new JsonObject().put("yes", tally.yes()).put("no", tally.no()).put("abstain", tally.abstain());
    }

    private VerificationReport check(Export export) {
        return verify.check(export.write());
    }

    @Test
    void aVoteAmongPlansIsCountedAgainByItsMethod() {
        VerificationReport report = check(plans(poll -> poll, ballots()));
        assertTrue(report.ok(), report.toString());
        assertEquals(
                11, plans(poll -> poll, ballots()).poll().getJsonObject("tally").getLong("yes"));
    }

    @Test
    void anotherWinnerAnotherSlateOrABallotThatAnswersNothingIsFound() {
        assertFalse(check(plans(
                        poll -> {
                            poll.getJsonObject("tally").getJsonObject("plans").put("winners", new JsonArray().add(1));
                            return poll;
                        },
                        ballots()))
                .ok());
        assertFalse(check(plans(
                        poll -> poll.put(
                                "slate", poll.getJsonObject("slate").copy().put("method", "borda")),
                        ballots()))
                .ok());
        List<PublishedBallot> odd = new ArrayList<>(ballots());
        odd.set(0, PublishedBallot.of("R00", "9"));
        assertFalse(check(plans(poll -> poll, odd)).ok());
    }

    @Test
    void handsStandOnlyWhereTwoPeopleCountedTheSame() {
        assertTrue(check(hands(poll -> poll, 9)).ok());
        assertFalse(check(hands(poll -> poll, 8)).ok());
        assertFalse(check(hands(
                        poll -> {
                            poll.remove("by_hands");
                            return poll;
                        },
                        9))
                .ok());
    }
}
