package pavilion.matter;

import org.jspecify.annotations.Nullable;
import pavilion.rules.procedure.Ending;

/**
 * The outcome of a session or a poll.
 *
 * @param ending AGREED, NO_AGREEMENT or NOT_QUORATE
 * @param poll the poll that decided, if one was held
 * @param outcome the poll's stored outcome as JSON, copied as it is
 * @param adopted what was put to the vote, word for word
 * @param minority what those who did not agree want to have printed beside it
 */
public record VoteResult(
        Ending ending, @Nullable Long poll, @Nullable String outcome, String adopted, String minority) {}
