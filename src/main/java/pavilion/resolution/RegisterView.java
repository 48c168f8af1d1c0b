package pavilion.resolution;

import java.util.List;

/**
 * A page of the register.
 *
 * @param q the words that were searched for
 * @param before address of the page before, empty on the first; {@code after} likewise
 * @param pages which page this is, in words; empty if there is only one
 */
record RegisterView(
        String q, List<KindOption> kinds, List<RegisterLine> found, String before, String after, String pages) {

    record KindOption(String value, String label, boolean selected) {}

    /**
     * @param agreed whether it was agreed and is in force
     * @param note how it stands, in words
     */
    record RegisterLine(
            String href, String heading, String number, String where, String outcome, boolean agreed, String note) {}
}
