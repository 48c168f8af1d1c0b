package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Basis;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.rules.method.OptionSet;

/**
 * The question put to the vote.
 *
 * @param session the meeting it is put in, or null where it runs over days
 * @param closesAt null where the moderator closes it
 * @param undoMinutes how long a named ballot can be changed after it was cast
 * @param version grows with every batch of ballots and every change of state
 * @param castCount how many took part so far
 * @param present voters present when it was opened, null where there is no meeting
 * @param tally what was counted, from the close on
 * @param outcome what it means under the rule, from the close on
 * @param shown whether the wall shows the result
 * @param voidReason why it is void
 */
public record Poll(
        int community,
        long id,
        long matter,
        @Nullable Long session,
        Question ask,
        String rule,
        Basis basis,
        Secrecy secrecy,
        State state,
        @Nullable Instant openedAt,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt,
        int undoMinutes,
        long version,
        int castCount,
        int electorate,
        @Nullable Integer present,
        @Nullable String electorateSha,
        @Nullable JsonObject tally,
        @Nullable JsonObject outcome,
        @Nullable String boxSha,
        boolean shown,
        @Nullable String voidReason) {

    /** A question not put yet. */
    public static Poll draft(
            int community, long matter, @Nullable Long session, Question ask, Rule rule, @Nullable Instant closesAt) {
        return draft(community, matter, session, ask, rule.id(), rule.basis(), rule.secrecy(), closesAt);
    }

    /** The same under the secrecy of another rule. */
    public static Poll draft(
            int community,
            long matter,
            @Nullable Long session,
            Question ask,
            String rule,
            Basis basis,
            Secrecy secrecy,
            @Nullable Instant closesAt) {
        return new Poll(
                community,
                0,
                matter,
                session,
                ask,
                rule,
                basis,
                secrecy,
                State.DRAFT,
                null,
                closesAt,
                null,
                UNDO_MINUTES,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                false,
                null);
    }

    private static final int UNDO_MINUTES = 10;

    /** From the draft to the count; void is a poll that was stopped with a reason. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED,
        VOID
    }

    public String question() {
        return ask.question();
    }

    /** The text that was voted on: of several plans those that were picked, a line each. */
    public String decided() {
        if (tally == null || !tally.containsKey("plans")) {
            return question();
        }
        String picked = tally.getJsonObject("plans").getJsonArray("support").stream()
                .map(JsonObject.class::cast)
                .filter(plan -> plan.getBoolean("picked"))
                .map(plan -> plan.getString("name"))
                .collect(Collectors.joining("\n"));
        return picked.isEmpty() ? question() : picked;
    }

    public @Nullable OptionSet slate() {
        return ask.slate();
    }

    /** Whether its outcome is the matter's. */
    public boolean decides() {
        return ask.purpose() == Question.Purpose.DECIDES;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    public boolean closed() {
        return state == State.CLOSED;
    }

    public boolean secret() {
        return secrecy == Secrecy.SECRET;
    }

    /** A secret yes or no can be given on paper too. */
    public boolean takesPapers() {
        return secret() && slate() == null && !ask.byHands();
    }

    public String chain() {
        return chain(id);
    }

    String matterChain() {
        return "matter/" + matter;
    }

    static String chain(long id) {
        return "poll/" + id;
    }

    /** Those who may cast a ballot now: in a meeting the present, otherwise the whole electorate. */
    public int mayCast() {
        return present != null ? present : electorate;
    }

    public int waiting() {
        return Math.max(0, mayCast() - castCount);
    }
}
