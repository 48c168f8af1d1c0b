package pavilion.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import pavilion.document.Register.RegisterRow;
import pavilion.text.Messages;

class RegisterTest {
    private static final UnaryOperator<String> ZH = key -> new Messages().say("zh", key);

    @Test
    void theCsvGivesBackWhatWentIn() throws IOException {
        String text = csv(row("甲, \"乙\"\r\n丙"));
        assertTrue(text.startsWith("\uFEFF编号,事项,范围,"), text);
        var records = CSVFormat.RFC4180
                .parse(new java.io.StringReader(text.substring(1)))
                .getRecords();
        assertEquals(2, records.size());
        CSVRecord second = records.get(1);
        assertEquals(9, second.size());
        assertEquals("甲, \"乙\"\r\n丙", second.get(1));
        assertEquals("2026-03-16", second.get(4));
    }

    @Test
    void onlyCellsThatNeedQuotesHaveThemAndLinesEndAsTheStandardSays() {
        String text = csv(row("车棚, \"南\""));
        assertTrue(
                text.endsWith(
                        "\r\n2026-017,\"车棚, \"\"南\"\"\",017 院,公示,2026-03-16,同意 9 户,划黄线,yard.consult,5f2c9a01\r\n"),
                text);
    }

    @Test
    void noCellOfTheCsvIsAFormula() {
        for (String bad :
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"http://x\",\"y\")")) {
            String title = csv(row(bad)).lines().skip(1).findFirst().orElseThrow();
            String cell = title.substring(title.indexOf(',') + 1).replaceFirst("^\"", "");
            assertTrue(cell.startsWith("'"), bad + " -> " + cell);
        }
    }

    @Test
    void theSheetOpensAndHoldsTextEvenFromHostileCells() throws IOException {
        byte[] bytes = Register.xlsx(List.of(row("=1+1\u0000\u0007"), row("<b>&")), ZH);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertEquals("决议登记簿", book.getFirstSheet().getName());
            var rows = book.getFirstSheet().read();
            assertEquals(3, rows.size());
            assertEquals("=1+1", rows.get(1).getCell(1).asString());
            assertEquals("<b>&", rows.get(2).getCell(1).asString());
        }
    }

    @Test
    void anEmptyRegisterHasItsHeadings() {
        assertEquals(
                1,
                new String(Register.csv(List.of(), ZH), StandardCharsets.UTF_8)
                        .lines()
                        .count());
    }

    private static String csv(RegisterRow row) {
        return new String(Register.csv(List.of(row), ZH), StandardCharsets.UTF_8);
    }

    private static RegisterRow row(String title) {
        return new RegisterRow(
                "2026-017",
                title,
                "017 院",
                "公示",
                LocalDate.of(2026, 3, 16),
                "同意 9 户",
                "划黄线",
                "yard.consult",
                "5f2c9a01");
    }
}
