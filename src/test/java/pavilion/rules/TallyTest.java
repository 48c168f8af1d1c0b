package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static pavilion.rules.Measure.*;
import static pavilion.rules.Refusing.refuses;

import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Electorate.Totals YARD = new Electorate.Totals(ElectorateKind.HOUSEHOLD_REPS, 18, 0);
    private static final Electorate.Totals BLOCK = new Electorate.Totals(ElectorateKind.OWNERS, 30, 300000);

    @Test
    void whereThereIsNoMeetingWhoVotedTookPart() {
        var figures = Tally.of(9, 3, 1).figures(YARD);
        assertEquals(13, figures.get(PRESENT));
        assertEquals(18, figures.get(MEMBERS));
        assertFalse(figures.has(TOTAL_AREA));
    }

    @Test
    void inAMeetingThoseWhoDidNotVoteStillCount() {
        assertEquals(15, Tally.of(9, 3, 1).figures(YARD, 15).get(PRESENT));
        refuses("rules.figure.exceeds.voted.present", () -> Tally.of(9, 3, 1).figures(YARD, 12));
        refuses("rules.figure.exceeds.present.members", () -> Tally.of(9, 9, 1).figures(YARD));
    }

    @Test
    void ownersAreCountedByHeadsAndByArea() {
        var figures = new Tally(11, 5, 2, 110000, 50000, 20000).figures(BLOCK);
        assertEquals(18, figures.get(PART_HEADS));
        assertEquals(180000, figures.get(PART_AREA));
        assertEquals(50000, figures.get(NO_AREA));
        assertFalse(figures.has(PRESENT));
    }

    @Test
    void impossibleCountsAreRefusedByName() {
        refuses("rules.figure.negative.no", () -> Tally.of(9, -1, 1).figures(YARD));
        refuses("rules.figure.headless.yes_area", () -> new Tally(0, 5, 0, 1, 50000, 0).figures(BLOCK));
        refuses("rules.figure.exceeds.part_area.total_area", () -> new Tally(1, 0, 0, 300001, 0, 0).figures(BLOCK));
    }

    @Test
    void silenceFollowsOnlyASideThatLeadsByHeadsAndByArea() {
        var follows = Participation.SERVED_FOLLOWS;
        assertEquals(
                new Tally(5, 16, 2, 50000, 160000, 20000),
                follows.count(new Tally(5, 11, 2, 50000, 110000, 20000), 23, 230000));
        assertEquals(
                15,
                follows.count(new Tally(11, 5, 2, 40000, 50000, 20000), 31, 310000)
                        .abstain());
        assertEquals(
                12,
                follows.count(new Tally(5, 5, 2, 50000, 50000, 0), 22, 200000).abstain());
    }

    @Test
    void moreBallotsBackThanServedIsRefused() {
        refuses(
                "rules.figure.served",
                () -> Participation.SERVED_ABSTAINS.count(new Tally(11, 5, 2, 11, 5, 2), 17, 18));
        refuses("rules.figure.served", () -> Participation.SERVED_FOLLOWS.count(new Tally(11, 5, 2, 11, 5, 2), 18, 17));
    }
}
