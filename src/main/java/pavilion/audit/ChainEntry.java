package pavilion.audit;

/** One link of a chain: what was done, by which post (never a name), and the hash of the act before. */
public record ChainEntry(long seq, long atMillis, String act, String by, String payload, String previous, String hash) {

    /** The link that follows {@code previous} in its chain. */
    static ChainEntry after(long seq, String previous, long atMillis, String act, String by, String payload) {
        return new ChainEntry(
                seq, atMillis, act, by, payload, previous, Chain.hash(previous, seq, atMillis, act, by, payload));
    }
}
