package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Measure.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pavilion.rulebook.RuleBook;

/** Each threshold of each rule at its boundary, and what is true of every rule, or is known to be untrue of some. */
class BoundaryTest {
    private static final Catalogue CATALOGUE = RuleBook.load().catalogue();

    /** Who took part as a consequence: in these, a voice against is also a voice that the quorum needs. */
    private static final List<String> QUORUM_BY_BALLOT = List.of("cc278.ordinary", "cc278.special");

    static Stream<Threshold> thresholds() {
        return CATALOGUE.all().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.quorum(), rule.pass()),
                        rule.terms().overlays().values().stream().map(Terms.Overlay::pass)))
                .flatMap(condition -> condition.thresholds().stream())
                .distinct();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("thresholds")
    void oneLessIsTooFewAndOneMoreIsEnough(Threshold threshold) {
        var fraction = threshold.fraction();
        for (long whole = 1; whole <= 400; whole++) {
            long least = threshold.least(whole);
            // By multiplication alone, in another order than the rule book does it.
            assertTrue(least * fraction.denominator() >= whole * fraction.numerator());
            assertTrue((least - 1) * fraction.denominator()
                    <= whole * fraction.numerator() - (threshold.comparison() == Comparison.GE ? 1 : 0));
            if (least <= whole) {
                assertFalse(met(threshold, least - 1, whole), threshold + " " + whole);
                assertTrue(met(threshold, least, whole), threshold + " " + whole);
                assertTrue(least == whole || met(threshold, least + 1, whole), threshold + " " + whole);
            }
        }
    }

    @Test
    void everyRuleDecidesAtItsBoundary() {
        for (var rule : CATALOGUE.all()) {
            for (var threshold : rule.pass().thresholds()) {
                var full = full(rule, 60);
                long whole = full.get(threshold.of());
                long least = threshold.least(whole);
                assertTrue(rule.decide(with(full, threshold.measure(), least)).passed(), rule.id() + " at " + least);
                boolean any = rule.pass() instanceof Condition.Any;
                assertEquals(
                        any,
                        rule.decide(with(full, threshold.measure(), least - 1)).passed(),
                        rule.id());
            }
            for (var threshold : rule.quorum().thresholds()) {
                var full = full(rule, 60);
                long least = threshold.least(full.get(threshold.of()));
                boolean any = rule.quorum() instanceof Condition.Any;
                assertTrue(rule.quorum(with(full, threshold.measure(), least)).quorate(), rule.id());
                assertEquals(
                        any,
                        rule.quorum(with(full, threshold.measure(), least - 1)).quorate(),
                        rule.id());
            }
        }
    }

    @Test
    void aBallotTurnedToYesNeverFailsWhatPassed() {
        var random = new Random(278);
        for (var id : QUORUM_BY_BALLOT) {
            var rule = CATALOGUE.rule(id);
            for (int round = 0; round < 3000; round++) {
                long heads = 1 + random.nextInt(40);
                var ballots = ballots(random, (int) heads);
                var totals = new Electorate.Totals(ElectorateKind.OWNERS, heads + random.nextInt(15), 400_000);
                boolean before = rule.decide(tally(ballots).figures(totals)).passed();
                int one = random.nextInt(ballots.length);
                ballots[one][0] = 1;
                boolean after = rule.decide(tally(ballots).figures(totals)).passed();
                assertTrue(after || !before, id + " round " + round);
            }
        }
    }

    @Test
    void aStricterShareNeverPassesWhatALooserOneFailed() {
        var random = new Random(1259);
        for (int round = 0; round < 5000; round++) {
            long whole = 1 + random.nextInt(500);
            long count = random.nextLong(whole + 1);
            var a = threshold(random);
            var b = threshold(random);
            if (a.asStrictAs(b)) {
                assertTrue(met(b, count, whole) || !met(a, count, whole), a + " " + b + " " + count + "/" + whole);
            } else {
                assertTrue(b.asStrictAs(a));
            }
        }
    }

    /** A trap, and known: one who comes to vote no can make the quorum, and so the decision, that staying away would have prevented. */
    @Test
    void aVoiceAgainstCanCarryAMotionOverTheQuorum() {
        var rule = CATALOGUE.rule("rc26.meeting");
        var without = Figures.none().with(MEMBERS, 48).with(PRESENT, 24).with(YES, 24);
        var with =
                Figures.none().with(MEMBERS, 48).with(PRESENT, 25).with(YES, 24).with(NO, 1);
        assertFalse(rule.decide(without).passed());
        assertTrue(rule.decide(with).passed());
        var owners = CATALOGUE.rule("cc278.ordinary");
        var totals = new Electorate.Totals(ElectorateKind.OWNERS, 30, 300_000);
        assertFalse(owners.decide(new Tally(19, 0, 0, 190_000, 0, 0).figures(totals))
                .passed());
        assertTrue(owners.decide(new Tally(19, 1, 0, 190_000, 10_000, 0).figures(totals))
                .passed());
    }

    /** The other trap: coming to abstain can sink what passed without one. */
    @Test
    void anAbstentionCanSinkWhatPassedWithoutIt() {
        var rule = CATALOGUE.rule("rc28.reps");
        var base = Figures.none().with(MEMBERS, 9).with(YES, 4);
        assertTrue(rule.decide(base.with(PRESENT, 7)).passed());
        assertFalse(rule.decide(base.with(PRESENT, 8)).passed());
    }

    /** Where all members are the whole, nobody who comes late can sink it. */
    @Test
    void whoComesOnlyHelpsWhereAllMembersAreTheWhole() {
        for (var id : List.of("ywh.meeting", "party.4yi")) {
            var rule = CATALOGUE.rule(id);
            for (long members = 1; members <= 40; members++) {
                for (long yes = 0; yes <= members; yes++) {
                    boolean before = false;
                    for (long present = yes; present <= members; present++) {
                        boolean now = rule.decide(Figures.none()
                                        .with(MEMBERS, members)
                                        .with(PRESENT, present)
                                        .with(YES, yes))
                                .passed();
                        assertTrue(now || !before, id);
                        before = now;
                    }
                }
            }
        }
    }

    private static boolean met(Threshold threshold, long count, long whole) {
        var counts = new EnumMap<Measure, Long>(Map.of(threshold.of(), whole, threshold.measure(), count));
        return threshold.met(new Figures(counts));
    }

    private static Threshold threshold(Random random) {
        long below = 2 + random.nextInt(12);
        var comparison = random.nextBoolean() ? Comparison.GE : Comparison.GT;
        return new Threshold(YES, PRESENT, comparison, new Fraction(1 + random.nextLong(below - 1), below));
    }

    /** Everybody came and everybody agreed. */
    private static Figures full(Rule rule, long everybody) {
        var figures = Figures.none();
        for (var condition : List.of(rule.quorum(), rule.pass())) {
            for (var threshold : condition.thresholds()) {
                figures = figures.with(threshold.of(), everybody).with(threshold.measure(), everybody);
            }
        }
        return figures;
    }

    private static Figures with(Figures figures, Measure measure, long count) {
        var counts = new EnumMap<>(figures.counts());
        counts.put(measure, count);
        counts.computeIfPresent(YES, (yes, old) -> Math.min(old, counts.getOrDefault(PRESENT, old)));
        counts.computeIfPresent(VOTES, (votes, old) -> Math.min(old, counts.getOrDefault(VOTED, old)));
        counts.computeIfPresent(YES_AREA, (yes, old) -> Math.min(old, counts.getOrDefault(PART_AREA, old)));
        counts.computeIfPresent(YES_HEADS, (yes, old) -> Math.min(old, counts.getOrDefault(PART_HEADS, old)));
        counts.computeIfPresent(YES, (yes, old) -> Math.min(old, counts.getOrDefault(VOTED, old)));
        return new Figures(counts);
    }

    /** Each ballot: yes 1, no 0 or abstaining -1, and its area. */
    private static long[][] ballots(Random random, int count) {
        var ballots = new long[count][];
        for (int i = 0; i < count; i++) {
            ballots[i] = new long[] {random.nextInt(3) - 1, 1 + random.nextInt(9000)};
        }
        return ballots;
    }

    private static Tally tally(long[][] ballots) {
        long[] heads = new long[3];
        long[] areas = new long[3];
        for (var ballot : ballots) {
            heads[(int) ballot[0] + 1]++;
            areas[(int) ballot[0] + 1] += ballot[1];
        }
        return new Tally(heads[2], heads[1], heads[0], areas[2], areas[1], areas[0]);
    }
}
