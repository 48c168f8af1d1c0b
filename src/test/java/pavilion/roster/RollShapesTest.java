package pavilion.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pavilion.db.TestDatabase;
import pavilion.rules.Refused;

/** The sheets that a committee has: without codes, with titles, merged cells, and numbers as Excel stores them. */
class RollShapesTest {
    static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final List<Object> HEADS =
            List.of("序号", "院 落", "楼\n号", "单元号", "房号", "*姓　名", "产权面积（㎡）", "是否成年", "户代表");

    private TestDatabase it;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        it = TestDatabase.fresh();
        it.database().run(tx -> {
            tx.run("insert into area (id, kind, name) values (1, 'street', 'a')");
            tx.run("insert into community (id, code, name, street) values (1, 'new', 'n', 1)");
            tx.run("insert into place (community, id, kind, code, name, path)"
                    + " values (1, 500, 'community', 'new', 'n', '/500/')");
        });
    }

    @AfterEach
    void close() {
        it.close();
    }

    private RollReport take(byte[] bytes, String courtyard, boolean dryRun) {
        try {
            Path file = Files.write(folder.resolve("roll"), bytes);
            return new Rolls(it.database(), pavilion.demo.DemoDatabase.CLOCK)
                    .take(1, file, courtyard, dryRun, "test", (done, all) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String refusal(byte[] bytes) {
        return assertThrows(Refused.class, () -> take(bytes, "", true))
                .refusal()
                .key();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Household, what it is called, its area, person, name, and whether it is the representative; a line each. */
    private List<String> roll() {
        return it.database().plain().list(row -> row.getString(0), """
                select concat_ws(' ', h.code, '(' || h.name || ')', u.area_c, p.code, p.name,
                    case when r.person is not null then 'rep' end)
                from place h left join unit u on u.community = 1 and u.place = h.id
                left join person p on p.community = 1 and p.household = h.id
                left join role r on r.community = 1 and r.person = p.id and r.role = 'household_rep' and r.to_day is null
                where h.kind = 'household' order by h.code, p.code
                """);
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    private static ExcelFile.Stored stored(String digits) {
        return new ExcelFile.Stored(digits);
    }

    private static byte[] committee() {
        return new ExcelFile(true)
                .sheet(List.of(row("说明", "本表由居委会填写")))
                .sheet(
                        List.of(
                                row("槐园社区住户名册", null, null, null, null, null, null, null, null),
                                row("填表日期：", "2026年3月2日"),
                                row(),
                                HEADS,
                                row(
                                        stored("1"),
                                        "槐园（一期）",
                                        stored("3"),
                                        "２单元",
                                        stored("301"),
                                        "张　三",
                                        stored("85.98999999999999"),
                                        "是",
                                        "是"),
                                row(
                                        stored("2"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        new ExcelFile.Inline("李\u200b四"),
                                        null,
                                        "是",
                                        "否"),
                                row(
                                        stored("3"),
                                        null,
                                        null,
                                        "2单元",
                                        stored("302"),
                                        "王五",
                                        stored("62.369999999999997"),
                                        "√",
                                        "√"),
                                row(stored("4"), null, null, "2单元", "３０３室", "", "1.1000000000000001 ㎡", "", ""),
                                row("合计", null, null, null, null, null, stored("149.46"), null, null)),
                        "A1:I1",
                        "B5:B8",
                        "C5:C8",
                        "D5:D6",
                        "E5:E6",
                        "G5:G6")
                .bytes();
    }

    @Test
    void theSheetOfACommitteeIsReadAsAClerkSeesIt() {
        RollReport report = take(committee(), "", false);
        assertEquals(List.of(), report.flaws());
        assertEquals(3, report.householdsNew());
        String yard = it.database()
                .plain()
                .first(
                        row -> row.getString("code"),
                        "select code from place where kind = 'courtyard' and name = '槐园(一期)'")
                .orElseThrow();
        assertEquals(
                List.of(
                        yard + "-3-2-301 (3 栋 2 单元 301) 8599 " + yard + "-3-2-301-1 张三 rep",
                        yard + "-3-2-301 (3 栋 2 单元 301) 8599 " + yard + "-3-2-301-2 李四",
                        yard + "-3-2-302 (3 栋 2 单元 302) 6237 " + yard + "-3-2-302-1 王五 rep",
                        yard + "-3-2-303 (3 栋 2 单元 303) 110"),
                roll());
        assertTrue(
                report.notes().toString().contains("made-codes"), report.notes().toString());
        assertTrue(
                report.notes().toString().contains("roster.roll.totals"),
                report.notes().toString());
        RollReport again = take(committee(), "", false);
        assertEquals(0, again.changed(), again.toString());
        byte[] out = new RollExport(it.database()).xlsx(1, "/", "zh");
        assertEquals(0, take(out, "", false).changed(), "what goes out comes in again");
    }

    @Test
    void somebodyNewIsGivenTheCodeOfNobodyElse() {
        String head = "院落,楼栋,单元,房号,姓名,成年,户代表\n";
        take(utf8(head + "A,1,1,101,甲,是,是\nA,1,1,101,乙,是,否\n"), "", false);
        take(utf8(head + "A,1,1,101,丙,是,否\nA,1,1,101,乙,是,否\nA,1,1,101,甲,是,是\n"), "", false);
        assertEquals(
                List.of(
                        "A-1-1-101 (1 栋 1 单元 101) A-1-1-101-1 甲 rep",
                        "A-1-1-101 (1 栋 1 单元 101) A-1-1-101-2 乙",
                        "A-1-1-101 (1 栋 1 单元 101) A-1-1-101-3 丙"),
                roll());
    }

    @Test
    void homesThatReadAlikeHaveDifferentCodesInAnyOrder() {
        String head = "院落,楼栋,单元,房号,户主\n";
        String one = "HY,01,,101,甲\n";
        String other = "HY-01,,,101,乙\n";
        take(utf8(head + one + other), "", false);
        List<String> first = roll();
        assertEquals(2, first.stream().map(l -> l.split(" ")[0]).distinct().count(), first.toString());
        assertEquals(0, take(utf8(head + other + one), "", false).changed());
        assertEquals(first, roll());
    }

    @Test
    void anAddressInOneCellIsTakenApart() {
        byte[] file = utf8("房屋坐落;户主\n槐园小区3号楼2单元301室;甲\n3-2-302;乙\n");
        take(file, "槐园", false);
        assertEquals(
                List.of("槐园-3-2-301 (3 栋 2 单元 301) 槐园-3-2-301-1 甲 rep", "槐园-3-2-302 (3 栋 2 单元 302) 槐园-3-2-302-1 乙 rep"),
                roll());
        assertEquals("roster.roll.no-courtyard", refusal(file));
    }

    @Test
    void textIsReadWithEverySeparatorAndInEveryUsualEncoding() {
        String text = "院落,楼栋,单元,房号,姓名,成年\nA,3,2,301,张三,是\n";
        for (String between : new String[] {",", ";", "\t"}) {
            for (Charset charset : new Charset[] {
                StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("GB18030")
            }) {
                RollReport report = take(text.replace(",", between).getBytes(charset), "", true);
                assertEquals(1, report.peopleNew(), between + charset);
                assertEquals(1, report.representativesChanged(), "the only grown-up");
            }
        }
    }

    @Test
    void aRowThatLeavesItsAddressEmptyIsReadAsTheOneAbove() {
        RollReport report =
                take(utf8("院落,楼栋,单元,房号,姓名,成年,户代表\nA,3,2,301,甲,是,是\n,,,,乙,否,\n,,3,101,丙,是,是\n,4,,,丁,是,\n"), "", true);
        assertEquals("[D5 roster.roll.empty]", flaws(report));
        RollReport good = take(utf8("院落,楼栋,单元,房号,姓名,成年,户代表\nA,3,2,301,甲,是,是\n,,,,乙,否,\n,,3,101,丙,是,是\n"), "", false);
        assertTrue(
                good.notes().toString().contains("roster.roll.filled"),
                good.notes().toString());
        assertEquals(
                List.of(
                        "A-3-2-301 (3 栋 2 单元 301) A-3-2-301-1 甲 rep",
                        "A-3-2-301 (3 栋 2 单元 301) A-3-2-301-2 乙",
                        "A-3-3-101 (3 栋 3 单元 101) A-3-3-101-1 丙 rep"),
                roll());
    }

    private static String flaws(RollReport report) {
        return report.flaws().stream()
                .map(f -> f.cell() + " " + f.reason().key())
                .toList()
                .toString();
    }

    @Test
    void oneWrongCellIsOneComplaintWithItsLetter() {
        List<Object> heads = List.of("院落", "楼栋", "单元", "房号", "姓名", "建筑面积", "成年", "户代表");
        for (boolean from1904 : new boolean[] {false, true}) {
            byte[] file = new ExcelFile(from1904)
                    .sheet(List.of(
                            heads,
                            row("A", "1", "1", "101", "甲", stored("62.3749"), "是", "是"),
                            row("A", "1", "1", "102", "乙", null, "17", "是"),
                            row("A", "1", "1", new ExcelFile.Day(44621), "丙", null, "是", "是"),
                            row("A", "1", "1", "104", "丁", stored("1E300"), "是", "是")))
                    .bytes();
            assertEquals(
                    "[F2 roster.roll.area, G3 roster.roll.yes-no, D4 roster.roll.day, F5 roster.roll.area]",
                    flaws(take(file, "", true)));
        }
    }

    @Test
    void whatIsNoSheetIsCalledByItsName() {
        assertEquals("roster.roll.is-xls", refusal(OLD));
        assertEquals("roster.roll.is-pdf", refusal(utf8("%PDF-1.7")));
        assertEquals(
                "roster.roll.is-picture", refusal(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}));
        assertEquals("roster.roll.is-web", refusal(utf8("<html><table><tr><td>姓名</td></tr></table>")));
        byte[] locked = Arrays.copyOf(OLD, 64);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 16, name.length);
        assertEquals("roster.roll.is-locked", refusal(locked));
    }

    @Test
    void theTemplateComesInWithItsExamples() {
        for (String lang : new String[] {"zh", "en"}) {
            assertEquals(0, take(RollTemplate.xlsx(lang), "", true).rows(), "its examples are on a sheet of their own");
            assertEquals(0, take(RollTemplate.csv(lang), "", true).rows());
            StringBuilder examples = new StringBuilder(String.join("\t", RollColumns.templateHeads(lang)));
            RollColumns.examples(lang).forEach(row -> examples.append('\n').append(String.join("\t", row)));
            RollReport report = take(utf8(examples.toString()), "", true);
            assertEquals("[]", flaws(report));
            assertEquals(3, report.householdsNew());
            assertEquals(2, report.representativesChanged());
        }
    }
}
