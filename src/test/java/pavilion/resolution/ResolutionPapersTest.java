package pavilion.resolution;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pavilion.matter.BrowserlessClient;
import pavilion.poll.PhoneBallots;
import pavilion.poll.Poll;
import pavilion.poll.Question;
import pavilion.session.SessionKind;

/** Title, addressees, text and clauses of a resolution follow from its kind and its outcome; page, paper and table agree. */
final class ResolutionPapersTest extends HouseCase {
    private static final String ACTING = "负责落实";

    private long overDays(String rule, String... choices) {
        long id = matter(rule);
        later();
        Poll poll = polls.find(
                        db.plain(),
                        1,
                        questions.openLong(
                                1, id, "换成感应灯？", village.clock.instant().plus(Duration.ofDays(3)), MODERATOR))
                .orElseThrow();
        for (int i = 1; i <= choices.length; i++) {
            PhoneBallots.cast(polls, poll, 100 + i, 200 + i, choices[i - 1]);
        }
        close(poll, "");
        return id;
    }

    private long inMeeting(String... choices) {
        long id = matter("rc26.meeting");
        meeting(id, SessionKind.RESIDENTS, 6);
        Poll poll = put(Question.motion(null, "换成感应灯？"));
        cast(poll, choices);
        close(poll, "");
        return id;
    }

    /** The paper's text without blanks; the page and the table have to say the same outcome and the same figures. */
    private String paper(String name, String number, String outcome, String counts) throws IOException {
        try (BrowserlessClient walk = new BrowserlessClient(village.routes())) {
            String at = "/c/heping/register/" + number;
            byte[] pdf = walk.bytes("nobody", at + "/resolution.pdf");
            String page = walk.get("nobody", at).body();
            String csv = new String(walk.bytes("nobody", "/c/heping/register.csv"), StandardCharsets.UTF_8);
            String line = csv.lines()
                    .filter(each -> each.startsWith(number))
                    .findFirst()
                    .orElseThrow();
            for (String said : List.of(outcome, counts)) {
                assertTrue(page.contains(said), said + " not on the page: " + page);
                assertTrue(line.contains(said), said + " not in the table: " + line);
            }
            assertTrue(walk.get("nobody", "/c/heping/register").body().contains(outcome), outcome);
            String english = seen(name + "-en", walk.bytes("nobody", at + "/resolution.pdf", "en"));
            has(english, number, "Itrestson:", "1.", "5.Effect");
            hasNot(english, "null", "依据", "。。", "..", "{");
            String text = seen(name + "-zh", pdf);
            has(text, outcome, counts);
            assertTrue(text.matches(".*依据：[^。]+。一、.*"), text);
            hasNot(text, "null", "。。", "{");
            return text;
        }
    }

