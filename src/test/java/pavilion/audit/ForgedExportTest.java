package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.audit.VerifyTest.bad;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Outcome;
import pavilion.rules.Tally;

/** Several things changed at once, so that they fit each other, while the acts stay as they are. */
class ForgedExportTest {
    private final Verify verify = new Verify(SampleExports.RULES);

    @Test
    void aVoteCannotBeLeftOutWhileItsActsAreThere() {
        Export yard = SampleExports.yard();
        var export = new Export(yard.matter(), yard.resolutions(), List.of(), yard.acts());
        assertEquals(List.of("poll.lost"), bad(verify.check(export.write())));
        var empty = new Export(
                yard.matter(),
                yard.resolutions(),
                List.of(new ExportedPoll(yard.polls().getFirst().facts(), List.of())),
                yard.acts());
        assertTrue(bad(verify.check(empty.write())).containsAll(List.of("box.bad", "receipts.bad", "tally.bad")));
    }

    @Test
    void asManyBallotsAsReceiptsWereGivenAndTheSameOnes() {
        List<PublishedBallot> ballots = SampleExports.yard().polls().getFirst().ballots();
        JsonObject tally = SampleExports.json(Tally.of(9, 3, 1));
        for (boolean named : new boolean[] {true, false}) {
            JsonObject opened = SampleExports.opened("yard.consult", 18, 13).put("secrecy", named ? "named" : "secret");
            List<String> given = ballots.stream().map(PublishedBallot::receipt).toList();
            assertTrue(verify.check(SampleExports.export(opened, ballots, tally, Receipts.of(given))
                            .write())
                    .ok());
            List<String> fewer = given.subList(0, 11);
            assertEquals(
                    List.of("receipts.bad"),
                    bad(verify.check(SampleExports.export(opened, ballots, tally, Receipts.of(fewer))
                            .write())));
            List<String> others = given.stream().map(each -> "X" + each).toList();
            assertEquals(
                    named ? List.of("receipts.bad") : List.of(),
                    bad(verify.check(SampleExports.export(opened, ballots, tally, Receipts.of(others))
                            .write())));
        }
    }

    /** The acts of the courtyard's export, each at another moment, linked anew. */
    private Export at(UnaryOperator<ChainEntry> change) {
        Export yard = SampleExports.yard();
        List<ChainEntry> acts = new ArrayList<>();
        for (ChainEntry each : yard.acts()) {
            ChainEntry moved = change.apply(each);
            acts.add(ChainEntry.after(
                    acts.size() + 1, Chain.head(acts), moved.atMillis(), each.act(), each.by(), each.payload()));
        }
        return new Export(yard.matter(), yard.resolutions(), yard.polls(), acts);
    }

    private static UnaryOperator<ChainEntry> moved(String act, long millis) {
        return each -> each.act().equals(act)
                ? ChainEntry.after(
                        each.seq(), each.previous(), each.atMillis() + millis, act, each.by(), each.payload())
                : each;
    }

    @Test
    void aPollIsClosedAfterItWasOpenedAndTimeDoesNotGoBack() {
        assertTrue(verify.check(at(each -> each).write()).ok());
        // Opened ten minutes before the close: eleven earlier is before it was opened.
        List<String> early =
                bad(verify.check(at(moved("poll.closed", -11 * 60_000)).write()));
        assertTrue(early.contains("acts.bad"), early.toString());
        List<String> back = bad(verify.check(at(moved("endorse", 11 * 60_000)).write()));
        assertEquals(List.of("chain.time"), back);
        // Two servers, whose clocks differ by half a minute.
        assertEquals(List.of(), bad(verify.check(at(moved("endorse", 30_000)).write())));
    }

    @Test
    void aDecisionCannotBeTurnedRoundWhileItsActsAreThere() {
        Export lost = SampleExports.export(8, 4, 2, 0);
        JsonObject opened = SampleExports.opened("yard.consult", 8, 8);
        lost = SampleExports.export(opened, lost.polls().getFirst().ballots(), SampleExports.json(Tally.of(4, 2, 0)));
        assertTrue(verify.check(lost.write()).ok(), verify.check(lost.write()).toString());
        Outcome turned = SampleExports.RULES
                .rule("yard.consult", SampleExports.DAY)
                .decide(Tally.of(4, 2, 0).figures(new Electorate.Totals(ElectorateKind.HOUSEHOLD_REPS, 8, 0), 6));
        assertTrue(turned.passed());
        ExportedPoll poll = lost.polls().getFirst();
        JsonObject facts = poll.facts().copy().put("outcome", new JsonObject(turned.toMap()));
        var export = new Export(
                lost.matter(), lost.resolutions(), List.of(new ExportedPoll(facts, poll.ballots())), lost.acts());
        assertEquals(
                List.of("poll.differs"),
                bad(verify.check(export.write(), Chain.head(lost.acts()).substring(0, 16))));
    }
}
