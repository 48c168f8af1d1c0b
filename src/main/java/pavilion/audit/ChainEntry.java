package pavilion.audit;

/**
 * One entry of a chain.
 *
 * @param seq from 1, without gaps
 * @param act what was done
 * @param by the post that did it, never a name
 * @param payload JSON text, exactly as it was hashed
 * @param previous hash of the entry before
 */
public record ChainEntry(long seq, long atMillis, String act, String by, String payload, String previous, String hash) {

    /** The entry that follows {@code previous} in its chain. */
    static ChainEntry after(long seq, String previous, long atMillis, String act, String by, String payload) {
        return new ChainEntry(
                seq, atMillis, act, by, payload, previous, Chain.hash(previous, seq, atMillis, act, by, payload));
    }
}
