package pavilion.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pavilion.audit.Chain;
import pavilion.audit.Export;
import pavilion.audit.Tampering;
import pavilion.audit.Tampering.Change;
import pavilion.audit.VerificationReport;
import pavilion.audit.Verify;
import pavilion.matter.SmallCommunity;

/** An export of every kind is whole, and whatever is changed in it is found. */
final class TamperedExportTest extends HouseCase {
    /** Acts that change nothing of what the rest of the file says. */
    private static final String BESIDE =
            "(?!open[/ +]|correct[/ +]|stage\\.reroute[/ +]|poll\\.|resolution[/ +.]|objection\\.answer)[a-z.]+";

    /**
     * What only a published code finds, because nothing in the file says it twice, with the reason. Each needs the hashes of the
     * acts made anew from there on, but for the first.
     */
    private static final Map<String, String> ONLY_BY_THE_CODE = Map.ofEntries(
            Map.entry("FILE acts/" + BESIDE + " left out", "the newest act cut off: nothing after it is linked to it"),
            Map.entry("ACTS acts/[^/ ]+/by changed", "the post that acted stands in its act alone"),
            Map.entry(
                    "ACTS acts/(?!poll\\.(opened|closed))[^/ ]+/at changed",
                    "so does the moment, but for those of a poll"),
            Map.entry(
                    "ACTS acts/" + BESIDE + "( left out| doubled|/act changed|/payload.*)",
                    "what was done beside the decision stands in its act alone"),
            Map.entry(
                    "ACTS acts/(" + BESIDE + "\\+[^ ]+|[^ ]+\\+" + BESIDE + ") swapped", "and nothing tells its place"),
            Map.entry("ACTS acts/[^/ ]+/payload/.* with a field more", "a field that no rule reads says nothing"),
            Map.entry(
                    "ACTS acts/(open|correct)/payload//(problem|idea|assisted|photos) .*",
                    "the proposal's words and pictures are not exported otherwise"),
            Map.entry(
                    "ACTS acts/open/payload//(title|template|rule) changed",
                    "replaced by a later act, which is checked"),
            Map.entry("ACTS acts/stage.reroute/payload//(to|reason) .*", "where a matter was sent, and why"),
            Map.entry(
                    "ACTS acts/stage.reroute\\+poll.opened swapped",
                    "the rule of a poll stands in its own act, whatever its matter was sent to before or after"),
            Map.entry("ACTS acts/(correct|stage.reroute|resolution.minority) doubled", "said twice it is the same"),
            Map.entry(
                    "ACTS acts/poll.opened/payload//(subject|electorate/voters|electorate/sha256) .*",
                    "the roll is not exported, for it names people; nor is the amendment that was voted on"),
            Map.entry(
                    "ACTS acts/poll.closed/payload//poll_chain .*",
                    "the poll's own acts are not exported: see Receipts"),
            Map.entry(
                    "ACTS acts/poll.closed/payload//receipts/sha256 changed",
                    "of a secret or void poll: its receipts are not exported"),
            Map.entry("ACTS acts/resolution/payload//minority changed", "replaced by a later act, which is checked"),
            Map.entry(
                    "ACTS acts/objection.answer=rejected( left out| doubled|/act changed|/payload//(answer|decision) .*)",
                    "an objection that was rejected leaves everything as it was"),
            Map.entry("ACTS acts/objection.answer=upheld doubled", "said twice it is the same"),
            Map.entry(
                    "ACTS acts/objection.answer=rejected\\+objection.answer=upheld swapped",
                    "their order leaves everything as it is"),
            Map.entry(
                    "ACTS resolutions/\\*/content//body (changed|emptied)", "the words of a resolution without a poll"),
            Map.entry(
                    "BOX polls/\\*/ballots/\\*/receipt changed",
                    "a receipt: whoever holds it looks it up, nobody else can"));

