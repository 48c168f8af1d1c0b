package pavilion.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.Objects;

/**
 * Two open fonts, Song (serif) and Hei (sans), read only when a page uses them.
 *
 * <p>Both are subsets without the radical code points U+2E80-2FDF and the compatibility ideographs: those share
 * glyphs with ordinary characters, and a reader that copies the text would get the radical instead of the character.
 */
final class Fonts {
    private static final String SONG = "/fonts/NotoSerifSC-Regular.ttf";
    private static final String HEI = "/fonts/NotoSansSC-Regular.ttf";

    private Fonts() {}

    /** Chinese print sets emphasis in Hei, so that is what bold means in either family. */
    static void addTo(PdfRendererBuilder builder) {
        builder.useFont(() -> open(SONG), "Song", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> open(HEI), "Song", 700, FontStyle.NORMAL, true);
        builder.useFont(() -> open(HEI), "Hei", 400, FontStyle.NORMAL, true);
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name);
    }
}
