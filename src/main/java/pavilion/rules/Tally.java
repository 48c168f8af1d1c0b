package pavilion.rules;

import static pavilion.rules.Measure.*;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ballots counted: heads, and for owners area in 0.01 m² beside them. */
public record Tally(long yes, long no, long abstain, long yesArea, long noArea, long abstainArea) {
    public static final Tally EMPTY = of(0, 0, 0);

    public static Tally of(long yes, long no, long abstain) {
        return new Tally(yes, no, abstain, 0, 0, 0);
    }

    /** As it is stored and exported. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("yes", yes);
        map.put("no", no);
        map.put("abstain", abstain);
        map.put("yesArea", yesArea);
        map.put("noArea", noArea);
        map.put("abstainArea", abstainArea);
        return map;
    }

    /** As {@link #toMap} wrote it, among whatever else. */
    public static Tally fromMap(Map<?, ?> map) {
        var plain = new DataReader("tally", map);
        return new Tally(
                plain.number("yes"),
                plain.number("no"),
                plain.number("abstain"),
                plain.number("yesArea"),
                plain.number("noArea"),
                plain.number("abstainArea"));
    }

    public long voted() {
        return Math.addExact(Math.addExact(yes, no), abstain);
    }

    public long votedArea() {
        return Math.addExact(Math.addExact(yesArea, noArea), abstainArea);
    }

    /** Where there is no meeting, or the vote is the meeting: who voted is who took part. */
    public Figures figures(Electorate.Totals totals) {
        return figures(totals, voted());
    }

    /** In a meeting: those present count below the line even if they did not vote. Owners have no "present": a ballot is participation. */
    public Figures figures(Electorate.Totals totals, long present) {
        return totals.kind() == ElectorateKind.OWNERS ? owners(totals) : residents(totals, present);
    }

    private Figures residents(Electorate.Totals totals, long present) {
        return Figures.none()
                .with(MEMBERS, totals.heads())
                .with(PRESENT, present)
                .with(VOTED, voted())
                .with(YES, yes)
                .with(NO, no)
                .with(ABSTAIN, abstain);
    }

    private Figures owners(Electorate.Totals totals) {
        return Figures.none()
                .with(TOTAL_AREA, totals.areaC())
                .with(TOTAL_HEADS, totals.heads())
                .with(PART_AREA, votedArea())
                .with(PART_HEADS, voted())
                .with(YES_AREA, yesArea)
                .with(YES_HEADS, yes)
                .with(NO_AREA, noArea)
                .with(NO_HEADS, no)
                .with(ABSTAIN_AREA, abstainArea)
                .with(ABSTAIN_HEADS, abstain);
    }
}