    private Map<String, Export> kinds() {
        Map<String, Export> all = new LinkedHashMap<>();
        all.put("not passed", export(lost()));
        all.put("corrected before", export(corrected()));
        all.put("secret, with papers", export(papers()));
        all.put("several plans", export(plans()));
        all.put("plans one by one", export(plansOneByOne()));
        all.put("hands", export(hands()));
        all.put("own rule, after an amendment", export(adopted()));
        all.put("owners", export(owners()));
        all.put("owners, several plans", export(ownersAmongPlans()));
        all.put("owners, plans one by one", export(ownersOneByOne()));
        all.put("owners, money shared out", export(ownersSharingMoney(300)));
        all.put("owners, too little money", export(ownersSharingMoney(90)));
        all.put("void, then withdrawn", export(withdrawn()));
        long open = matter("yard.consult");
        annulled(open);
        all.put("open", export(open));
        all.put("without a poll", export(elsewhere()));
        return all;
    }

    @Test
    void whateverIsChangedIsFoundOrElseByThePublishedCode() {
        Verify verify = new Verify(SmallCommunity.RULES.catalogue());
        var unused = new TreeSet<>(ONLY_BY_THE_CODE.keySet());
        var missed = new TreeSet<String>();
        var told = new LinkedHashMap<String, Integer>();
        kinds().forEach((kind, export) -> {
            assertTrue(check(export).ok(), () -> kind + ": " + check(export));
            List<Change> changes = Tampering.of(export.write());
            assertTrue(changes.size() > 400, kind);
            String code = Chain.head(export.acts());
            told.put(kind, changes.size());
            for (Change change : changes) {
                String what = change.redone() + " " + change.what();
                if (verify.check(change.file()).ok()) {
                    List<String> reasons = ONLY_BY_THE_CODE.keySet().stream()
                            .filter(pattern -> Pattern.matches(pattern, what))
                            .toList();
                    unused.removeAll(reasons);
                    if (reasons.isEmpty()) {
                        missed.add(kind + ": " + what);
                    }
                    assertTrue(unmasked(verify.check(change.file(), code)), kind + ": " + what);
                }
            }
        });
        int all = told.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(all + " changed exports: " + told);
        assertTrue(all > 20_000, all + " changes");
        assertEquals(List.of(), new ArrayList<>(missed), "changed and not found");
        assertEquals(List.of(), new ArrayList<>(unused), "found, so they need no exception");
    }

    /** The code is nowhere, or it is told that an act came after the one that was published as the newest. */
    private static boolean unmasked(VerificationReport report) {
        return !report.ok()
                || report.findings().stream().anyMatch(each -> each.key().equals("audit.verify.head.earlier"));
    }

    @Test
    void aResolutionOnPlansOneByOneNamesThoseThatPassed() {
        Export export = export(plansOneByOne());
        JsonObject content = new JsonObject(export.resolutions().getFirst().getString("content"));
        assertEquals("雨棚", content.getString("body"));
        assertEquals("agreed", content.getString("kind"));
        List<String> plans = content.getJsonObject("outcome").getJsonArray("plans").stream()
                .map(JsonObject.class::cast)
                .map(plan -> plan.getString("name") + " " + plan.getValue("yes") + " " + plan.getValue("no") + " "
                        + plan.getValue("none") + " " + plan.getValue("picked") + " " + plan.getValue("passed"))
                .toList();
        assertEquals(List.of("雨棚 4 2 1 true true", "充电桩 3 3 1 true false", "维持现状 1 5 1 false false"), plans);
    }

    @Test
    void ballotsOfAPollThatIsOpenOrVoidAreNotExported() {
        long id = matter("yard.consult");
        annulled(id);
        Export export = export(id);
        assertEquals(3, export.polls().size());
        export.polls().forEach(poll -> assertEquals(List.of(), poll.ballots()));
        assertEquals("有一户没有到会", export.polls().getFirst().facts().getString("void"));
        assertEquals(6, export.polls().getFirst().facts().getInteger("receipts"));
        assertEquals("有一户没有到会", export.resolutions().getFirst().getString("withdrawn"));
    }
}
