package pavilion.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/**
 * HTML to PDF. Title, author, description and language are those of the HTML itself.
 *
 * <p>The HTML may hold words of residents, so nothing in it is ever fetched: a picture is a PNG written into the page
 * ({@code data:}), every other address is passed over. The same HTML and moment give the same bytes. Signs that the fonts lack
 * are printed as 〓.
 */
public final class Pdf {
    private static final String PICTURE = "data:image/png;base64,";
    private static final String CSS = read("/templates/document/document.css");

    static {
        XRLog.setLoggingEnabled(false);
    }

    public byte[] print(String html, Instant made) {
        return print(html, made, signs -> "");
    }

    /** @param note the HTML that is put at the end of a page with signs that had to be replaced */
    byte[] print(String html, Instant made, Function<Set<String>, String> note) {
        Document page = Jsoup.parse(html);
        page.select("script, link, style, iframe, object, embed, base").remove();
        Set<String> missing = new LinkedHashSet<>();
        page.body().traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                text.text(Glyphs.printable(text.getWholeText(), missing));
            }
        });
        if (!missing.isEmpty()) {
            page.body().append(note.apply(missing));
        }
        // To open one more font takes longer than to print a page: only for signs that are not in all of them.
        String css = Glyphs.rare(page.body().text()) ? CSS.replaceAll("(font-family: [^;]+);", "$1, Hei, Rest;") : CSS;
        page.head().appendElement("style").appendChild(new DataNode(css));
        var out = new ByteArrayOutputStream(1 << 16);
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .useUnicodeLineBreaker(new LineBreaks())
                .withProducer("Pavilion")
                .useUriResolver((base, uri) -> allowed(uri) ? uri : null)
                .useExternalResourceAccessControl(
                        (uri, kind) -> allowed(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, kind) -> allowed(uri), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(page), null)
                .toStream(out);
        Fonts.addTo(builder);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument pdf = renderer.getPdfDocument()) {
                date(pdf, made);
                pdf.save(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static boolean allowed(String uri) {
        return uri != null && uri.startsWith(PICTURE);
    }

    private static void date(PDDocument pdf, Instant made) {
        var day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        day.setTimeInMillis(made.toEpochMilli());
        pdf.getDocumentInformation().setCreationDate(day);
        pdf.getDocumentInformation().setModificationDate(day);
        pdf.setDocumentId(made.toEpochMilli());
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Pdf.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
