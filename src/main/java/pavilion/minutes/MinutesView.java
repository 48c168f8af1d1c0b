package pavilion.minutes;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pavilion.poll.Annulment;
import pavilion.poll.BallotWays;
import pavilion.poll.PlanLine;
import pavilion.poll.PollView;
import pavilion.rules.Outcome;
import pavilion.web.ReasoningLine;

/**
 * The text of the minutes as templates read it, on the page and on paper alike. What is null was not written down.
 *
 * @param chair key of the post that opened the session, empty if nobody did
 * @param quorum the reasoning of the quorum at the end, empty where no rule asks for one or votes were taken
 */
record MinutesView(
        String title,
        @Nullable String kind,
        String place,
        @Nullable String venue,
        String chair,
        @Nullable Instant opened,
        @Nullable Instant closed,
        List<SittingLine> sittings,
        List<ReasoningLine> quorum,
        List<ItemText> items,
        AttendanceList attendance,
        @Nullable String remark) {

    /** @param there how many at its end */
    record SittingLine(
            @Nullable Instant opened,
            @Nullable Instant ended,
            @Nullable Integer there,
            @Nullable String reason) {}

    /**
     * @param number of its matter, empty where it has none
     * @param motions each wording that was put forward
     * @param moved amendments and procedural motions
     * @param ended how it ended if it was not voted on
     * @param points what the recorder wrote
     */
    record ItemText(
            String title,
            String number,
            @Nullable String motion,
            List<MotionLine> motions,
            List<Speech> speeches,
            List<MovedLine> moved,
            @Nullable String ended,
            String points,
            List<VoteLine> polls) {}

    record MotionLine(@Nullable Instant at, String text) {}

    /** @param minutes how long, as minutes and seconds */
    record Speech(String name, String side, String minutes) {}

    /** @param before the text before an amendment, null for a procedural motion, as is {@code after}. @param annulled votes on it that were made void */
    record MovedLine(
            @Nullable Integer number,
            String kind,
            String name,
            @Nullable String detail,
            @Nullable String before,
            @Nullable String after,
            String state,
            @Nullable String how,
            List<VoteLine> annulled,
            @Nullable VoteLine poll) {
        boolean amends() {
            return after != null;
        }
    }

    /**
     * A vote and how it came out.
     *
     * @param counters the posts of the two who counted hands; empty where ballots were cast
     * @param plans what came of each option, empty where there were no options
     * @param picked the options that were picked, empty if none was
     * @param gone how many of the present had left before the close
     * @param present how many were there when it began; null where that does not count
     * @param figures null while nothing is counted
     */
    record VoteLine(
            String question,
            boolean byHands,
            List<String> counters,
            int gone,
            List<PlanLine> plans,
            String picked,
            @Nullable Annulment annulment,
            @Nullable Integer present,
            @Nullable Instant closed,
            @Nullable VoteFigures figures) {
        boolean counted() {
            return figures != null && annulment == null;
        }
    }

    /** @param verdict key of the sentence that says what was decided */
    record VoteFigures(
            long yes, long no, long abstain, @Nullable BallotWays ways, String verdict, List<ReasoningLine> lines) {}

    /**
     * @param members how many might have come
     * @param present how many were there at the end
     */
    record AttendanceList(long members, long present, List<Attendee> all) {}

    /**
     * @param holder of the proxy letter, empty where there is none
     * @param counted false for somebody who followed from afar where the rule does not count them
     */
    record Attendee(
            String label,
            String how,
            boolean counted,
            boolean proxy,
            String holder,
            @Nullable Instant came,
            @Nullable Instant left) {}

    /** @param text as {@link MinutesText} makes it */
    static MinutesView of(JsonObject text) {
        return new MinutesView(
                text.getString("title"),
                text.getString("kind"),
                text.getString("place"),
                text.getString("venue"),
                text.getString("chair"),
                instant(text, "opened"),
                instant(text, "closed"),
                all(text, "sittings", MinutesView::sitting),
                lines(text.getJsonObject("quorum")),
                all(text, "items", MinutesView::item),
                new AttendanceList(
                        text.getLong("members"), text.getLong("present"), all(text, "attended", MinutesView::attendee)),
                text.getString("remark"));
    }

    private static SittingLine sitting(JsonObject each) {
        return new SittingLine(
                instant(each, "opened"), instant(each, "ended"), each.getInteger("there"), each.getString("reason"));
    }

    private static ItemText item(JsonObject item) {
        return new ItemText(
                item.getString("title"),
                item.getString("number"),
                item.getString("motion"),
                all(item, "motions", each -> new MotionLine(instant(each, "at"), each.getString("text"))),
                all(item, "speeches", MinutesView::speech),
                all(item, "moved", MinutesView::moved),
                item.getString("ended"),
                item.getString("points"),
                all(item, "polls", MinutesView::vote));
    }

    private static Speech speech(JsonObject turn) {
        long seconds = turn.getLong("seconds");
        return new Speech(
                turn.getString("name"),
                turn.getString("side"),
                String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
    }

    private static MovedLine moved(JsonObject motion) {
        JsonObject poll = motion.getJsonObject("poll");
        return new MovedLine(
                motion.getInteger("number"),
                motion.getString("kind"),
                motion.getString("name"),
                motion.getString("detail"),
                motion.getString("before"),
                motion.getString("after"),
                motion.getString("state"),
                motion.getString("how"),
                all(motion, "annulled", MinutesView::vote),
                poll == null ? null : vote(poll));
    }

    private static VoteLine vote(JsonObject poll) {
        JsonObject tally = poll.getJsonObject("tally");
        JsonObject outcome = poll.getJsonObject("outcome");
        List<PlanLine> plans = outcome == null ? List.of() : PlanLine.of(Outcome.fromMap(outcome.getMap()));
        return new VoteLine(
                poll.getString("question"),
                poll.getBoolean("by_hands", false),
                PollView.counters(tally),
                poll.getInteger("gone", 0),
                plans,
                PlanLine.picked(plans),
                annulment(poll.getJsonObject("void")),
                poll.getInteger("present"),
                instant(poll, "closed"),
                figures(tally, outcome));
    }

    private static @Nullable Annulment annulment(@Nullable JsonObject made) {
        return made == null
                ? null
                : new Annulment(made.getString("reason"), made.getInstant("at"), made.getString("post"));
    }

    private static @Nullable VoteFigures figures(@Nullable JsonObject tally, @Nullable JsonObject outcome) {
        if (tally == null || outcome == null) {
            return null;
        }
        return new VoteFigures(
                tally.getLong("yes", 0L),
                tally.getLong("no", 0L),
                tally.getLong("abstain", 0L),
                BallotWays.of(tally),
                Outcome.fromMap(outcome.getMap()).verdict(),
                lines(outcome));
    }

    private static Attendee attendee(JsonObject each) {
        return new Attendee(
                each.getString("label"),
                each.getString("how"),
                each.getBoolean("counted", true),
                each.getBoolean("proxy", false),
                each.getString("holder", ""),
                instant(each, "came"),
                instant(each, "left"));
    }

    private static List<ReasoningLine> lines(@Nullable JsonObject outcome) {
        return outcome == null
                ? List.of()
                : Outcome.fromMap(outcome.getMap()).steps().stream()
                        .map(ReasoningLine::of)
                        .toList();
    }

    private static <T> List<T> all(JsonObject from, String name, Function<JsonObject, T> line) {
        JsonArray array = from.getJsonArray(name, new JsonArray());
        return IntStream.range(0, array.size())
                .mapToObj(i -> line.apply(array.getJsonObject(i)))
                .toList();
    }

    private static @Nullable Instant instant(JsonObject from, String name) {
        String text = from.getString(name);
        return text == null ? null : Instant.parse(text);
    }
}
