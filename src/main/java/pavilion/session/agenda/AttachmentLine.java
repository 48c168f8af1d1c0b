package pavilion.session.agenda;

import org.jspecify.annotations.Nullable;
import pavilion.document.Attachment;

/**
 * An attachment as a list shows it.
 *
 * @param item the agenda item that it belongs to; null: to the whole session
 * @param type media type
 */
public record AttachmentLine(long id, @Nullable Long item, String title, String type, int bytes, String sha256) {
    private static final long HALF_MEGABYTE = 1 << 19;

    /** In megabytes with one decimal, at least 0.1. */
    String size() {
        long tenths = Math.max(1, (bytes * 10L + HALF_MEGABYTE) / (2 * HALF_MEGABYTE));
        return tenths / 10 + "." + tenths % 10;
    }

    boolean isPdf() {
        return type.equals(Attachment.PDF);
    }
}
