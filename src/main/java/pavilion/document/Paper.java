package pavilion.document;

import java.time.Instant;
import pavilion.rules.Refusal;

/**
 * A document as data, complete and in one language. Each kind of paper is a record in the package whose subject it is;
 * its template reads the components and the methods of that record.
 */
public interface Paper {
    /** Path of the template below {@code templates}, without its ending. */
    String template();

    /** Language of every sentence on it: {@code zh} or {@code en}. */
    String lang();

    /** The moment it speaks of. The same paper of the same moment gives the same bytes. */
    Instant made();

    /** ASCII, without an ending. */
    String fileName();

    /** The sentence that names it in a reader's window and in a list of files. */
    Refusal title();
}
