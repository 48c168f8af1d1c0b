package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pavilion.audit.ExportedPoll;
import pavilion.rules.Basis;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.rules.method.OptionSet;

/**
 * A question put to the vote.
 *
 * @param session the session it is put in, or null where it runs over days
 * @param version grows with every batch of ballots and every change of state
 * @param result null before the close
 * @param annulment that it is void, null where it is not
 */
public record Poll(
        int community,
        long id,
        long matter,
        @Nullable Long session,
        Question question,
        PollRule heldUnder,
        State state,
        long version,
        PollSchedule schedule,
        PollTurnout turnout,
        @Nullable PollResult result,
        @Nullable Annulment annulment) {

    /** From the draft to the count; void is a poll that was stopped with a reason. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED,
        VOID
    }

    /** A question not put yet. */
    public static Poll draft(
            int community,
            long matter,
            @Nullable Long session,
            Question question,
            Rule rule,
            @Nullable Instant closesAt) {
        return draft(community, matter, session, question, PollRule.of(rule), closesAt);
    }

    public static Poll draft(
            int community,
            long matter,
            @Nullable Long session,
            Question question,
            PollRule rule,
            @Nullable Instant closesAt) {
        return new Poll(
                community,
                0,
                matter,
                session,
                question,
                rule,
                State.DRAFT,
                0,
                PollSchedule.until(closesAt),
                PollTurnout.NONE,
                null,
                null);
    }

    public @Nullable OptionSet optionSet() {
        return question.optionSet();
    }

    /** The text that was voted on: of several plans those that were adopted, or else picked, a line each. */
    public String decided() {
        return ExportedPoll.decided(question.text(), outcome());
    }

    /** Whether its outcome is the matter's. */
    public boolean decides() {
        return question.purpose() == Question.Purpose.DECIDES;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether its last moment has passed, though it may still wait for papers to be counted. */
    public boolean over(Instant now) {
        Instant closes = closesAt();
        return closes != null && !now.isBefore(closes);
    }

    public boolean closed() {
        return state == State.CLOSED;
    }

    public boolean isVoid() {
        return state == State.VOID;
    }

    public String rule() {
        return heldUnder.id();
    }

    public Basis basis() {
        return heldUnder.basis();
    }

    public Secrecy secrecy() {
        return heldUnder.secrecy();
    }

    public int undoMinutes() {
        return heldUnder.undoMinutes();
    }

    public @Nullable Instant openedAt() {
        return schedule.openedAt();
    }

    public @Nullable Instant closesAt() {
        return schedule.closesAt();
    }

    public @Nullable Instant closedAt() {
        return schedule.closedAt();
    }

    public int castCount() {
        return turnout.castCount();
    }

    public int electorate() {
        return turnout.electorate();
    }

    public @Nullable String electorateSha() {
        return turnout.electorateSha();
    }

    public @Nullable Integer present() {
        return turnout.present();
    }

    public @Nullable JsonObject tally() {
        return result == null ? null : result.tally();
    }

    public @Nullable JsonObject outcome() {
        return result == null ? null : result.outcome();
    }

    public @Nullable String boxSha() {
        return result == null ? null : result.boxSha();
    }

    /** Whether the projector shows the result. */
    public boolean shown() {
        return result != null && result.shown();
    }

    /** The poll's own chain of acts. */
    public String chain() {
        return chain(id);
    }

    String matterChain() {
        return "matter/" + matter;
    }

    static String chain(long id) {
        return "poll/" + id;
    }
}
