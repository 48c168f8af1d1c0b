package pavilion.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import pavilion.rules.Refused;

/**
 * A file that goes with a paper: a PDF as it is, or a photograph drawn anew. Its kind is read from its bytes, never from
 * a name. A PDF is kept byte for byte, so it is only ever offered for download, never displayed by the server.
 */
public record Attachment(String type, byte[] content) {
    public static final int MAX_BYTES = 10 * 1024 * 1024;
    public static final String PDF = "application/pdf";
    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** @throws Refused with a sentence for whoever uploaded it */
    public static Attachment accept(byte[] upload) {
        if (upload.length == 0) {
            throw new Refused("document.enclosure.empty");
        }
        if (upload.length > MAX_BYTES) {
            throw new Refused("document.enclosure.too-big", MAX_BYTES / MEGABYTE);
        }
        if (Arrays.mismatch(upload, MARK) == MARK.length) {
            return new Attachment(PDF, upload);
        }
        try {
            return new Attachment("image/jpeg", Photos.accept(upload).jpeg());
        } catch (Refused refused) {
            throw refused.refusal().key().equals("document.photo.not-an-image")
                    ? new Refused("document.enclosure.kind")
                    : refused;
        }
    }
}
