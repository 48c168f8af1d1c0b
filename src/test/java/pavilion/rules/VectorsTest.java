package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pavilion.rules.Measure.*;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pavilion.rulebook.RuleBook;

/** Cases worked out by hand from the articles; each stands on a boundary. */
class VectorsTest {
    private static final Catalogue CATALOGUE = RuleBook.load().catalogue();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "O1 exactly half, ordinary, 300000, 30, 200000, 20, 100000, 10, true, false",
        "O2 a hundredth and a head more, ordinary, 300000, 30, 200000, 20, 100001, 11, true, true",
        "O2a area over half but heads at half, ordinary, 300000, 30, 200000, 20, 100001, 10, true, false",
        "O3 one head short of two thirds, ordinary, 300000, 30, 250000, 19, 240000, 19, false, false",
        "O3a a hundredth short of two thirds, ordinary, 300000, 30, 199999, 20, 199999, 20, false, false",
        "O4 area passes and heads fail, ordinary, 300000, 30, 220000, 22, 180000, 10, true, false",
        "O5 heads pass and area fails, ordinary, 300000, 30, 220000, 22, 100000, 18, true, false",
        "O6 abstentions sink it, ordinary, 300000, 30, 200000, 20, 100000, 10, true, false",
        "S1 exactly three quarters, special, 300000, 30, 200000, 20, 150000, 15, true, true",
        "S2 a hundredth less, special, 300000, 30, 200000, 20, 149999, 15, true, false",
        "S3 stairwell with 9 of 12, special, 96000, 12, 72000, 9, 56000, 7, true, true",
        "S4 stairwell with 12 of 12, special, 96000, 12, 96000, 12, 72000, 9, true, true",
    })
    void owners(
            String name,
            String kind,
            long totalArea,
            long totalHeads,
            long partArea,
            long partHeads,
            long yesArea,
            long yesHeads,
            boolean quorate,
            boolean passed) {
        var figures = Figures.none()
                .with(TOTAL_AREA, totalArea)
                .with(TOTAL_HEADS, totalHeads)
                .with(PART_AREA, partArea)
                .with(PART_HEADS, partHeads)
                .with(YES_AREA, yesArea)
                .with(YES_HEADS, yesHeads);
        check("cc278." + kind, figures, quorate, passed);
    }

    @ParameterizedTest(name = "{0}: {1} of {3}, {4} yes")
    @CsvSource({
        "R1, rc28.reps, 169, 112, 80, false, false",
        "R2, rc28.reps, 169, 113, 56, true, false",
        "R3, rc28.reps, 169, 113, 57, true, true",
        "R4, rc28.reps, 129, 86, 44, true, true",
        "H1, rc26.meeting, 48, 24, 24, false, false",
        "H2, rc26.meeting, 48, 25, 13, true, true",
        "H3, rc26.meeting, 48, 25, 12, true, false",
        "I01, yard.consult, 18, 13, 9, true, true",
        "I10, rc28.reps, 169, 113, 56, true, false",
        "tie, yard.consult, 18, 10, 5, true, false",
        "community by households one short, rc26.meeting, 5188, 2594, 2594, false, false",
        "community by households, rc26.meeting, 5188, 2595, 1298, true, true",
        "community by adults one short, rc26.meeting.adults, 12844, 6422, 6422, false, false",
        "community by adults, rc26.meeting.adults, 12844, 6423, 3212, true, true",
        "old law, rc90.meeting, 48, 25, 13, true, true",
        "committee counts all members, ywh.meeting, 7, 4, 3, true, false",
        "committee, ywh.meeting, 7, 4, 4, true, true",
        "party counts all members, party.4yi, 30, 20, 15, true, false",
        "party, party.4yi, 30, 20, 16, true, true",
    })
    void residents(String name, String rule, long members, long present, long yes, boolean quorate, boolean passed) {
        var figures =
                Figures.none().with(MEMBERS, members).with(PRESENT, present).with(YES, yes);
        check(rule, figures, quorate, passed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "E1 exactly two thirds is not more than two thirds, rc19.election.reps, 162, 108, false",
        "E2, rc19.election.reps, 162, 109, true",
        "E3, rc19.election.reps, 129, 86, false",
        "all voters at half, rc19.election, 12844, 6422, false",
        "all voters, rc19.election, 12844, 6423, true",
    })
    void elections(String name, String rule, long members, long voted, boolean valid) {
        var figures = Figures.none().with(MEMBERS, members).with(VOTED, voted);
        assertEquals(valid, CATALOGUE.rule(rule).quorum(figures).quorate());
        var elected = figures.with(VOTES, voted / 2 + 1);
        check(rule, elected, valid, valid);
        check(rule, figures.with(VOTES, voted / 2), valid, false);
    }

    @ParameterizedTest(name = "{0} {1} of {2}")
    @CsvSource({
        "rc26.petition.adults, 1284, 12844, false",
        "rc26.petition.adults, 1285, 12844, true",
        "rc26.petition.households, 518, 5188, false",
        "rc26.petition.households, 519, 5188, true",
        "rc26.petition.reps, 53, 162, false",
        "rc26.petition.reps, 54, 162, true",
        "rc28.petition, 32, 162, false",
        "rc28.petition, 33, 162, true",
    })
    void petitions(String rule, long signed, long members, boolean passed) {
        check(rule, Figures.none().with(MEMBERS, members).with(SIGNED, signed), true, passed);
    }

    @ParameterizedTest(name = "{0}: {1} of {2} adults, {3} of {4} households")
    @CsvSource({
        "vc26.meeting, 50, 100, 20, 30, true",
        "vc26.meeting, 51, 100, 19, 30, true",
        "vc26.meeting, 50, 100, 19, 30, false",
        "vc32.group, 66, 100, 20, 30, true",
        "vc32.group, 67, 100, 19, 30, true",
        "vc32.group, 66, 100, 19, 30, false",
    })
    void villages(String rule, long adults, long allAdults, long households, long allHouseholds, boolean quorate) {
        var figures = Figures.none()
                .with(ADULTS, allAdults)
                .with(PRESENT_ADULTS, adults)
                .with(HOUSEHOLDS, allHouseholds)
                .with(PRESENT_HOUSEHOLDS, households)
                .with(PRESENT, adults)
                .with(YES, adults);
        check(rule, figures, quorate, quorate);
    }

    @ParameterizedTest(name = "{0} affected, {1} agree")
    @CsvSource({"12, 12, true", "12, 11, false", "0, 0, false"})
    void everyAffectedOwnerAgrees(long affected, long yes, boolean passed) {
        check("cc279.unanimous", Figures.none().with(TOTAL_HEADS, affected).with(YES_HEADS, yes), true, passed);
    }

    @ParameterizedTest(name = "policy {0}")
    @CsvSource({
        "RETURNED, 18, 11, false, false",
        "SERVED_ABSTAINS, 28, 11, true, false",
        "SERVED_FOLLOWS, 28, 21, true, true"
    })
    void theSameBallotsGiveThreeResults(Participation policy, long part, long yes, boolean quorate, boolean passed) {
        var totals = new Electorate.Totals(ElectorateKind.OWNERS, 30, 300000);
        var tally = policy.count(new Tally(11, 5, 2, 110000, 50000, 20000), 28, 280000);
        var figures = tally.figures(totals);
        assertEquals(part, figures.get(PART_HEADS));
        assertEquals(yes, figures.get(YES_HEADS));
        check("cc278.ordinary", figures, quorate, passed);
    }

    private static void check(String rule, Figures figures, boolean quorate, boolean passed) {
        var outcome = CATALOGUE.rule(rule).decide(figures);
        assertEquals(quorate, outcome.quorate(), "quorate: " + outcome);
        assertEquals(passed, outcome.passed(), "passed: " + outcome);
    }
}
