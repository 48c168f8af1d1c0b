package pavilion.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Two open fonts, Song (serif) and Hei (sans), read only when a page uses them.
 *
 * <p>Both are subsets without the radical code points U+2E80-2FDF and the compatibility ideographs: those share
 * glyphs with ordinary characters, and a reader that copies the text would get the radical instead of the character.
 */
final class Fonts {
    private static final String SONG = "/fonts/NotoSerifSC-Regular.ttf";
    private static final String HEI = "/fonts/NotoSansSC-Regular.ttf";

    /** Unicode has no ideographs in or above its fifth plane. */
    private static final int BEYOND = 0x40000;

    private Fonts() {}

    /**
     * Chinese print sets emphasis in Hei, so that is what bold means in either family. "Rest" is Song in every weight, for the few
     * signs that Hei lacks.
     */
    static void addTo(PdfRendererBuilder builder) {
        builder.useFont(() -> open(SONG), "Song", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> open(HEI), "Song", 700, FontStyle.NORMAL, true);
        builder.useFont(() -> open(HEI), "Hei", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> open(SONG), "Rest", 400, FontStyle.NORMAL, true);
    }

    /** For each of the two fonts every code point that it has a glyph for. */
    static List<BitSet> codePoints() {
        return List.of(codePoints(SONG), codePoints(HEI));
    }

    private static BitSet codePoints(String name) {
        try (InputStream in = open(name);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            BitSet points = new BitSet();
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int point = 0; point < BEYOND; point++) {
                points.set(point, glyphs.getGlyphId(point) > 0);
            }
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name);
    }
}
