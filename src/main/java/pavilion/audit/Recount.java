package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import pavilion.rules.AdoptedRule;
import pavilion.rules.Catalogue;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Rule;
import pavilion.rules.Step;
import pavilion.rules.Tally;

/** The ballots of an exported matter counted again, and decided again by the rule. */
final class Recount {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Catalogue law;

    Recount(Catalogue law) {
        this.law = law;
    }

    /** The parts may be of any shape: what cannot be read is a finding, and the checks after it are left out. */
    void check(Export export, List<Finding> found) {
        JsonObject poll = export.poll();
        if (poll == null) {
            found.add(
                    export.ballots().isEmpty()
                            ? Finding.good("audit.verify.poll.none")
                            : Finding.bad(
                                    "audit.verify.poll.lost", export.ballots().size()));
            return;
        }
        try {
            ExportedQuestion question = ExportedQuestion.of(poll, named(export.acts(), "poll.opened", poll));
            if (ballots(export, question, found)) {
                JsonObject closed = named(export.acts(), "poll.closed", poll);
                sealed(export, closed, found);
                Tally tally = question.count(export.ballots(), poll.getJsonObject("tally"));
                tally(poll, closed, tally, found);
                outcome(export, poll, tally, found);
            }
        } catch (RuntimeException e) {
            found.add(Finding.bad("audit.verify.poll.bad"));
        }
    }

    private static boolean ballots(Export export, ExportedQuestion question, List<Finding> found) {
        var receipts = new HashSet<String>();
        for (PublishedBallot ballot : export.ballots()) {
            if (!question.answers(ballot.choice())) {
                found.add(Finding.bad("audit.verify.ballot.choice", ballot.receipt()));
                return false;
            }
            if (ballot.heads() < 0 || ballot.areaC() < 0 || !receipts.add(ballot.receipt())) {
                found.add(Finding.bad("audit.verify.ballot.twice", ballot.receipt()));
                return false;
            }
        }
        found.add(Finding.good("audit.verify.ballots", export.ballots().size()));
        return true;
    }

    /** What the chain recorded when this poll was opened or closed; empty if it has no such act. */
    private static JsonObject named(List<ChainEntry> acts, String name, JsonObject poll) {
        JsonObject last = new JsonObject();
        for (ChainEntry act : acts) {
            if (act.act().equals(name)) {
                var payload = new JsonObject(act.payload());
                boolean named = poll.containsKey("id") && payload.containsKey("poll");
                if (!named || same(poll.getValue("id"), payload.getValue("poll"))) {
                    last = payload;
                }
            }
        }
        return last;
    }

    private static boolean same(Object a, Object b) {
        return Objects.equals(String.valueOf(a), String.valueOf(b));
    }

    private static void sealed(Export export, JsonObject closed, List<Finding> found) {
        String box = PublishedBallot.seal(export.ballots());
        found.add(
                box.equals(closed.getString("box_sha256"))
                        ? Finding.good("audit.verify.box", box.substring(0, 8))
                        : Finding.bad("audit.verify.box.bad", box, String.valueOf(closed.getString("box_sha256"))));
    }

    /** The tally stands in the poll and, if the closing act has one, in the chain: both must be what the ballots say. */
    private static void tally(JsonObject poll, JsonObject closed, Tally counted, List<Finding> found) {
        boolean same = counted.equals(tally(poll.getJsonObject("tally")))
                && (!closed.containsKey("tally") || poll.getJsonObject("tally").equals(closed.getJsonObject("tally")));
        String key = same ? "audit.verify.tally" : "audit.verify.tally.bad";
        found.add(new Finding(same, key, List.of(counted.yes(), counted.no(), counted.abstain())));
    }

    private static Tally tally(JsonObject json) {
        return new Tally(
                json.getLong("yes"),
                json.getLong("no"),
                json.getLong("abstain"),
                json.getLong("yesArea", 0L),
                json.getLong("noArea", 0L),
                json.getLong("abstainArea", 0L));
    }

    private void outcome(Export export, JsonObject poll, Tally counted, List<Finding> found) {
        Outcome stored = Outcome.fromMap(poll.getJsonObject("outcome").getMap());
        Figures figures = stored.figures();
        boolean same = agree(figures, Measure.YES, counted.yes())
                && agree(figures, Measure.NO, counted.no())
                && agree(figures, Measure.ABSTAIN, counted.abstain())
                && agree(figures, Measure.VOTED, counted.voted())
                && agree(figures, Measure.YES_HEADS, counted.yes())
                && agree(figures, Measure.NO_HEADS, counted.no())
                && agree(figures, Measure.ABSTAIN_HEADS, counted.abstain())
                && agree(figures, Measure.PART_HEADS, counted.voted())
                && agree(figures, Measure.YES_AREA, counted.yesArea())
                && agree(figures, Measure.NO_AREA, counted.noArea())
                && agree(figures, Measure.ABSTAIN_AREA, counted.abstainArea())
                && agree(figures, Measure.PART_AREA, counted.votedArea())
                && agree(figures, Measure.MEMBERS, heads(export))
                && agree(figures, Measure.TOTAL_HEADS, heads(export))
                && agree(figures, Measure.TOTAL_AREA, export.electorate().getLong("areaC", 0L))
                && (figures.has(Measure.YES) || figures.has(Measure.YES_HEADS));
        found.add(same ? Finding.good("audit.verify.figures", heads(export)) : Finding.bad("audit.verify.figures.bad"));
        var decided = rule(export.acts(), poll).decide(figures);
        boolean again = stored.rule().equals(poll.getString("rule"))
                && decided.quorate() == stored.quorate()
                && decided.passed() == stored.passed()
                && met(decided).equals(met(stored));
        String result = decided.passed()
                ? "audit.verify.rule.passed"
                : decided.quorate() ? "audit.verify.rule.failed" : "audit.verify.rule.short";
        found.add(again ? Finding.good(result, stored.rule()) : Finding.bad("audit.verify.rule.bad", stored.rule()));
    }

    /** A rule the community adopted itself stands in the file, and as it was when the poll was opened in the chain. */
    private Rule rule(List<ChainEntry> acts, JsonObject poll) {
        String id = poll.getString("rule");
        JsonObject adopted = poll.getJsonObject("adopted");
        if (adopted == null) {
            return law.rule(id, day(poll));
        }
        AdoptedRule own = AdoptedRule.of(adopted.getMap());
        boolean opened = acts.stream()
                .filter(act -> act.act().equals("poll.opened"))
                .map(act -> new JsonObject(act.payload()))
                .anyMatch(payload -> same(poll.getValue("id"), payload.getValue("poll"))
                        && adopted.equals(payload.getJsonObject("adopted")));
        if (!opened || !own.id().equals(id)) {
            throw new IllegalStateException(id);
        }
        return own.rule(law);
    }

    private static List<Boolean> met(Outcome outcome) {
        return outcome.steps().stream().map(Step::met).toList();
    }

    private static long heads(Export export) {
        return export.electorate().getLong("heads");
    }

    private static boolean agree(Figures figures, Measure measure, long counted) {
        return !figures.has(measure) || figures.get(measure) == counted;
    }

    private static LocalDate day(JsonObject poll) {
        String day = poll.getString("rule_day");
        return day != null
                ? LocalDate.parse(day)
                : Instant.parse(poll.getString("opened")).atZone(ZONE).toLocalDate();
    }
}