    /** Its text without blanks; its pages are kept as pictures to look at. */
    private static String seen(String name, byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Files.createDirectories(Path.of("target/papers"));
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(i, 60),
                        "png",
                        Path.of("target/papers", name + "-" + (i + 1) + ".png").toFile());
            }
            String text = new PDFTextStripper().getText(document);
            assertFalse(text.matches("(?s).*[0-9]:\\s*\\n[0-9].*"), "a time is broken: " + text);
            framed(name, document);
            return text.replaceAll("\\s", "");
        }
    }

    /** The box beside the code has a border on all sides, and the page with the signature has a section of the text as well. */
    private static void framed(String name, PDDocument document) throws IOException {
        int last = document.getNumberOfPages() - 1;
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(last, 72);
        int right = page.getWidth() - Math.round(26 * 72 / 25.4f);
        int dark = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = right - 2; x <= right + 1; x++) {
                if ((page.getRGB(x, y) & 0xff) < 0xd0) {
                    dark++;
                    break;
                }
            }
        }
        assertTrue(dark > 40, name + ": the right border of the box has " + dark + " points");
        PDFTextStripper signed = new PDFTextStripper();
        signed.setStartPage(last + 1);
        String text = signed.getText(document);
        assertTrue(Stream.of("五、效力", "六、公示", "5. Effect", "6. Notice").anyMatch(text::contains), name + ": " + text);
    }

    private static void has(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part.replaceAll("\\s", "")), part + " not in " + text);
        }
    }

    private static void hasNot(String text, String... parts) {
        for (String part : parts) {
            assertFalse(text.contains(part), part + " in " + text);
        }
    }

    @Test
    void anOpinionOfTheCourtyard() throws IOException {
        hands();
        String passed = paper("opinion-passed", "R-2026-001", "已形成协商意见", "同意 4，反对 1，弃权 1，没有投出有效票 0");
        has(passed, "的协商意见公告", "全体居民：", "一、协商意见", "供有权机关办理时采纳", "举手表决，由两个人各自清点", "清点的人：主持人、记录员", "主持：主持人");
        hasNot(passed, "决议公告", "人民法院");
        lost();
        String failed = paper("opinion-failed", "R-2026-002", "未达成一致", "同意 2，反对 1，弃权 1，没有投出有效票 1");
        has(failed, "的表决结果公告", "付表决的内容（没有通过）", "现状不变", "应到6，到会5，其中投票4");
        hasNot(failed, ACTING, "协商意见", "决定内容");
        overDays("yard.consult", "no", "abstain");
        String few = paper("opinion-not-quorate", "R-2026-003", "人数不足，未形成协商意见", "同意 0，反对 1，弃权 1，没有投出有效票 4");
        has(few, "的表决结果公告", "付表决的方案（没有形成决议）", "有表决权的6，参加表决2", "还差", "不开会");
        hasNot(few, ACTING, "到会0", "到会2", "到会6", "采纳");
    }

    @Test
    void aDecisionOfTheResidentsMeeting() throws IOException {
        inMeeting("yes", "yes", "yes", "yes", "yes");
        String passed = paper("meeting-passed", "R-2026-001", "居民会议决定，已通过", "同意 5，反对 0，弃权 0，没有投出有效票 1");
        has(passed, "的居民会议决定公告", "一、决定内容", "本决定自2026年", ACTING, "人民法院", "居民委员会");
        hasNot(passed, "协商意见");
        inMeeting("no", "no", "no", "no", "yes");
        String failed = paper("meeting-failed", "R-2026-002", "居民会议表决未通过", "同意 1，反对 4，弃权 0，没有投出有效票 1");
        has(failed, "的表决结果公告", "付表决的内容（没有通过）", "现状不变");
        hasNot(failed, ACTING, "起执行", "人民法院", "未达成一致");
        overDays("rc26.meeting", "yes");
        String few = paper("meeting-not-quorate", "R-2026-003", "人数不足，未形成居民会议决定", "同意 1，反对 0，弃权 0，没有投出有效票 5");
        has(few, "的表决结果公告", "全体居民：", "付表决的方案（没有形成决议）", "没有形成决定，现状不变", "有表决权的6，参加表决1");
        hasNot(few, ACTING, "起执行", "人民法院", "采纳", "到会1", "居民会议决定公告");
    }

    @Test
    void aDecisionOfTheRepresentatives() throws IOException {
        for (long person = 201; person <= 204; person++) {
            db.plain()
                    .run(
                            "insert into role values (1, 1, $1, 'resident_rep', $2, '2026-01-01', null)",
                            person,
                            person - 100);
        }
        representatives("yes", "yes", "yes", "no");
        String passed = paper("representatives-passed", "R-2026-001", "居民代表会议决定，已通过", "同意 3，反对 1，弃权 0，没有投出有效票 0");
        has(passed, "的居民代表会议决定公告", "一、决定内容", "无记名投票", "本决定自2026年", ACTING, "第28、29条。");
        hasNot(passed, "居民会议决定", "协商意见");
        representatives("yes", "no", "no");
        String failed = paper("representatives-failed", "R-2026-002", "居民代表会议表决未通过", "同意 1，反对 2，弃权 0，没有投出有效票 1");
        has(failed, "的表决结果公告", "付表决的内容（没有通过）", "现状不变");
        hasNot(failed, ACTING, "起执行", "人民法院");
        representatives("yes", "yes");
        String few = paper("representatives-not-quorate", "R-2026-003", "人数不足，未形成居民代表会议决定", "同意 2，反对 0，弃权 0，没有投出有效票 2");
        has(few, "付表决的方案（没有形成决议）", "还差");
        hasNot(few, ACTING, "起执行", "决定公告");
    }

    private void representatives(String... choices) {
        long id = matter("rc28.reps");
        later();
        Poll poll = polls.find(
                        db.plain(),
                        1,
                        questions.openLong(
                                1, id, "换成感应灯？", village.clock.instant().plus(Duration.ofDays(3)), MODERATOR))
                .orElseThrow();
        for (int i = 1; i <= choices.length; i++) {
            PhoneBallots.cast(polls, poll, 200 + i, 200 + i, choices[i - 1]);
        }
        close(poll, "");
    }

    @Test
    void aDecisionOfTheOwners() throws IOException {
        house("yes", "yes", "yes", "yes", "yes", "yes", "no");
        String passed = paper("owners-passed", "R-2026-001", "业主共同决定，已通过", "同意 6，反对 1，弃权 0，没有投出有效票 1");
        has(passed, "的业主共同决定公告", "全体业主：", "业主大会", "由业主委员会" + ACTING, "第二百八十条");
        hasNot(passed, "全体居民", "居民委员会", "到会");
        house("no", "no", "no", "no", "no", "no", "yes");
        String failed = paper("owners-failed", "R-2026-002", "业主表决未通过", "同意 1，反对 6，弃权 0，没有投出有效票 1");
        has(failed, "的表决结果公告", "全体业主：", "业主大会", "现状不变");
        hasNot(failed, ACTING, "未达成一致", "全体居民");
        house("yes");
        String few = paper("owners-not-quorate", "R-2026-003", "参加表决的业主不足，未形成决定", "同意 1，反对 0，弃权 0，没有投出有效票 7");
        has(few, "付表决的方案（没有形成决议）", "参加表决1");
        upheld(house("yes", "yes", "yes", "yes", "yes", "yes", "no"), 201, "漏了一户");
        String back = paper("owners-withdrawn", "R-2026-004", "业主共同决定，已通过", "同意 6，反对 1，弃权 0，没有投出有效票 1");
        has(back, "已撤回", "不再有效", "理由：漏了一户", "全体业主：", "业主大会", "异议成立");
        hasNot(back, ACTING, "起执行", "公示期自", "居民委员会");
    }

    @Test
    void whatIsWithdrawnSaysSoAboveEverything() throws IOException {
        withdrawn();
        String objected = paper("withdrawn-objection", "R-2026-002", "未达成一致", "同意 3，反对 1，弃权 0，没有投出有效票 2");
        has(objected, "已撤回", "付表决的内容", "不再有效", "理由：确有一户重复", "异议成立");
        assertTrue(objected.indexOf("已撤回") < objected.indexOf("关于换灯"), objected);
        hasNot(objected, "公示期自", "采纳", ACTING);
        String annulled = paper("withdrawn-void", "R-2026-001", "表决作废，没有作出决定", "理由：有一户没有到会");
        has(annulled, "已撤回", "理由：有一户没有到会", "表决作废");
        has(annulled, "关于换灯的表决作废公告", "付表决的内容（表决作废，没有作出决定）", "作废以前的计票（不算数）", "现状不变");
        hasNot(annulled, "异议成立", "协商意见", "采纳", ACTING, "达到", "公示期自");
    }
}
