package pavilion.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The empty roll that a clerk fills in: a sheet with lists to choose from, one with examples, one that explains it. */
final class RollTemplate {
    private static final int ROWS = 5000;
    private static final double WIDTH = 14;
    private static final double HELP_WIDTH = 110;

    private RollTemplate() {}

    static byte[] csv(String lang) {
        String heads = String.join(",", RollColumns.templateHeads(lang));
        return ("\uFEFF" + heads + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(String lang) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Pavilion", "1.0")) {
            Worksheet roll = rows(book, "roll", lang, List.of());
            String words = RollColumns.word(true, lang) + "," + RollColumns.word(false, lang);
            for (String column : List.of("adult", "tenant", "representative")) {
                int at = RollColumns.TEMPLATE.indexOf(column);
                roll.range(1, at, ROWS, at)
                        .validateWithListByFormula('"' + words + '"')
                        .allowBlank(true)
                        .showErrorMessage(true);
            }
            rows(book, "example", lang, RollColumns.examples(lang));
            Worksheet help = book.newWorksheet(RollColumns.sheet("help", lang));
            help.width(0, HELP_WIDTH);
            int line = 0;
            for (String sentence : RollColumns.help(lang)) {
                help.value(line, 0, sentence);
                help.style(line++, 0).wrapText(true).set();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Worksheet rows(Workbook book, String name, String lang, List<List<String>> rows) {
        Worksheet sheet = book.newWorksheet(RollColumns.sheet(name, lang));
        List<String> heads = RollColumns.templateHeads(lang);
        for (int i = 0; i < heads.size(); i++) {
            sheet.value(0, i, heads.get(i));
            sheet.style(0, i).bold().set();
            sheet.width(i, WIDTH);
            // As text, so that a spreadsheet does not make a day of 3-2.
            if (!RollColumns.TEMPLATE.get(i).equals("area")) {
                sheet.style(i).format("@").set();
            }
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < heads.size(); i++) {
                sheet.value(row + 1, i, rows.get(row).get(i));
            }
        }
        return sheet;
    }
}
