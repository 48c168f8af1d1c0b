package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
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

    private static Export plans(UnaryOperator<JsonObject> facts, List<PublishedBallot> kept) {
        List<OptionSet.Pile> piles = ballots().stream()
                .map(sheet -> new OptionSet.Pile(sheet.choice(), 1, 0))
                .toList();
        OptionSetResult picked = SLATE.count(piles, "seed");
        JsonObject tally = SampleExports.json(picked.tally()).put("plans", new JsonObject(picked.toMap()));
        JsonObject opened = SampleExports.opened("yard.consult", 18, 13).put("slate", new JsonObject(SLATE.toMap()));
        return changed(SampleExports.export(opened, ballots(), tally), facts, kept);
    }

    private static Export hands(UnaryOperator<JsonObject> facts, int other) {
        Tally counted = Tally.of(9, 3, 1);
        JsonArray seen = new JsonArray()
                .add(SampleExports.json(counted).put("post", "moderator"))
                .add(SampleExports.json(Tally.of(other, 3, 1)).put("post", "recorder"));
        JsonObject opened = SampleExports.opened("yard.consult", 18, 13).put("by_hands", true);
        return changed(
                SampleExports.export(
                        opened, List.of(), SampleExports.json(counted).put("hands", seen)),
                facts,
                List.of());
    }

    private static Export changed(Export made, UnaryOperator<JsonObject> facts, List<PublishedBallot> kept) {
        // Parsed anew, so that a change of one part leaves the acts as they are.
        JsonObject said = new JsonObject(made.polls().getFirst().facts().encode());
        return new Export(
                made.matter(), made.resolutions(), List.of(new ExportedPoll(facts.apply(said), kept)), made.acts());
    }

    private VerificationReport check(Export export) {
        return verify.check(export.write());
    }

    @Test
    void aVoteAmongPlansIsCountedAgainByItsMethod() {
        VerificationReport report = check(plans(poll -> poll, ballots()));
        assertTrue(report.ok(), report.toString());
        assertEquals(
                11,
                plans(poll -> poll, ballots())
                        .polls()
                        .getFirst()
                        .facts()
                        .getJsonObject("tally")
                        .getLong("yes"));
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
