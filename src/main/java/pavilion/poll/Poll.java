package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Basis;
import pavilion.rules.Secrecy;

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
 */
public record Poll(
        int community,
        long id,
        long matter,
        @Nullable Long session,
        String question,
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
        @Nullable String boxSha) {

    /** From the draft to the count; void is a poll that was stopped with a reason. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED,
        VOID
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
