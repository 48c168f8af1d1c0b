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
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/**
 * HTML to PDF. Title, author, description and language are those of the HTML itself.
 *
 * <p>The HTML may hold words of residents, so nothing in it is ever fetched: a picture is a PNG written into the page
 * ({@code data:}), every other address is passed over. The same HTML and moment give the same bytes.
 */
public final class Pdf {
    private static final String PICTURE = "data:image/png;base64,";
    private static final String CSS = read("/templates/document/document.css");

    static {
        XRLog.setLoggingEnabled(false);
    }

    public byte[] print(String html, Instant made) {
        Document page = Jsoup.parse(html);
        page.select("script, link, style, iframe, object, embed, base").remove();
        page.head().appendElement("style").appendChild(new DataNode(CSS));
        var out = new ByteArrayOutputStream(1 << 16);
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
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
