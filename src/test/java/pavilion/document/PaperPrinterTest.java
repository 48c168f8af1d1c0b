package pavilion.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import pavilion.account.InvitationPaper;
import pavilion.account.InvitationPaper.Addressee;
import pavilion.matter.Conclusion;
import pavilion.resolution.ResolutionPaper;
import pavilion.rules.DecisionKind;
import pavilion.rules.procedure.Ending;
import pavilion.text.Messages;
import pavilion.web.Templates;

class PaperPrinterTest {
    private static final Instant NOON = Instant.parse("2026-03-17T04:00:00Z");
    private static final Templates TEMPLATES = new Templates(new Messages());
    private final PaperPrinter printer = new PaperPrinter(TEMPLATES::paper);

    @Test
    void aResolutionIsPrintedWholeInChinese() throws IOException {
        byte[] pdf = kept("resolution-zh.pdf", pdf(resolution("zh")));
        String text = PdfTest.textOf(pdf).replaceAll("\\s", "");
        for (String part : List.of(
                "关于消防车通道划线与错峰停车的居民会议决定公告",
                "和平路社区-2026-017",
                "和平路017院全体居民：",
                "应到18户，到会13户",
                "三、少数意见",
                "一直把三轮车停在那里",
                "2026年3月7日",
                "自2026年3月8日起，至2026年3月23日止",
                "校验码：5f2c9a01")) {
            assertTrue(text.contains(part), part + " not in " + text);
        }
        assertFalse(text.contains("#"), "every character has its glyph: " + text);
        assertFalse(text.contains("document."), "every sentence is there");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() <= 3);
            assertEquals(
                    "关于消防车通道划线与错峰停车的居民会议决定公告", document.getDocumentInformation().getTitle());
            assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void aResolutionIsPrintedInEnglish() throws IOException {
        byte[] pdf = kept("resolution-en.pdf", pdf(resolution("en")));
        String text = PdfTest.textOf(pdf);
        assertTrue(text.contains("How the vote went") && text.contains("Code of the record: 5f2c9a01"), text);
    }

    @Test
    void theSamePaperOfTheSameMomentIsTheSameFile() {
        assertArrayEquals(pdf(resolution("zh")), pdf(resolution("zh")));
    }

    @Test
    void aFileIsNamedAfterItsPaperAndItsFormat() {
        assertEquals("slips.pdf", PaperFormat.PDF.fileName(slips(1, "zh")));
        assertEquals("slips.html", PaperFormat.HTML.fileName(slips(1, "zh")));
        assertEquals("application/pdf", PaperFormat.PDF.type());
    }

    @Test
    void asHtmlItIsTheWholeDocumentWithItsTitle() {
        String html = new String(printer.print(resolution("en"), PaperFormat.HTML), StandardCharsets.UTF_8);
        assertTrue(html.startsWith("<!doctype html>"), html);
        assertTrue(html.contains("<title>Decision of the residents&#x27; meeting: 消防车通道划线与错峰停车</title>"), html);
    }

    @Test
    void whatResidentsWroteStaysText() throws IOException {
        var paper = resolution("zh", "<script>x</script><b>粗</b>&amp;");
        assertTrue(PdfTest.textOf(pdf(paper)).contains("<script>x</script><b>粗</b>&amp;"));
    }

    @Test
    void whatCannotBePrintedIsKnownBeforeAnythingIsPrinted() {
        assertEquals("𠮷 🚲", PaperPrinter.unprintable("𠮷家认为🚲要有地方停", "𠮷家"));
        assertEquals("", PaperPrinter.unprintable("换成感应灯？", "", "Ada Miller"));
        String page = TEMPLATES.paper("document/unprintable", "zh", Map.of("unprintable", "𠮷"));
        assertTrue(page.contains("这些字印不出来：𠮷。"), page);
        assertEquals(
                "",
                TEMPLATES
                        .paper("document/unprintable", "en", Map.of("unprintable", ""))
                        .strip());
    }

    @Test
    void whatHasToBeWrittenInByHandStandsAtTheEnd() throws IOException {
        String text = PdfTest.textOf(pdf(resolution("zh", "𠮷家认为🚲要有地方停，𠮷家也愿意出钱。")));
        assertTrue(text.contains("〓家认为〓要有地方停，〓家"), text);
        String plain = text.replaceAll("\\s", "");
        assertTrue(plain.contains("“〓”表示印刷字库里没有的字：U+20BB7,U+1F6B2。请手写补上。"), plain);
        assertFalse(PdfTest.textOf(pdf(resolution("zh"))).contains("〓"));
        String english = PdfTest.textOf(pdf(resolution("en", "𠮷"))).replaceAll("\\s+", " ");
        assertTrue(english.contains("lacks: U+20BB7. Please write them in by hand."), english);
    }

