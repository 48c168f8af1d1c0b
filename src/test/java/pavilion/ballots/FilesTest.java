package pavilion.ballots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.ballots.SampleFiles.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Method;
import pavilion.rules.method.Profile;
import pavilion.rules.method.TieBreak;

/** Files of the field, whole and broken. */
class FilesTest {
    private static String told(BallotFile file) {
        Profile profile = file.profile();
        return profile.ballots().stream().map(ballot -> told(profile, ballot)).collect(Collectors.joining(" | "));
    }

    private static String told(Profile profile, Ballot ballot) {
        StringBuilder text = new StringBuilder(profile.shown(ballot.weight())).append(':');
        for (int place = 0; place < ballot.size(); place++) {
            text.append(place == 0 ? "" : ballot.tiedWithPrevious(place) ? "=" : ">")
                    .append(profile.options().get(ballot.option(place)).id());
            if (ballot.hasPoints()) {
                text.append('/').append(ballot.points(place));
            }
        }
        return text.toString();
    }

    @Test
    void bltLeavesOutTheWithdrawnAndKeepsPartsOfBallots() {
        BallotFile file = read(Format.BLT, BLT);
        assertEquals("3:Ann>Cy>Dee | 2.5:Dee=Cy>Ann | 2:Dee>Ann | 1:", told(file));
        assertEquals(2, file.seats());
        assertEquals(Set.of(Method.Needs.ORDER), file.carries());
        assertEquals(
                List.of("Ann", "Cy", "Dee"),
                file.profile().options().stream().map(Profile.Option::name).toList());
        assertEquals(1, file.option("Cy").orElseThrow());
        assertTrue(file.option("Ben").isEmpty());
    }

    @Test
    void preflibNewAndOld() {
        assertEquals("3:Pine>Ginkgo>Plum | 2:Plum>Ginkgo>Pine", told(read(Format.SOC, SOC)));
        assertEquals("3:Pine>Plum | 2:Plum>Pine", told(read(Format.SOC, OLD)));
        String toc = SOC.replace("3: 1,2,3", "3: {1,2},3");
        assertEquals("3:Pine=Ginkgo>Plum | 2:Plum>Ginkgo>Pine", told(read(Format.TOC, toc)));
        String soi = SOC.replace("3: 1,2,3", "3: 2");
        assertEquals("3:Ginkgo | 2:Plum>Ginkgo>Pine", told(read(Format.SOI, soi)));
        String toi = SOC.replace("3: 1,2,3", "3: {2,1}").replace("2: 3,2,1", "2: 3");
        assertEquals(
                Set.of(Method.Needs.ORDER, Method.Needs.TICKS),
                read(Format.TOI, toi).carries());
        assertEquals(Set.of(Method.Needs.ORDER), read(Format.TOC, toc).carries());
    }

    @Test
    void abifWithNamesMarksAndRemarks() {
        BallotFile file = read(Format.ABIF, ABIF);
        assertEquals("27:P>G=M | 1:M | 1: | 2.5:G/50>P/35", told(file));
        assertEquals(
                List.of("Old pine", "Ginkgo", "M"),
                file.profile().options().stream().map(Profile.Option::name).toList());
        assertEquals(0, file.option("Old pine").orElseThrow());
        assertEquals(Set.of(Method.Needs.ORDER), file.carries());
        assertTrue(read(Format.ABIF, "2:A/1>B/0\n1:A/3,B/3").carries().contains(Method.Needs.MARKS));
        assertTrue(read(Format.ABIF, "2:A=B\n1:C").carries().contains(Method.Needs.TICKS));
        assertEquals("1:松树>桂花", told(read(Format.ABIF, "松树>桂花")));
        assertEquals("3:A>B", told(read(Format.ABIF, "\uFEFF3:A>B\r\n")));
    }

    @Test
    void noMarkIsNought() {
        BallotFile file = read(Format.ABIF, "42:A/400,B/200,C\n26:B/400,C/100,A\n1:A/5>B\n2:\n");
        assertEquals("2: | 42:A/400>B/200>C/0 | 26:B/400>C/100>A/0 | 1:A/5>B/0", told(file));
        assertTrue(file.carries().contains(Method.Needs.MARKS));
        assertEquals(List.of(Refusal.of("ballots.assumed.unmarked", "69")), file.assumed());
        assertEquals(List.of(), read(Format.ABIF, "2:A/1>B/0\n1:A>B").assumed());
        // Where 0 would contradict the order there are no marks to count.
        BallotFile against = read(Format.ABIF, "1:A>B/3");
        assertEquals("1:A>B", told(against));
        assertEquals(Set.of(Method.Needs.ORDER), against.carries());
    }

    @Test
    void pabulibInItsKinds() {
        BallotFile file = read(Format.PB, PB);
        assertEquals("1:a=b | 1:b | 1:", told(file));
        assertEquals(100050, file.budget().orElseThrow().amount());
        assertEquals(List.of(60000L, 40025L), file.budget().orElseThrow().costs());
        assertEquals("Shed; with \"roof\"", file.profile().options().getFirst().name());
        assertEquals(Set.of(Method.Needs.TICKS, Method.Needs.MONEY), file.carries());
        BallotFile ordinal = read(Format.PB, PB.replace("approval", "ordinal"));
        assertEquals("1:a/2>b/1 | 1:b/2 | 1:", told(ordinal));
        assertTrue(ordinal.carries().contains(Method.Needs.ORDER));
        String points = PB.replace("approval", "cumulative")
                .replace("voter_id;vote", "voter_id;vote;points")
                .replace("1;a,b", "1;a,b;1,4")
                .replace("2;b", "2;b;5");
        BallotFile marks = read(Format.PB, points);
        assertEquals("1:b/4>a/1 | 1:b/5 | 1:", told(marks));
        assertTrue(marks.carries().contains(Method.Needs.MARKS));
    }

    @Test
    void anExportOfThisHouseIsCountedByHeads() {
        String amendment =
                "{\"purpose\":\"amendment\",\"void\":null,\"tally\":{},\"ballots\":[{\"choice\":\"no\",\"heads\":7}]}";
        String decided = """
                {"purpose":"decides","void":null,"tally":{},"ballots":[{"choice":"yes","heads":2},
                {"choice":"no","heads":1},{"choice":"abstain","heads":1}]}""";
        String annulled = decided.replace("null", "\"r\"").replace("\"heads\":2", "\"heads\":9");
        String open = "{\"purpose\":\"decides\",\"void\":null,\"tally\":null,\"ballots\":[]}";
        String export = "{\"polls\":[%s,%s,%s,%s]}";
        assertEquals(
                "2:yes | 1:no | 1:", told(read(Format.JSON, export.formatted(annulled, decided, amendment, open))));
        assertEquals("7:no", told(read(Format.JSON, export.formatted(annulled, annulled, amendment, open))));
    }

    @Test
    void aMethodIsRefusedBallotsItCannotCount() {
        BallotFile ranked = read(Format.SOC, SOC);
        for (Method method : List.of(Method.APPROVAL, Method.MJ, Method.GREEDY)) {
            Refused refused = assertThrows(Refused.class, () -> ranked.contest(method, 1, TieBreak.open()));
            assertTrue(refused.refusal().key().startsWith("ballots.unfit."));
        }
        assertThrows(Refused.class, () -> read(Format.PB, PB).contest(Method.IRV, 1, TieBreak.open()));
        assertEquals(3, ranked.contest(Method.IRV, 3, TieBreak.open()).seats());
    }
}
