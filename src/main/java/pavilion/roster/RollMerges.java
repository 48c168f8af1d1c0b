package pavilion.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The merged cells of a sheet, which the library that reads its rows does not tell. Each cell of a range is given what stands
 * in its first one. Rows are given from top to bottom.
 */
final class RollMerges {
    static final int MOST_COLUMNS = 64;
    private static final int MOST = 100_000;
    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

    private record Range(int top, int left, int bottom, int right) {}

    private final List<Range> ranges;
    private int next;
    private final @Nullable Range[] open = new Range[MOST_COLUMNS];
    private final String[] text = new String[MOST_COLUMNS];

    private RollMerges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** @param relation how the workbook refers to the sheet, as {@code Sheet.getId} has it */
    static RollMerges of(Path file, String relation) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String part = part(zip, relation);
            ZipEntry entry = part == null ? null : zip.getEntry(part);
            return new RollMerges(entry == null ? List.of() : ranges(zip, entry));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static @Nullable String part(ZipFile zip, String relation) throws IOException, XMLStreamException {
        ZipEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (relations == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(relations)) {
            XMLStreamReader xml = xml(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && relation.equals(xml.getAttributeValue(null, "Id"))) {
                    String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
                }
            }
            return null;
        }
    }

    private static List<Range> ranges(ZipFile zip, ZipEntry sheet) throws IOException, XMLStreamException {
        List<Range> ranges = new ArrayList<>();
        try (InputStream in = zip.getInputStream(sheet)) {
            XMLStreamReader xml = xml(in);
            while (xml.hasNext() && ranges.size() < MOST) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("mergeCell")) {
                    Matcher range = RANGE.matcher(String.valueOf(xml.getAttributeValue(null, "ref")));
                    if (range.matches()) {
                        ranges.add(new Range(
                                Integer.parseInt(range.group(2)),
                                column(range.group(1)),
                                Integer.parseInt(range.group(4)),
                                column(range.group(3))));
                    }
                }
            }
        }
        ranges.sort(Comparator.comparingInt(Range::top));
        return ranges;
    }

    private static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /** Fills the cells of this row that lie within a merged range. */
    void fill(int row, List<String> cells) {
        while (next < ranges.size() && ranges.get(next).top() <= row) {
            Range range = ranges.get(next++);
            if (range.left() < MOST_COLUMNS && range.top() == row) {
                String first = range.left() < cells.size() ? cells.get(range.left()) : "";
                for (int i = range.left(); i <= Math.min(range.right(), MOST_COLUMNS - 1); i++) {
                    open[i] = range;
                    text[i] = first;
                }
            }
        }
        for (int i = 0; i < MOST_COLUMNS; i++) {
            if (open[i] != null && open[i].bottom() < row) {
                open[i] = null;
            }
            if (open[i] != null && !text[i].isEmpty()) {
                while (cells.size() <= i) {
                    cells.add("");
                }
                cells.set(i, text[i]);
            }
        }
    }
}
