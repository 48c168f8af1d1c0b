package pavilion.rules.decide;

import static pavilion.rules.Measure.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Measure;
import pavilion.rules.Rule;

/** The names under which a case may give its numbers. The first name of a measure is the one that a sentence uses. */
public final class Keys {
    private Keys() {}

    /** Whatever the body. */
    private static final Map<Measure, List<String>> NEUTRAL = Map.ofEntries(
            Map.entry(MEMBERS, List.of("members", "electorate")),
            Map.entry(PRESENT, List.of("present")),
            Map.entry(VOTED, List.of("voted")),
            Map.entry(YES, List.of("yes")),
            Map.entry(NO, List.of("no")),
            Map.entry(ABSTAIN, List.of("abstain")),
            Map.entry(VOTES, List.of("votes_for_candidate", "votes")),
            Map.entry(SIGNED, List.of("signed", "signed_heads", "heads")),
            Map.entry(SIGNED_AREA, List.of("signed_area_c", "signed_area", "area_c", "area")),
            Map.entry(TOTAL_AREA, List.of("total_area_c", "total_area")),
            Map.entry(TOTAL_HEADS, List.of("total_heads", "owners", "affected")),
            Map.entry(
                    PART_AREA,
                    List.of(
                            "part_area_c",
                            "part_area",
                            "participating_area_c",
                            "participating_area",
                            "area_c",
                            "area")),
            Map.entry(PART_HEADS, List.of("part_heads", "participating_heads", "participating", "returned", "heads")),
            Map.entry(YES_AREA, List.of("yes_area_c", "yes_area")),
            Map.entry(NO_AREA, List.of("no_area_c", "no_area")),
            Map.entry(ABSTAIN_AREA, List.of("abstain_area_c", "abstain_area")),
            Map.entry(YES_HEADS, List.of("yes_heads", "yes")),
            Map.entry(NO_HEADS, List.of("no_heads", "no")),
            Map.entry(ABSTAIN_HEADS, List.of("abstain_heads", "abstain")),
            Map.entry(ADULTS, List.of("adults")),
            Map.entry(PRESENT_ADULTS, List.of("present_adults", "adults_present")),
            Map.entry(HOUSEHOLDS, List.of("households", "household_reps")),
            Map.entry(
                    PRESENT_HOUSEHOLDS, List.of("present_household_reps", "present_households", "households_present")));

    /** What one body is called. "present_" before, or "_present" after, is who of them came. */
    private static final Map<ElectorateKind, List<String>> BODIES = Map.of(
            ElectorateKind.HOUSEHOLD_REPS, List.of("households", "household_reps"),
            ElectorateKind.ADULTS, List.of("registered", "adults", "voters", "all_voters"),
            ElectorateKind.RESIDENT_REPS, List.of("reps", "resident_reps"),
            ElectorateKind.REPS_MEETING, List.of("reps", "resident_reps"),
            ElectorateKind.GROUP_REPS, List.of("groups", "group_reps"),
            ElectorateKind.OWNERS, List.of(),
            ElectorateKind.OWNERS_COMMITTEE, List.of("committee_members"),
            ElectorateKind.VILLAGERS, List.of(),
            ElectorateKind.VILLAGE_REPS, List.of("reps", "village_reps"),
            ElectorateKind.PARTY_MEMBERS, List.of("party_members"));

    private static final Set<Measure> OF_OWNERS = EnumSet.range(TOTAL_AREA, ABSTAIN_HEADS);

    public static List<String> bodies(ElectorateKind kind) {
        return BODIES.get(kind);
    }

    /** Every name by which this rule may be given this measure. The first is the one by which a missing number is asked for. */
    public static List<String> of(Measure measure, Rule rule) {
        var bodies = BODIES.get(rule.electorate());
        var names = new ArrayList<>(NEUTRAL.get(measure));
        if (measure == MEMBERS) {
            names.addAll(rule.terms().paper() ? 0 : names.size(), bodies);
        }
        if (measure == PRESENT) {
            bodies.forEach(body -> names.addAll(List.of("present_" + body, body + "_present")));
        }
        return names;
    }

    /** The measures that a rule compares, and those which can be checked against them. */
    public static Set<Measure> measures(Rule rule) {
        var asked = Stream.of(rule.quorum(), rule.pass())
                .flatMap(condition -> condition.thresholds().stream())
                .flatMap(each -> Stream.of(each.measure(), each.of()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
        if (asked.contains(YES)) {
            asked.addAll(EnumSet.of(NO, ABSTAIN, VOTED));
        }
        if (rule.electorate() == ElectorateKind.OWNERS) {
            asked.addAll(asked.contains(SIGNED) ? EnumSet.of(TOTAL_AREA, SIGNED_AREA) : OF_OWNERS);
        }
        return asked;
    }

    /** The name of the body as a mode: voters for an election, adults for a meeting. */
    static String word(Rule rule) {
        return rule.electorate() == ElectorateKind.ADULTS && !rule.terms().paper()
                ? "adults"
                : bodies(rule.electorate()).getLast();
    }

    /** Every name that any rule reads: a number under another name is refused. */
    static boolean known(String key) {
        return NEUTRAL.values().stream().anyMatch(names -> names.contains(key))
                || BODIES.values().stream().flatMap(List::stream).anyMatch(key::contains)
                || Case.NUMBERS.contains(key);
    }
}
