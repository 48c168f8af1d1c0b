package pavilion.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {
    private static final Instant NOON = Instant.parse("2026-04-02T04:00:00Z");
    private final Pdf pdf = new Pdf();

    @Test
    void textCopiesAsItReads() throws IOException {
        String words = "居民文件：方案一用面石金马车，龑先生、䶮女士、㛃同志、𬱖〔2026〕3号①⑳□✓—“同意”——9户～10户／Yes, 3–4.";
        byte[] bytes = pdf.print(page("<p>" + words + "</p><p><b>" + words + "</b></p>"), NOON);
        String text = textOf(bytes).replaceAll("\\s", "");
        String wanted = words.replaceAll("\\s", "");
        assertEquals("—1—" + wanted + wanted, text);
        assertTrue(text.codePoints().noneMatch(c -> c >= 0x2E80 && c <= 0x2FDF), "no radicals");
    }

    @Test
    void fontsAreEmbeddedAndOnlyInPart() throws IOException {
        byte[] bytes = pdf.print(page("<p>居民<b>会议</b></p>"), NOON);
        assertTrue(bytes.length < 60_000, "small: " + bytes.length);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var resources = document.getPage(0).getResources();
            int fonts = 0;
            for (COSName name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
                assertTrue(font.getName().matches("[A-Z]{6}\\+Noto.*"), font.getName());
                fonts++;
            }
            assertEquals(2, fonts);
        }
    }

    @Test
    void titleAuthorAndLanguageAreThoseOfThePage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.print(page("<p>一</p>"), NOON))) {
            assertEquals("关于测试的公告", document.getDocumentInformation().getTitle());
            assertEquals("和平路社区", document.getDocumentInformation().getAuthor());
            assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
            assertEquals(
                    NOON, document.getDocumentInformation().getCreationDate().toInstant());
        }
    }

    @Test
    void theSamePageAndMomentGiveTheSameBytes() {
        assertArrayEquals(pdf.print(page("<p>一</p>"), NOON), pdf.print(page("<p>一</p>"), NOON));
    }

    @Test
    void nothingIsFetchedFromTheNetworkOrTheDisk(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "body::before{content:'LEAKED'}");
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            String hostile = "<img src='" + address + "/a.png'><link rel=stylesheet href='" + address + "/b.css'>"
                    + "<link rel=stylesheet href='" + secret.toUri() + "'><style>@import url(" + address
                    + "/c.css);</style>" + "<p style=\"background:url(" + address + "/d.png)\">一</p><img src='"
                    + secret.toUri() + "'>" + "<object data='" + address + "/e'></object><img src='data:image/svg+xml,"
                    + "<svg/>'><a href='" + address + "'>二</a><img src='jar:" + secret.toUri() + "!/x'>"
                    + "<ul style=\"list-style-image:url(" + address + "/f.png)\"><li>三</li></ul>";
            String text = textOf(pdf.print(page(hostile), NOON));
            assertEquals(0, asked.get());
            assertTrue(text.contains("一") && text.contains("三"));
            assertFalse(text.contains("LEAKED"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aSignNoFontHasIsPrintedAsTheMarkForIt() throws IOException {
        String words = "𠮷先生、𬖋女士👨\u200D👩\u200D👧去修🚲，1\uFE0F\u20E3好";
        String text = textOf(pdf.print(page("<p>" + words + "</p><h2>灯💡</h2><b>𠮷</b>"), NOON))
                .replaceAll("\\s", "");
        assertEquals("—1—〓先生、〓女士〓去修〓，〓好灯〓〓", text);
        assertFalse(text.contains("#"));
    }

    @Test
    void marksThatOnlySayHowASignIsDrawnAreNotPrinted() throws IOException {
        String words = "邊\uDB40\uDD00界\u200B好\u0007的\u2003e\u0301\uFEFF\uF900";
        String text = textOf(pdf.print(page("<p>" + words + "</p>"), NOON)).strip();
        assertTrue(text.endsWith("邊界好的 é豈"), text);
    }

    /** Each family has signs that the other one lacks: U+4DB6 is only in Song, U+25AD7 only in Hei. */
    @Test
    void aSignOfEitherFontIsPrintedInEveryStyle() throws IOException {
        String signs = "\u4DB6𥫗";
        String body = "<p>" + signs + "</p><p><b>" + signs + "</b></p><h1>" + signs + "</h1><h2>" + signs + "</h2>";
        String text = textOf(pdf.print(page(body), NOON)).replaceAll("\\s", "");
        assertEquals("—1—" + signs.repeat(4), text);
    }

    @Test
    void anEmptyPageIsAPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.print("", NOON))) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    static String page(String body) {
        return "<!doctype html><html lang='zh-CN'><head><title>关于测试的公告</title>"
                + "<meta name='author' content='和平路社区'><meta name='description' content='测试'></head><body>" + body
                + "</body></html>";
    }

    static String textOf(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
