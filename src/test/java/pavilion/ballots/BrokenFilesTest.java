package pavilion.ballots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.ballots.SampleFiles.*;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not what they say: each mistake is told by its place, and nothing else ever comes out. */
class BrokenFilesTest {
    static List<Arguments> broken() {
        return List.of(
                Arguments.of(Format.BLT, "", 1, 1, "ballots.blt.candidates"),
                Arguments.of(Format.BLT, "x 1", 1, 1, "ballots.blt.candidates"),
                Arguments.of(Format.BLT, "3", 2, 1, "ballots.blt.seats"),
                Arguments.of(Format.BLT, "3 4\n", 1, 3, "ballots.blt.more-seats"),
                Arguments.of(Format.BLT, "0 0\n", 1, 3, "ballots.blt.more-seats"),
                Arguments.of(Format.BLT, "2 1\n-3\n", 2, 2, "ballots.blt.candidate"),
                Arguments.of(Format.BLT, "2 1\n1 1 3 0\n", 2, 5, "ballots.blt.candidate"),
                Arguments.of(Format.BLT, "2 1\n1 1 1 0\n", 2, 5, "ballots.twice"),
                Arguments.of(Format.BLT, "2 1\n1 1=1 0\n", 2, 5, "ballots.twice"),
                Arguments.of(Format.BLT, "2 1\n1 1=0 0\n", 2, 5, "ballots.blt.candidate"),
                Arguments.of(Format.BLT, "2 1\nw 1 0\n", 2, 1, "ballots.blt.weight"),
                Arguments.of(Format.BLT, "2 1\n-1\n", 3, 1, "ballots.blt.ballot"),
                Arguments.of(Format.BLT, "2 1\n1 2 0", 3, 1, "ballots.blt.ballot"),
                Arguments.of(Format.BLT, "2 1\n1 2", 3, 1, "ballots.blt.end"),
                Arguments.of(Format.BLT, "2 1\n(x 1 2 0", 2, 9, "ballots.expected.char"),
                Arguments.of(Format.BLT, "2 1\n1 2 0\n0\n\"Ann\"\n", 5, 1, "ballots.blt.names"),
                Arguments.of(Format.BLT, "3 1\n1 2 0\n0\n\"Ann\"\n\"Ben\"\n", 6, 1, "ballots.blt.names"),
                Arguments.of(Format.BLT, "2 1\n[tie 1 1]\n", 2, 2, "ballots.blt.tie"),
                Arguments.of(Format.BLT, "2 1\n[tie 1]\n", 2, 2, "ballots.blt.tie"),
                Arguments.of(Format.BLT, "2 1\n[tie 1 3]\n", 2, 8, "ballots.blt.candidate"),
                Arguments.of(Format.BLT, "2 1\n[withdrawn 2\n", 2, 13, "ballots.expected.char"),
                Arguments.of(Format.BLT, "2 1\n[nick a b\n", 2, 10, "ballots.expected.char"),
                Arguments.of(Format.BLT, "2 1\n-1 1 2 0\n", 2, 4, "ballots.blt.withdrawn"),
                Arguments.of(Format.BLT, "2 1\n1 2 0\n0\nAnn Ben", 5, 1, "ballots.blt.names"),
                Arguments.of(Format.BLT, "3 1\n1 2 0\n0\n\"Ann\" Ben\n\"Cy\"", 4, 7, "ballots.blt.quote"),
                Arguments.of(Format.BLT, "2 1\n0\n\"Ann\" \"Ben", 3, 11, "ballots.expected.char"),
                Arguments.of(Format.BLT, "2 1\n0\n\"A\" \"B\" \"T\" 7", 3, 13, "ballots.blt.after"),
                Arguments.of(Format.SOC, "", 1, 1, "ballots.empty"),
                Arguments.of(Format.SOC, "# TITLE: x\n", 2, 1, "ballots.preflib.names"),
                Arguments.of(
                        Format.SOC, SOC.replace("ALTERNATIVES: 3", "ALTERNATIVES: x"), 2, 24, "ballots.preflib.number"),
                Arguments.of(Format.SOC, SOC.replace("NAME 3", "NAME 2"), 7, 21, "ballots.preflib.alternative"),
                Arguments.of(Format.SOC, SOC.replace("NAME 3", "NAME 4"), 7, 21, "ballots.preflib.alternative"),
                Arguments.of(Format.SOC, SOC.replace("NAME 1", "NAME 0"), 5, 21, "ballots.preflib.zero"),
                Arguments.of(Format.SOC, SOC.replace("3: 1,2,3", "3: 1,2,0"), 8, 8, "ballots.preflib.zero"),
                Arguments.of(Format.SOC, "2\n0,Pine\n1,Plum\n", 2, 3, "ballots.preflib.zero"),
                Arguments.of(
                        Format.SOC, SOC.replace("# ALTERNATIVE NAME 3: Plum\n", ""), 7, 1, "ballots.preflib.names"),
                Arguments.of(Format.SOC, SOC.replace("3: 1,2,3", "3: 1,2,4"), 8, 8, "ballots.preflib.alternative"),
                Arguments.of(Format.SOC, SOC.replace("3: 1,2,3", "3: 1,2,2"), 8, 8, "ballots.twice"),
                Arguments.of(Format.SOC, SOC.replace("3: 1,2,3", "3: 1,2"), 8, 7, "ballots.preflib.incomplete"),
                Arguments.of(Format.SOC, SOC.replace("3: 1,2,3", "3: {1,2},3"), 8, 4, "ballots.preflib.strict"),
                Arguments.of(Format.SOC, SOC.replace("3: 1,2,3", "3: 1 2,3"), 8, 6, "ballots.preflib.comma"),
                Arguments.of(Format.SOC, SOC.replace("3: 1,2,3", "3 1,2,3"), 8, 3, "ballots.expected.char"),
                Arguments.of(Format.SOC, SOC.replace("3: 1,2,3", "0: 1,2,3"), 8, 1, "ballots.preflib.count"),
                Arguments.of(Format.TOC, SOC.replace("3: 1,2,3", "3: {1,2,3"), 8, 10, "ballots.expected.char"),
                Arguments.of(Format.SOC, SOC.replace("2: 3,2,1\n", ""), 9, 1, "ballots.preflib.orders"),
                Arguments.of(Format.SOC, SOC.replace("2: 3,2,1", "1: 3,2,1"), 10, 1, "ballots.preflib.voters"),
                Arguments.of(Format.SOC, "2\n1,Pine\n", 3, 1, "ballots.preflib.names"),
                Arguments.of(Format.SOC, "1\n1,Pine\n5;5\n", 3, 2, "ballots.expected.char"),
                Arguments.of(Format.ABIF, "", 1, 1, "ballots.abif.none"),
                Arguments.of(Format.ABIF, "# nothing\n", 2, 1, "ballots.abif.none"),
                Arguments.of(Format.ABIF, "{\"a\": 1", 1, 8, "ballots.expected.char"),
                Arguments.of(Format.ABIF, "3:A>", 1, 5, "ballots.abif.token"),
                Arguments.of(Format.ABIF, "3:A>A", 1, 5, "ballots.twice"),
                Arguments.of(Format.ABIF, "3:A B", 1, 5, "ballots.abif.separator"),
                Arguments.of(Format.ABIF, "3:[A>B", 1, 7, "ballots.expected.char"),
                Arguments.of(Format.ABIF, "3:[ ]>B", 1, 3, "ballots.abif.token"),
                Arguments.of(Format.ABIF, "3:A/x>B", 1, 5, "ballots.abif.points"),
                Arguments.of(Format.ABIF, "3:A,B", 1, 6, "ballots.abif.comma"),
                Arguments.of(Format.ABIF, "27:A;B", 1, 5, "ballots.abif.odd"),
                Arguments.of(Format.ABIF, "27:A>B;C", 1, 7, "ballots.abif.odd"),
                Arguments.of(Format.ABIF, "=A:Ann;B\n", 1, 7, "ballots.abif.odd"),
                Arguments.of(Format.ABIF, "3:松树＞桂花", 1, 5, "ballots.abif.odd"),
                Arguments.of(Format.ABIF, "3:松树、桂花", 1, 5, "ballots.abif.odd"),
                Arguments.of(Format.ABIF, "3：松树>桂花", 1, 2, "ballots.abif.odd"),
                Arguments.of(Format.ABIF, "A>B*3", 1, 4, "ballots.abif.odd"),
                Arguments.of(Format.ABIF, "3:A<B", 1, 4, "ballots.abif.odd"),
                Arguments.of(Format.ABIF, "3:;A", 1, 3, "ballots.abif.token"),
                Arguments.of(Format.ABIF, "3:A/1,B/2>C/3", 1, 14, "ballots.abif.comma"),
                Arguments.of(Format.ABIF, "x:A>B", 1, 1, "ballots.abif.count"),
                Arguments.of(Format.ABIF, "=A:[Ann]\n=A:[Ann]\n", 2, 2, "ballots.abif.declared-twice"),
                Arguments.of(Format.ABIF, "=A:[Ann]\n3:A>B", 2, 5, "ballots.abif.unknown"),
                Arguments.of(Format.ABIF, "3:A\n=B:[Ben]\n", 2, 2, "ballots.abif.late"),
                Arguments.of(Format.ABIF, "=A [Ann]\n", 1, 4, "ballots.expected.char"),
                Arguments.of(Format.ABIF, "1.5.2:A", 1, 1, "ballots.abif.count"),
                Arguments.of(Format.PB, "", 1, 1, "ballots.pb.section"),
                Arguments.of(Format.PB, "META\nkey;wert\n", 2, 1, "ballots.pb.column"),
                Arguments.of(Format.PB, PB.replace("approval", "shouting"), 4, 11, "ballots.pb.kind"),
                Arguments.of(Format.PB, PB.replace("1000.50", "lots"), 3, 8, "ballots.pb.amount"),
                Arguments.of(Format.PB, PB.replace("budget;1000.50\n", ""), 2, 8, "ballots.pb.amount"),
                Arguments.of(Format.PB, PB.replace("400.25", "-4"), 10, 3, "ballots.pb.amount"),
                Arguments.of(Format.PB, PB.replace("2;b", "1;b"), 14, 1, "ballots.pb.voter-twice"),
                Arguments.of(Format.PB, PB.replace("400.25", "0"), 10, 3, "ballots.pb.amount"),
                Arguments.of(Format.PB, PB.replace("b;400.25", "a;400.25"), 10, 1, "ballots.pb.project-twice"),
                Arguments.of(Format.PB, PB.replace("2;b\n", "2;c\n"), 14, 3, "ballots.pb.unknown"),
                Arguments.of(
                        Format.PB, PB.replace("approval", "ordinal\nscoring_fn;Dowdall"), 5, 12, "ballots.pb.scoring"),
                Arguments.of(
                        Format.PB, PB.replace("approval", "ordinal\nmax_length;x"), 5, 12, "ballots.pb.max-length"),
                Arguments.of(
                        Format.PB,
                        PB.replace("1000.50", "999999999999999").replace("400.25", "0.000000001"),
                        3,
                        8,
                        "method.refused.money"),
                Arguments.of(Format.PB, PB.replace("approval", "choose-1"), 13, 3, "ballots.pb.one"),
                Arguments.of(Format.PB, PB.replace("b;400.25;Lamp\n", ""), 11, 1, "ballots.pb.promised"),
                Arguments.of(Format.PB, PB.replace("VOTES\n", ""), 11, 10, "ballots.pb.amount"),
                Arguments.of(
                        Format.PB,
                        PB.replace("\"Shed;", "\"Shed;").replace("roof\"\"\"", "roof"),
                        9,
                        25,
                        "ballots.expected.char"),
                Arguments.of(Format.PB, PB.replace("approval", "scoring"), 13, 1, "ballots.pb.points"),
                Arguments.of(Format.JSON, "{}", 1, 1, "ballots.export"),
                Arguments.of(Format.JSON, "[", 1, 1, "ballots.export"),
                Arguments.of(Format.ABIF, "3:A\u0000B", 1, 4, "ballots.nul"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsToldByLineAndCharacter(Format format, String text, int line, int column, String key) {
        BallotFileError mistake = assertThrows(BallotFileError.class, () -> read(format, text));
        assertEquals(
                line + ":" + column + " " + key,
                mistake.line() + ":" + mistake.column() + " "
                        + mistake.refusal().key());
    }

    @Test
    void whatIsNoUtf8IsToldWhereItBegins() {
        byte[] gb = "3:松>柏".getBytes(java.nio.charset.Charset.forName("GB18030"));
        BallotFileError mistake =
                assertThrows(BallotFileError.class, () -> BallotFile.read(Format.ABIF, new ByteArrayInputStream(gb)));
        assertEquals("ballots.encoding", mistake.refusal().key());
        assertEquals(3, mistake.column());
        assertEquals(
                "\uFFFD",
                read(Format.ABIF, "1:\uFFFD").profile().options().getFirst().id());
    }

    @Test
    void aLineWithoutEndIsNotReadIntoMemoryForEver() {
        byte[] endless = new byte[Lines.LONGEST + 10];
        java.util.Arrays.fill(endless, (byte) 'A');
        BallotFileError mistake = assertThrows(
                BallotFileError.class, () -> BallotFile.read(Format.ABIF, new ByteArrayInputStream(endless)));
        assertEquals("ballots.line.long", mistake.refusal().key());
    }

    @Test
    void moreBallotsThanCanBeCountedExactlyAreRefused() {
        BallotFileError mistake =
                assertThrows(BallotFileError.class, () -> read(Format.ABIF, "999999999999999:A\n1:B"));
        assertEquals("ballots.too-many", mistake.refusal().key());
        assertThrows(BallotFileError.class, () -> read(Format.ABIF, "999999999.999999999:A\n1:B"));
    }

    @Test
    void moreOptionsThanCanBeReadAreRefusedInEveryFormat() {
        String many = IntStream.rangeClosed(0, 10_000).mapToObj(i -> "a" + i).collect(Collectors.joining(">"));
        BallotFileError mistake = assertThrows(BallotFileError.class, () -> read(Format.ABIF, many));
        assertEquals("ballots.options", mistake.refusal().key());
        assertThrows(BallotFileError.class, () -> read(Format.BLT, "10001 1\n"));
        assertThrows(BallotFileError.class, () -> read(Format.SOI, "10001\n"));
    }

    @Test
    void aNameWithAnotherEndingIsRefused() {
        assertEquals(
                "ballots.ending",
                assertThrows(BallotFileError.class, () -> Format.of("x.txt"))
                        .refusal()
                        .key());
        assertEquals(Format.PB, Format.of("City.PB"));
    }

    /** Good files with a few bytes changed, lost or doubled: either they are read, or a mistake says where. */
    @Test
    void whateverIsThrownAtItOnlyAMistakeComesOut() {
        Random dice = new Random(7);
        String[] good = {BLT, SOC, OLD, ABIF, PB, WARD};
        Format[] formats = {Format.BLT, Format.SOC, Format.SOC, Format.ABIF, Format.PB, Format.BLT};
        IntStream.range(0, 5000).forEach(i -> {
            int which = dice.nextInt(good.length);
            byte[] bytes = good[which].getBytes(StandardCharsets.UTF_8);
            for (int change = dice.nextInt(4); change >= 0; change--) {
                bytes[dice.nextInt(bytes.length)] = (byte)
                        (dice.nextBoolean() ? dice.nextInt(256) : "0123456789,;>=\"{}\n".charAt(dice.nextInt(18)));
            }
            byte[] cut =
                    java.util.Arrays.copyOf(bytes, dice.nextInt(10) == 0 ? dice.nextInt(bytes.length) : bytes.length);
            try {
                assertNotNull(BallotFile.read(formats[which], new ByteArrayInputStream(cut)));
            } catch (BallotFileError mistake) {
                assertTrue(mistake.line() > 0 && mistake.column() > 0);
                assertFalse(mistake.refusal().key().isEmpty());
            }
        });
    }
}
