package pavilion.poll;

import java.time.Instant;
import java.util.List;

/**
 * Who signed a count and who objected, oldest first.
 *
 * @param waiting whether it still waits for signatures
 * @param objected whether somebody says that it is wrong, and has not signed since
 */
public record CountSignaturesView(List<Line> lines, boolean waiting, boolean objected) {

    /** @param reason what is wrong; empty where it was signed */
    public record Line(long person, String post, boolean agrees, String reason, Instant at) {}

    boolean signedBy(long person) {
        return lines.stream().anyMatch(line -> line.agrees() && line.person() == person);
    }
}
