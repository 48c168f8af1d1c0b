package pavilion.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pavilion.rulebook.RuleBook;
import pavilion.rules.AdoptedRule;
import pavilion.rules.Catalogue;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Outcome;
import pavilion.rules.Rule;
import pavilion.rules.Sha256;
import pavilion.rules.Tally;
import pavilion.rules.method.OptionSet;

/** Exported matters to be checked, and spoilt, made without a database. */
public final class SampleExports {
    static final Catalogue RULES = RuleBook.load().catalogue();
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final long OPENED = 1772332200000L;
    private static final long CLOSED = 1772332800000L;

    private SampleExports() {}

    /** The courtyard of the story: 13 of 18 households, 9 : 3 : 1. */
    public static Export yard() {
        return export(18, 9, 3, 1);
    }

    public static String yardHead() {
        return Chain.head(yard().acts());
    }

    /** The hash of the text that was posted. */
    public static String yardText() {
        return Sha256.of(yard().resolutions().getFirst().getString("content"));
    }

    static Export large() {
        return export(5188, 3000, 1000, 500);
    }

    static Export export(int entitled, int yes, int no, int abstain) {
        List<PublishedBallot> ballots = IntStream.rangeClosed(1, yes + no + abstain)
                .mapToObj(i -> PublishedBallot.of(
                        String.format("R%02d", i), i <= yes ? "yes" : i <= yes + no ? "no" : "abstain"))
                .toList();
        return export(opened("yard.consult", entitled, yes + no + abstain), ballots, json(Tally.of(yes, no, abstain)));
    }

    /** By a rule of the community's own: as the chain has it, and as the file says. */
    static Export adopted(String chained, String said) {
        Export yard = yard();
        JsonObject opened = opened("own.1", 18, 13).put("adopted", own(chained));
        Export made = export(opened, yard.polls().getFirst().ballots(), json(Tally.of(9, 3, 1)));
        ExportedPoll poll = made.polls().getFirst();
        JsonObject facts = poll.facts().copy().put("adopted", own(said));
        return new Export(
                made.matter(), made.resolutions(), List.of(new ExportedPoll(facts, poll.ballots())), made.acts());
    }

    private static JsonObject own(String pass) {
        return new JsonObject()
                .put("id", "own.1")
                .put("name", "第五条")
                .put("text", "三分之二")
                .put("base", "yard.consult")
                .put("from", "2026-03-01")
                .put("pass", new JsonArray().add(pass));
    }

    static JsonObject json(Tally tally) {
        return new JsonObject()
                .put("yes", tally.yes())
                .put("no", tally.no())
                .put("abstain", tally.abstain())
                .put("yesArea", tally.yesArea())
                .put("noArea", tally.noArea())
                .put("abstainArea", tally.abstainArea());
    }

    /** What the act says that opens poll 7. */
    static JsonObject opened(String rule, int entitled, @Nullable Integer present) {
        return new JsonObject()
                .put("question", "同意吗？")
                .put("purpose", "decides")
                .put("rule", rule)
                .put("secrecy", "named")
                .put(
                        "electorate",
                        new JsonObject()
                                .put("kind", "HOUSEHOLD_REPS")
                                .put("voters", entitled)
                                .put("heads", entitled)
                                .put("areaC", 0)
                                .put("sha256", "seed"))
                .put("present", present)
                .put("poll", 7);
    }

    /** One poll of a courtyard, from the proposal to the resolution. */
    static Export export(JsonObject act, List<PublishedBallot> ballots, JsonObject tally) {
        Receipts receipts =
                Receipts.of(ballots.stream().map(PublishedBallot::receipt).toList());
        return export(act, ballots, tally, receipts);
    }

    /** @param receipts what the record of the poll says, whatever is in the box */
    static Export export(JsonObject act, List<PublishedBallot> ballots, JsonObject tally, Receipts receipts) {
        // Parsed, as whoever reads the chain has it.
        JsonObject opened = new JsonObject(act.encode());
        JsonObject matter = new JsonObject()
                .put("number", "HP-017-2026-001")
                .put("title", "017 院消防车通道")
                .put("place", "017 院")
                .put("template", "T1")
                .put("rule", opened.getString("rule"));
        JsonObject slate = opened.getJsonObject("slate");
        Outcome outcome = ExportedPoll.decide(
                rule(opened),
                slate == null ? null : OptionSet.fromMap(slate.getMap()),
                tally,
                new Electorate.Totals(
                        ElectorateKind.HOUSEHOLD_REPS,
                        opened.getJsonObject("electorate").getLong("heads"),
                        0),
                opened.getInteger("present"));
        JsonObject closed = new JsonObject()
                .put("poll", 7)
                .put("tally", tally)
                .put("passed", outcome.passed())
                .put("quorate", outcome.quorate())
                .put("receipts", receipts.toJson())
                .put("box_sha256", PublishedBallot.seal(ballots))
                .put("poll_chain", "0".repeat(64));
        String content = new JsonObject()
                .put("number", "R-2026-001")
                .put("matter", matter.getString("number"))
                .put("title", matter.getString("title"))
                .put("kind", outcome.passed() ? "agreed" : "no_agreement")
                .put("rule", matter.getString("rule"))
                .put("body", ExportedPoll.decided(opened.getString("question"), new JsonObject(outcome.toMap())))
                .put("outcome", new JsonObject(outcome.toMap()))
                .put("poll", 7)
                .put("posted", CLOSED)
                .put("until", "2026-03-16")
                .encode();
        JsonObject posted = new JsonObject()
                .put("number", "R-2026-001")
                .put("kind", outcome.passed() ? "agreed" : "no_agreement")
                .put("sha256", Sha256.of(content))
                .put("posted", CLOSED)
                .put("until", "2026-03-16")
                .put("poll", 7)
                .put("minority", "");
        var acts = new ArrayList<ChainEntry>();
        act(acts, OPENED - 1000, "open", "resident", matter.copy().put("problem", "堵"));
        act(acts, OPENED - 500, "endorse", "resident", new JsonObject().put("count", 1));
        act(acts, OPENED, "poll.opened", "moderator", opened);
        act(acts, CLOSED, "poll.closed", "moderator", closed);
        act(acts, CLOSED + 1, "resolution", "moderator", posted);
        JsonObject facts = RecordedPoll.opened(acts.get(2), opened)
                .closed(acts.get(3), closed)
                .facts()
                .put("receipts", receipts.count())
                .put("tally", tally)
                .put("outcome", new JsonObject(outcome.toMap()))
                .put("box_sha256", PublishedBallot.seal(ballots));
        JsonObject resolution =
                new JsonObject().put("content", content).put("minority", "").put("withdrawn", null);
        return new Export(matter, List.of(resolution), List.of(new ExportedPoll(facts, ballots)), acts);
    }

    private static Rule rule(JsonObject opened) {
        JsonObject own = opened.getJsonObject("adopted");
        return own == null
                ? RULES.rule(opened.getString("rule"), DAY)
                : AdoptedRule.of(own.getMap()).rule(RULES);
    }

    static void act(List<ChainEntry> acts, long at, String act, String by, JsonObject payload) {
        acts.add(ChainEntry.after(acts.size() + 1, Chain.head(acts), at, act, by, payload.encode()));
    }
}
