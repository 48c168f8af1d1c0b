package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pavilion.rules.Measure.*;
import static pavilion.rules.Refusing.refuses;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {
    @ParameterizedTest
    @EnumSource(Measure.class)
    void noNumberIsNegative(Measure measure) {
        refuses("rules.figure.negative." + measure.field(), () -> Figures.none().with(measure, -1));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void aMissingNumberIsNamed(Measure measure) {
        refuses("rules.figure.missing." + measure.field(), () -> Figures.none().get(measure));
    }

    @ParameterizedTest(name = "{0} within {1}")
    @CsvSource({
        "PRESENT,MEMBERS",
        "VOTED,MEMBERS",
        "SIGNED,MEMBERS",
        "YES,MEMBERS",
        "NO,MEMBERS",
        "ABSTAIN,MEMBERS",
        "VOTED,PRESENT",
        "YES,PRESENT",
        "NO,PRESENT",
        "ABSTAIN,PRESENT",
        "YES,VOTED",
        "NO,VOTED",
        "ABSTAIN,VOTED",
        "VOTES,VOTED",
        "PART_AREA,TOTAL_AREA",
        "PART_HEADS,TOTAL_HEADS",
        "SIGNED,TOTAL_HEADS",
        "YES_AREA,PART_AREA",
        "NO_AREA,PART_AREA",
        "ABSTAIN_AREA,PART_AREA",
        "YES_HEADS,PART_HEADS",
        "NO_HEADS,PART_HEADS",
        "ABSTAIN_HEADS,PART_HEADS",
        "YES_AREA,TOTAL_AREA",
        "NO_AREA,TOTAL_AREA",
        "ABSTAIN_AREA,TOTAL_AREA",
        "YES_HEADS,TOTAL_HEADS",
        "NO_HEADS,TOTAL_HEADS",
        "ABSTAIN_HEADS,TOTAL_HEADS",
        "PRESENT_ADULTS,ADULTS",
        "PRESENT_HOUSEHOLDS,HOUSEHOLDS"
    })
    void aPartIsNeverMoreThanItsWhole(Measure part, Measure whole) {
        assertEquals(7, Figures.none().with(whole, 7).with(part, 7).get(part));
        refuses(
                "rules.figure.exceeds." + part.field() + "." + whole.field(),
                () -> Figures.none().with(whole, 7).with(part, 8));
    }

    @Test
    void theAnswersTogetherAreNoMoreThanTheBallots() {
        var figures = Figures.none().with(PRESENT, 25).with(YES, 13).with(NO, 10);
        assertEquals(2, figures.with(ABSTAIN, 2).get(ABSTAIN));
        var refusal = refuses("rules.figure.exceeds.abstain.present", () -> figures.with(ABSTAIN, 3));
        assertEquals(List.of(3L, 25L, 2L), refusal.args());
    }

    @Test
    void hugeAnswersDoNotWrapAround() {
        refuses(
                "rules.figure.exceeds.no.present",
                () -> Figures.none()
                        .with(PRESENT, Long.MAX_VALUE)
                        .with(YES, Long.MAX_VALUE)
                        .with(NO, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"TOTAL", "PART", "YES", "NO", "ABSTAIN"})
    void thereIsNoAreaWithoutAnOwner(String of) {
        refuses(
                "rules.figure.headless." + of.toLowerCase() + "_area",
                () -> Figures.none().with(valueOf(of + "_HEADS"), 0).with(valueOf(of + "_AREA"), 1));
    }

    @Test
    void areFixedOnceMade() {
        var source = new EnumMap<Measure, Long>(Map.of(PRESENT, 3L));
        var figures = new Figures(source);
        source.put(PRESENT, 4L);
        assertEquals(3, figures.get(PRESENT));
        assertThrows(UnsupportedOperationException.class, () -> figures.counts().put(PRESENT, 5L));
    }

    @Test
    void comeBackFromPlainDataTheSame() {
        var figures = Figures.none().with(MEMBERS, 48).with(PRESENT, 25).with(YES, 13);
        assertEquals(figures, Figures.fromMap(figures.toMap()));
        assertEquals(figures, Figures.fromMap(Map.of("members", 48, "present", 25, "yes", 13)));
        refuses("rules.data.unknown", () -> Figures.fromMap(Map.of("hands", 1)));
        refuses("rules.data.number", () -> Figures.fromMap(Map.of("present", "many")));
    }
}
