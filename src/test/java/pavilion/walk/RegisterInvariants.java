package pavilion.walk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import pavilion.audit.VerificationReport;
import pavilion.audit.Verify;
import pavilion.rulebook.RuleBook;
import pavilion.text.Messages;

/** What the register says in public, on its pages, in its tables and on its papers, is what the polls say. */
final class RegisterInvariants {
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final WalkedServer server;
    private final Faults faults;
    private final Messages messages = new Messages();
    private final Verify verify = new Verify(RuleBook.load().catalogue());

    RegisterInvariants(WalkedServer server, Faults faults) {
        this.server = server;
        this.faults = faults;
    }

    private record Posted(
            String code,
            String number,
            String sha256,
            @Nullable String takenBackFor,
            long upheld,
            @Nullable String pollState,
            @Nullable JsonObject tally,
            List<JsonObject> plans) {

        static Posted of(Row row) {
            return new Posted(
                    row.getString("code"),
                    row.getString("number"),
                    row.getString("sha256"),
                    row.getString("withdrawn_for"),
                    row.getLong("upheld"),
                    row.getString("state"),
                    (JsonObject) row.getValue("tally"),
                    row.getValue("plans") instanceof JsonArray plans
                            ? plans.stream().map(JsonObject.class::cast).toList()
                            : List.of());
        }

        String page() {
            return "/c/" + code + "/register/" + number;
        }

        boolean stands() {
            return "closed".equals(pollState) && tally != null;
        }
    }

    /** @return how many resolutions were looked at */
    int check() {
        List<Posted> all = server.database().plain().list(Posted::of, """
                select c.code, r.number, r.sha256, r.withdrawn_for, p.state, p.tally, p.outcome -> 'plans' as plans,
                    (select count(*) from objection o where o.community = r.community and o.resolution = r.id
                        and o.decision = 'upheld') as upheld
                from resolution r join community c on c.id = r.community
                    left join poll p on p.community = r.community and p.id = r.poll
                where r.number is not null and r.public order by r.number
                """);
        LANGUAGES.forEach(lang -> check(all, lang));
        return all.size();
    }

    private void check(List<Posted> all, String lang) {
        WalkBrowser browser = new WalkBrowser(server, lang);
        Map<String, Map<String, List<String>>> tables = new HashMap<>();
        for (Posted each : all) {
            page(browser, lang, each);
            paper(browser, lang, each);
            export(browser, each);
            List<String> row = tables.computeIfAbsent(each.code, code -> table(browser, code))
                    .get(each.number);
            if (row == null) {
                faults.add("a resolution is not in register.csv", each.page());
            } else {
                says("register.csv", lang, each, String.join(" ", row), each.sha256);
            }
        }
        for (String code : tables.keySet()) {
            PageAnswer sheet = browser.get("/c/" + code + "/register.xlsx");
            if (sheet.status() != 200) {
                faults.add("register.xlsx answers " + sheet.status(), code);
            }
        }
    }

    private void page(WalkBrowser browser, String lang, Posted it) {
        PageAnswer answer = browser.get(it.page());
        says(
                "the register's page",
                lang,
                it,
                answer.html() ? Jsoup.parse(answer.text()).text() : "",
                it.sha256);
    }

    private void paper(WalkBrowser browser, String lang, Posted it) {
        PageAnswer answer = browser.get(it.page() + "/resolution.pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            says("the paper", lang, it, new PDFTextStripper().getText(document), "");
        } catch (IOException e) {
            faults.add("a paper is no PDF", it.page() + ": " + answer.status() + " " + e);
        }
    }

    private void export(WalkBrowser browser, Posted it) {
        VerificationReport report =
                verify.check(browser.get(it.page() + "/matter.json").body(), it.sha256);
        if (!report.ok()) {
            faults.add("an export does not verify", it.page() + ": " + PageVisits.bad(report));
        }
    }

    private Map<String, List<String>> table(WalkBrowser browser, String code) {
        String text = browser.get("/c/" + code + "/register.csv").text().replace("\uFEFF", "");
        Map<String, List<String>> rows = new HashMap<>();
        try (var csv = CSVFormat.RFC4180.parse(new StringReader(text))) {
            csv.forEach(row -> rows.put(row.get(0), row.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private void says(String where, String lang, Posted it, String said, String sha256) {
        // A printed line breaks where it is full, in Chinese between any two signs.
        String text = plain(said);
        if (!text.contains(it.number) || !text.contains(sha256)) {
            faults.add(where + " does not name the resolution with its checksum", it.page() + ": " + text);
        }
        if (it.stands()) {
            for (String counts : figures(lang, it)) {
                if (!text.contains(plain(counts))) {
                    faults.add(
                            where + " does not have the figures of the poll", it.page() + ": " + counts + ": " + text);
                }
            }
        }
        boolean annulled = text.contains(plain(messages.say(lang, "resolution.void")));
        if (annulled != "void".equals(it.pollState)) {
            faults.add(where + " is wrong about a void vote", it.page() + ": " + it.pollState + ": " + text);
        }
        String[] objection =
                plain(messages.say(lang, "resolution.withdrawn.objection", "#")).split("#");
        boolean upheld = Stream.of(objection).allMatch(text::contains);
        if (upheld != ("objection".equals(it.takenBackFor)) || upheld && it.upheld == 0) {
            faults.add(where + " is wrong about an objection", it.page() + ": " + it.takenBackFor + ": " + text);
        }
    }

    /** Of each plan what was said to it; otherwise the beginning of the sentence, whose last figure does not stand in the tally. */
    private List<String> figures(String lang, Posted it) {
        if (!it.plans.isEmpty()) {
            return it.plans.stream()
                    .map(plan -> messages.say(
                            lang,
                            "poll.plan.support",
                            plan.getLong("yes"),
                            plan.getLong("no"),
                            plan.getLong("none"),
                            plan.getLong("abstain")))
                    .toList();
        }
        JsonObject tally = Objects.requireNonNull(it.tally);
        String all = messages.say(
                lang,
                "resolution.vote.counts",
                tally.getLong("yes"),
                tally.getLong("no"),
                tally.getLong("abstain"),
                "#");
        return List.of(all.substring(0, all.indexOf('#')));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
