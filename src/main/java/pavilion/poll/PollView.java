package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Basis;
import pavilion.rules.Outcome;
import pavilion.web.ProgressBar;
import pavilion.web.ReasoningLine;

/** A poll as everybody may see it: while it is open the turnout, after the close what was stored. */
public record PollView(Poll poll, @Nullable Outcome outcome) {
    // Ends with a question mark, of half or full width.
    private static final Pattern QUESTION = Pattern.compile("[?\\uFF1F]\\s*$");

    public static PollView of(Poll poll) {
        return new PollView(
                poll,
                poll.outcome() == null ? null : Outcome.fromMap(poll.outcome().getMap()));
    }

    public boolean isOpen() {
        return poll.open();
    }

    public boolean isClosed() {
        return poll.closed();
    }

    /** That it is void; null where it is not. */
    public @Nullable Annulment annulment() {
        return poll.annulment();
    }

    public String question() {
        return poll.question().text();
    }

    /** Whether it is put as a statement, to which the answer is yes or no: a page asks whether the household agrees. */
    public boolean isStatement() {
        return poll.optionSet() == null && !QUESTION.matcher(question()).find();
    }

    /** Competing plans, null where the answer is yes or no. */
    public @Nullable OptionSetView optionSet() {
        return OptionSetView.of(poll);
    }

    public boolean byHands() {
        return poll.question().byHands();
    }

    /** The posts of the two who counted the hands; empty before the count. */
    public List<String> counters() {
        return counters(poll.tally());
    }

    /** @param tally as it is stored, null before the count */
    public static List<String> counters(@Nullable JsonObject tally) {
        return ManualCount.counters(tally);
    }

    /** Given out, returned, spoiled; null where no paper ballots were given out. */
    public @Nullable Map<String, Object> onPaper() {
        return poll.tally() == null || !poll.tally().containsKey("papers")
                ? null
                : poll.tally().getJsonObject("papers").getMap();
    }

    /** How many ballots came which way; null before the count, and where hands were counted. */
    public @Nullable BallotWays ways() {
        return BallotWays.of(poll.tally());
    }

    /** Key of the sentence for whoever has no ballot: an owner's is not cast by a household's representative. */
    public String unlisted() {
        return poll.basis() == Basis.OWNER ? "poll.why.not-owner" : "poll.why.not-entitled";
    }

    /** Whether the projector may show what came out. */
    public boolean shown() {
        return poll.shown();
    }

    public String purpose() {
        return poll.question().purpose().name().toLowerCase(Locale.ROOT);
    }

    public String secrecy() {
        return poll.secrecy().name().toLowerCase(Locale.ROOT);
    }

    public String basis() {
        return poll.basis().name().toLowerCase(Locale.ROOT);
    }

    public int cast() {
        return poll.castCount();
    }

    public int mayCast() {
        return poll.turnout().mayCast();
    }

    /** How many of the present had left before the close. */
    public int gone() {
        return poll.turnout().gone();
    }

    public int waiting() {
        return poll.turnout().waiting();
    }

    public ProgressBar turnout() {
        return ProgressBar.of(poll.castCount(), poll.turnout().mayCast(), 0, false);
    }

    public boolean passed() {
        return outcome != null && outcome.passed();
    }

    public boolean quorate() {
        return outcome != null && outcome.quorate();
    }

    public String verdict() {
        return outcome == null ? "" : outcome.verdict();
    }

    public long yes() {
        return poll.tally() == null ? 0 : poll.tally().getLong("yes");
    }

    public long no() {
        return poll.tally() == null ? 0 : poll.tally().getLong("no");
    }

    public long abstain() {
        return poll.tally() == null ? 0 : poll.tally().getLong("abstain");
    }

    public List<ReasoningLine> lines() {
        if (outcome == null) {
            return List.of();
        }
        return (poll.session() == null ? outcome.withoutMeeting() : outcome)
                .steps().stream().map(ReasoningLine::of).toList();
    }
}
