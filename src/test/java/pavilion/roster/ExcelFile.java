package pavilion.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook written as Excel saves one: texts in the table of shared strings, numbers with 17 digits, merged ranges after the
 * rows, days as numbers with a format.
 */
final class ExcelFile {
    /** A number exactly as it is stored. */
    record Stored(String digits) {}

    /** The number of a day, shown as a day. */
    record Day(int number) {}

    /** A text that is written into the cell itself, as other programs do. */
    record Inline(String text) {}

    private final List<String> strings = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();
    private final boolean from1904;

    ExcelFile(boolean from1904) {
        this.from1904 = from1904;
    }

    /** @param cells rows of String, {@link Stored}, {@link Day}, {@link Inline} or null */
    ExcelFile sheet(List<List<Object>> cells, String... merged) {
        StringBuilder xml = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 0; row < cells.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int i = 0; i < cells.get(row).size(); i++) {
                String at = "r=\"" + RollText.letter(i) + (row + 1) + "\"";
                switch (cells.get(row).get(i)) {
                    case null -> xml.append("<c ").append(at).append(" s=\"0\"/>");
                    case Stored number ->
                        xml.append("<c ")
                                .append(at)
                                .append("><v>")
                                .append(number.digits())
                                .append("</v></c>");
                    case Day day ->
                        xml.append("<c ")
                                .append(at)
                                .append(" s=\"1\"><v>")
                                .append(day.number())
                                .append("</v></c>");
                    case Inline inline ->
                        xml.append("<c ")
                                .append(at)
                                .append(" t=\"inlineStr\"><is><t>")
                                .append(inline.text())
                                .append("</t></is></c>");
                    case Object text -> {
                        strings.add(text.toString());
                        xml.append("<c ")
                                .append(at)
                                .append(" t=\"s\"><v>")
                                .append(strings.size() - 1)
                                .append("</v></c>");
                    }
                }
            }
            xml.append("</row>");
        }
        xml.append("</sheetData>");
        if (merged.length > 0) {
            xml.append("<mergeCells count=\"").append(merged.length).append("\">");
            for (String range : merged) {
                xml.append("<mergeCell ref=\"").append(range).append("\"/>");
            }
            xml.append("</mergeCells>");
        }
        sheets.add(xml.append("</worksheet>").toString());
        return this;
    }

    byte[] bytes() {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        StringBuilder types = new StringBuilder("<Types xmlns=\"" + packages + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        StringBuilder relations = new StringBuilder("<Relationships xmlns=\"" + packages + "relationships\">");
        StringBuilder book = new StringBuilder("<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\"><workbookPr"
                + (from1904 ? " date1904=\"1\"" : "") + "/><sheets>");
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        types.append(part("xl/workbook.xml", type + "sheet.main+xml"))
                .append(part("xl/styles.xml", type + "styles+xml"))
                .append(part("xl/sharedStrings.xml", type + "sharedStrings+xml"));
        for (int i = 1; i <= sheets.size(); i++) {
            types.append(part("xl/worksheets/sheet" + i + ".xml", type + "worksheet+xml"));
            relations.append(relation("rId" + i, office + "/worksheet", "worksheets/sheet" + i + ".xml"));
            book.append("<sheet name=\"Sheet" + i + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
        }
        relations
                .append(relation("rId98", office + "/styles", "styles.xml"))
                .append(relation("rId99", office + "/sharedStrings", "sharedStrings.xml"));
        StringBuilder shared = new StringBuilder("<sst xmlns=\"" + main + "\">");
        strings.forEach(
                s -> shared.append("<si><t xml:space=\"preserve\">").append(s).append("</t></si>"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", types + "</Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + packages + "relationships\">"
                            + relation("rId1", office + "/officeDocument", "xl/workbook.xml") + "</Relationships>");
            put(zip, "xl/workbook.xml", book + "</sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", relations + "</Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + main + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                            + "<xf numFmtId=\"58\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            put(zip, "xl/sharedStrings.xml", shared + "</sst>");
            for (int i = 1; i <= sheets.size(); i++) {
                put(zip, "xl/worksheets/sheet" + i + ".xml", sheets.get(i - 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String part(String name, String type) {
        return "<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                .getBytes(StandardCharsets.UTF_8));
    }
}