    @Test
    void eightSlipsStandOnAPageEachWithItsCode() throws IOException {
        var slips = slips(17, "zh");
        byte[] pdf = kept("slips.pdf", pdf(slips));
        String text = PdfTest.textOf(pdf).replaceAll("\\s", "");
        slips.addressees().forEach(slip -> assertTrue(text.contains(slip.code()), slip.code()));
        assertFalse(text.contains("—1—"), "no page number to cut through");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(3, document.getNumberOfPages());
        }
        kept("slips-en.pdf", pdf(slips(3, "en")));
    }

    @Test
    void aCourtyardOf106HouseholdsIsPrintedInThreeSeconds() throws IOException {
        pdf(slips(8, "zh"));
        long start = System.nanoTime();
        byte[] pdf = pdf(slips(106, "zh"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("106 slips: " + took.toMillis() + " ms, " + pdf.length / 1024 + " KB");
        assertTrue(took.toMillis() <= 3_000, "took " + took);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(14, document.getNumberOfPages());
        }
    }

    private byte[] pdf(Paper paper) {
        return printer.print(paper, PaperFormat.PDF);
    }

    private static InvitationPaper slips(int count, String lang) {
        return new InvitationPaper(
                lang,
                NOON,
                "slips",
                "和平路社区",
                "073 院",
                "https://yishiting.example/join",
                LocalDate.of(2026, 4, 1),
                IntStream.rangeClosed(1, count)
                        .mapToObj(i ->
                                new Addressee((i / 40 + 1) + " 栋 " + (i % 3 + 1) + " 单元 " + (100 + i) + " 室", code(i)))
                        .toList());
    }

    private static String code(int i) {
        String letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
        var code = new StringBuilder();
        for (int k = 0; k < 10; k++) {
            code.append(letters.charAt((i * 37 + k * k * 11 + i * k) % letters.length()));
        }
        return code.toString();
    }

    private static ResolutionPaper resolution(String lang) {
        return resolution(lang, "孟家和另外两户认为：一直把三轮车停在那里的几户老人没有别的地方可停，划线之前应当先给三轮车找好位置。这个意见记录在案，办理时请一并考虑。");
    }

    private static ResolutionPaper resolution(String lang, String minority) {
        return new ResolutionPaper(
                lang,
                NOON,
                "和平路社区-2026-017",
                "消防车通道划线与错峰停车",
                new Conclusion(DecisionKind.MEETING, Ending.AGREED),
                new ResolutionPaper.Issuer("和平路社区", "和平路 017 院", "和平路社区居民委员会", LocalDate.of(2026, 3, 7)),
                new ResolutionPaper.Statement(
                        "居民会议决定，已通过",
                        "《中华人民共和国城市居民委员会组织法》第三十二条、第三十四条；《院落议事规则》第六条",
                        List.of(
                                "1. 大门到 3 栋之间的消防车通道全程划黄线，任何车辆不得停放。通道必须畅通是法定要求，不在表决之列。",
                                "2. 院内 14 个车位改为错峰使用：工作日 8:00～18:00 供老人接送和访客临时停放，其余时间按抽签结果停放。",
                                "3. 划线费用 3600 元由社区办理经费列支，不向居民收取。"),
                        List.of(
                                "应到 18 户，到会 13 户，超过半数（至少 10 户），达到议事人数。",
                                "同意 9 户，反对 3 户，弃权 1 户；同意的超过到会户数的一半（至少 7 户），决议通过。"),
                        minority,
                        ""),
                new ResolutionPaper.Effect(LocalDate.of(2026, 4, 2), "社区网格服务岗"),
                new ResolutionPaper.NoticePeriod(
                        LocalDate.of(2026, 3, 8),
                        LocalDate.of(2026, 3, 23),
                        "和平路社区居委会一楼窗口，电话 0871-0000 0000，工作日 9:00～17:00"),
                new ResolutionPaper.Check("https://yishiting.example/register/2026-017", "5f2c9a01" + "0".repeat(56)),
                null);
    }

    /** The papers are kept to be looked at. */
    private static byte[] kept(String name, byte[] pdf) throws IOException {
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name), pdf);
        return pdf;
    }
}
