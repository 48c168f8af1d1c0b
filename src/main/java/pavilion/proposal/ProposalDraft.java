package pavilion.proposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.document.Photo;
import pavilion.document.Photos;
import pavilion.rules.Sha256;

/** A proposal as written down (D01), before it has a number. */
public record ProposalDraft(
        long place,
        String title,
        String problem,
        String idea,
        @Nullable Integer households,
        boolean willing,
        List<Picture> pictures,
        String requestKey) {

    /** A photo as it will be kept: checked by its content, turned upright, made small, without what the camera wrote in. */
    public record Picture(byte[] image, byte[] thumb, String sha256) {
        /** @throws pavilion.rules.Refused with a sentence for whoever uploaded it */
        public static Picture develop(byte[] upload) {
            Photo photo = Photos.accept(upload);
            return new Picture(photo.jpeg(), photo.thumbnail(), Sha256.of(photo.jpeg()));
        }

        /** The same from a file, such as an upload that lies on disk. */
        public static Picture develop(Path upload) {
            try {
                return develop(Files.readAllBytes(upload));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
