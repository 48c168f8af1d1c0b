package pavilion.audit;

import java.util.List;
import java.util.Optional;
import pavilion.rules.Sha256;

/**
 * A chain of acts: each hash covers the act and the hash before it. The formula is open, so that anyone can recompute
 * it: SHA-256 of {@code previous \n seq \n atMillis \n act \n by \n payload} in UTF-8, in lowercase hex.
 */
public final class Chain {
    /** What the first act is linked to. */
    public static final String START = "0".repeat(64);

    /** What is wrong with the first link that is wrong. */
    public enum Fault {
        /** The act was changed after it was written. */
        HASH,
        /** An act is missing, doubled or moved. */
        ORDER,
        /** It is not linked to the act before it. */
        LINK
    }

    public record Break(long seq, Fault fault) {}

    private Chain() {}

    public static String hash(String previous, long seq, long atMillis, String act, String by, String payload) {
        return Sha256.of(previous + "\n" + seq + "\n" + atMillis + "\n" + act + "\n" + by + "\n" + payload);
    }

    public static Optional<Break> verify(List<ChainEntry> acts) {
        String previous = START;
        long seq = 0;
        for (ChainEntry act : acts) {
            seq++;
            if (act.seq() != seq) {
                return Optional.of(new Break(seq, Fault.ORDER));
            }
            if (!act.previous().equals(previous)) {
                return Optional.of(new Break(seq, Fault.LINK));
            }
            if (!act.hash().equals(hash(previous, seq, act.atMillis(), act.act(), act.by(), act.payload()))) {
                return Optional.of(new Break(seq, Fault.HASH));
            }
            previous = act.hash();
        }
        return Optional.empty();
    }

    public static String head(List<ChainEntry> acts) {
        return acts.isEmpty() ? START : acts.getLast().hash();
    }
}
