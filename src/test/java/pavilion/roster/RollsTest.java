package pavilion.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoDatabase;
import pavilion.rules.Refused;

public class RollsTest {
    static final String HEAD = "院落编号,楼栋,户编号,建筑面积（平方米）,人员编号,姓名,成年,租户,户代表\n";
    public static final String GOOD = HEAD
            + "X-01,1,X-01-1-101,62.37,X-01-1-101-1,居民甲,是,否,是\n"
            + "X-01,1,X-01-1-101,62.37,X-01-1-101-2,居民乙,否,否,否\n"
            + "X-01,1,X-01-1-102,70.01,,,,,\n";

    static TestDatabase it;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        it = DemoDatabase.fresh();
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private RollReport take(byte[] bytes, boolean dryRun) {
        try {
            Path file = Files.write(folder.resolve("roll"), bytes);
            return new Rolls(it.database(), DemoDatabase.CLOCK).take(1, file, "", dryRun, "test", (done, all) -> {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private RollReport take(String text) {
        return take(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private String refusal(byte[] bytes) {
        return assertThrows(Refused.class, () -> take(bytes, false)).refusal().key();
    }

    private String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String only(RollReport report) {
        assertEquals(1, report.flawed(), report.flaws().toString());
        RollReport.Flaw flaw = report.flaws().getFirst();
        return flaw.line() + " " + flaw.column() + " " + flaw.reason().key();
    }

    private static long people() {
        return it.database()
                .plain()
                .first(row -> row.getLong(0), "select count(*) from person where community = 1")
                .orElseThrow();
    }

    @Test
    void whatGoesOutComesInAgainAndChangesNothingAsTextAndAsASheet() {
        RollExport print = new RollExport(it.database());
        for (String lang : new String[] {"zh", "en"}) {
            RollReport text = take(print.csv(1, "/", lang), false);
            assertEquals(0, text.changed(), text.toString());
            assertTrue(text.applied());
        }
        long start = System.nanoTime();
        RollReport sheet = take(print.xlsx(1, "/", "zh"), false);
        assertEquals(0, sheet.changed(), sheet.toString());
        assertEquals(15687, sheet.rows());
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < 15_000, millis + " ms");
    }

    @Test
    void whatAFileHasNoColumnForStaysAsItIs() {
        String csv = new String(new RollExport(it.database()).csv(1, "/", "zh"), StandardCharsets.UTF_8);
        List<String> heads = List.of(
                csv.replace("\uFEFF", "").lines().findFirst().orElseThrow().split(","));
        List<Integer> kept = IntStream.range(0, heads.size())
                .filter(i -> !List.of("成年", "租户", "户代表").contains(heads.get(i)))
                .boxed()
                .toList();
        assertEquals(heads.size() - 3, kept.size(), heads.toString());
        String less = csv.replace("\uFEFF", "")
                .lines()
                .map(line -> line.split(",", -1))
                .map(cells -> kept.stream().map(i -> cells[i]).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        RollReport report = take(less.getBytes(StandardCharsets.UTF_8), true);
        assertEquals(0, report.changed(), report.toString());
        assertTrue(report.notes().stream().anyMatch(note -> note.key().equals("roster.roll.kept")));
    }

    @Test
    void aWholeCommunityGoesIntoAnEmptyRollInSeconds() {
        byte[] file = new RollExport(it.database()).xlsx(1, "/", "zh");
        try (TestDatabase empty = TestDatabase.fresh()) {
            empty.database().run(tx -> {
                tx.run("insert into area (id, kind, name) values (1, 'street', 'a')");
                tx.run("insert into community (id, code, name, street) values (1, 'new', 'n', 1)");
                tx.run("insert into place (community, id, kind, code, name, path)"
                        + " values (1, 500, 'community', 'new', 'n', '/500/')");
            });
            long start = System.nanoTime();
            Path path = Files.write(folder.resolve("all"), file);
            RollReport report =
                    new Rolls(empty.database(), DemoDatabase.CLOCK).take(1, path, "", false, "test", (done, all) -> {});
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println("import of 15,687 people " + millis + " ms");
            assertEquals(15687, report.peopleNew());
            assertEquals(5188, report.householdsNew());
            assertEquals(5188, report.representativesChanged());
            assertTrue(millis < 15_000, millis + " ms");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndDoesNothing() {
        long before = people();
        RollReport report = take(GOOD);
        assertEquals(2, report.peopleNew());
        assertEquals(2, report.householdsNew());
        assertEquals(1, report.representativesChanged());
        assertFalse(report.applied());
        assertEquals(before, people());
    }

    @Test
    void theSameFileInUtf8WithItsMarkAndInGb18030ReadsTheSame() {
        assertEquals(
                2,
                take(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8), true).peopleNew());
        assertEquals(2, take(GOOD.getBytes(Charset.forName("GB18030")), true).peopleNew());
        for (Charset wide :
                new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16}) {
            assertEquals(2, take(GOOD.getBytes(wide), true).peopleNew(), wide.name());
        }
        assertEquals("roster.roll.encoding", refusal(new byte[] {(byte) 0xff, (byte) 0xff, 1, 2}));
    }

    @Test
    void oneWrongLineAndNothingOfTheFileIsTaken() {
        long before = people();
        RollReport report =
                take((GOOD + "X-01,1,X-01-1-103,-3,X-9,居民丙,是,否,否\n").getBytes(StandardCharsets.UTF_8), false);
        assertEquals("5 area roster.roll.area", only(report));
        assertFalse(report.applied());
        assertEquals(before, people());
    }

    @Test
    void eachFlawIsNamedByLineColumnAndReason() {
        assertEquals(
                "5 person roster.roll.person-twice", only(take(GOOD + "X-01,1,X-01-1-103,,X-01-1-101-1,丙,是,否,否\n")));
        assertEquals(
                "5 representative roster.roll.representative-twice",
                only(take(GOOD + "X-01,1,X-01-1-101,62.37,X-3,丙,是,否,是\n")));
        assertEquals(
                "5 representative roster.roll.representative-minor",
                only(take(GOOD + "X-01,1,X-01-1-104,,X-3,丙,否,否,是\n")));
        assertEquals("5 area roster.roll.differs", only(take(GOOD + "X-01,1,X-01-1-101,62.38,X-3,丙,是,否,否\n")));
        assertEquals("5 adult roster.roll.yes-no", only(take(GOOD + "X-01,1,X-01-1-105,,X-3,丙,17,否,否\n")));
        assertEquals("5 name roster.roll.name", only(take(GOOD + "X-01,1,X-01-1-105,,X-3,=cmd|x,是,否,否\n")));
        assertEquals(
                "5 name roster.roll.long",
                only(take(GOOD + "X-01,1,X-01-1-105,,X-3," + "长".repeat(5000) + ",是,否,否\n")));
        assertEquals("2 courtyard roster.roll.moved", only(take(HEAD + "HP-018,1,HP-017-1-2-502,,,,,,\n")));
    }

    @Test
    void columnsThatARollMustNotHoldAreRefusedByName() {
        for (String never : new String[] {"身份证号", "出生日期", "人脸", "Date of birth", "ID number", "Photo"}) {
            assertEquals("roster.roll.never", refusal(HEAD.strip() + "," + never + "\n"), never);
        }
        assertEquals("roster.roll.column-missing", refusal("姓名\n"));
        assertEquals("roster.roll.no-heads", refusal("甲\n乙\n"));
        assertEquals("roster.roll.column-twice", refusal(HEAD.strip() + ",姓名\n"));
        assertEquals("roster.roll.nothing", refusal(""));
    }

    @Test
    void aBombALieAndAFormulaInASheetAreRefused() throws IOException {
        Path bomb = folder.resolve("bomb");
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertTrue(Files.size(bomb) < 1 << 20);
        assertEquals("roster.roll.too-large", refusal(Files.readAllBytes(bomb)));
        Path many = folder.resolve("many");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i < 1000; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        }
        assertEquals("roster.roll.too-large", refusal(Files.readAllBytes(many)));
        assertEquals("roster.roll.unreadable", refusal(new byte[] {'P', 'K', 3, 4, 9, 9, 9}));
        Path sheet = folder.resolve("formula");
        try (Workbook book = new Workbook(Files.newOutputStream(sheet), "t", "1.0")) {
            var page = book.newWorksheet("s");
            String[] heads = HEAD.strip().split(",");
            String[] cells = {"X-01", "1", "X-01-1-101", "", "X-1", "", "是", "否", "否"};
            for (int i = 0; i < heads.length; i++) {
                page.value(0, i, heads[i]);
                page.value(1, i, cells[i]);
            }
            page.formula(1, 5, "1+1");
        }
        RollReport report = take(Files.readAllBytes(sheet), true);
        assertEquals("2 name roster.roll.formula", only(report));
        assertEquals("F2", report.flaws().getFirst().cell());
    }

    @Test
    void aPostGivenTodayUntilSomeDayGoesOnWhereTheFileHasIt() throws IOException {
        try (TestDatabase own = DemoDatabase.fresh()) {
            own.database().plain().run("""
                    update role r set from_day = '2026-03-02', to_day = '2026-03-09' from place h
                    where h.community = 1 and h.id = r.place and h.code = 'HP-017-1-2-502' and r.role = 'household_rep'
                    """);
            String csv = new String(new RollExport(own.database()).csv(1, "/", "zh"), StandardCharsets.UTF_8);
            String first = csv.lines()
                    .filter(l -> l.contains("HP-017-1-2-502"))
                    .findFirst()
                    .orElseThrow();
            String file = HEAD + first.replaceAll("否$", "是") + "\n";
            Path path = Files.write(folder.resolve("until"), file.getBytes(StandardCharsets.UTF_8));
            new Rolls(own.database(), DemoDatabase.CLOCK).take(1, path, "", false, "t", (d, a) -> {});
            var open = own.database().plain().query("""
                    select r.person from role r join place h on h.community = 1 and h.id = r.place
                    where r.role = 'household_rep' and h.code = 'HP-017-1-2-502' and r.to_day is null
                    """);
            assertEquals(1, open.size());
        }
    }

    @Test
    void aNewRepresentativeEndsTheOldOneTheDayBefore() {
        try (TestDatabase own = DemoDatabase.fresh()) {
            Rolls rolls = new Rolls(own.database(), DemoDatabase.CLOCK);
            String csv = new String(new RollExport(own.database()).csv(1, "/", "zh"), StandardCharsets.UTF_8);
            String[] lines =
                    csv.lines().filter(l -> l.contains("HP-017-1-2-502")).toArray(String[]::new);
            String file = HEAD + lines[0].replaceAll("是$", "否") + "\n" + lines[1].replaceAll("否$", "是") + "\n";
            Path path = Files.write(folder.resolve("new-rep"), file.getBytes(StandardCharsets.UTF_8));
            assertEquals(1, rolls.take(1, path, "", false, "t", (d, a) -> {}).representativesChanged());
            assertEquals(0, rolls.take(1, path, "", false, "t", (d, a) -> {}).changed());
            var ended = own.database().plain().query("""
                    select r.to_day from role r join place h on h.community = 1 and h.id = r.place
                    where r.role = 'household_rep' and h.code = 'HP-017-1-2-502' order by r.from_day
                    """);
            assertEquals(2, ended.size());
            assertEquals("2026-03-01", ended.iterator().next().getLocalDate(0).toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
