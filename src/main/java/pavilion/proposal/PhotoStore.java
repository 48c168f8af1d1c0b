package pavilion.proposal;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.matter.Matter;

/** Photos, stored with their matter, so that whoever may read the matter may see them. */
public final class PhotoStore {
    private PhotoStore() {}

    /** @param task the task it proves; null for the photos of the proposal */
    public record StoredPhoto(
            long id, String kind, @Nullable Long task) {}

    public record Shot(long matter, byte[] bytes) {}

    public static void add(
            Tx tx,
            Matter matter,
            @Nullable Long task,
            String kind,
            ProposalDraft.Picture picture,
            long person,
            Instant at) {
        tx.run(
                """
                insert into photo (community, matter, errand, kind, image, thumb, sha256, by_person, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                matter.community(),
                matter.id(),
                task,
                kind,
                Buffer.buffer(picture.image()),
                Buffer.buffer(picture.thumb()),
                picture.sha256(),
                person,
                Times.at(at));
    }

    public static List<StoredPhoto> of(Tx tx, Matter matter) {
        return tx.list(
                row -> new StoredPhoto(row.getLong("id"), row.getString("kind"), row.getLong("errand")),
                "select id, kind, errand from photo where community = $1 and matter = $2 order by id",
                matter.community(),
                matter.id());
    }

    static List<String> hashes(Tx tx, Matter matter) {
        return tx.list(
                row -> row.getString("sha256"),
                "select sha256 from photo where community = $1 and matter = $2 order by id",
                matter.community(),
                matter.id());
    }

    static Optional<Shot> find(Tx tx, int community, long id, boolean thumb) {
        return tx.first(
                row -> new Shot(row.getLong("matter"), row.getBuffer("bytes").getBytes()),
                "select matter, " + (thumb ? "thumb" : "image")
                        + " as bytes from photo where community = $1 and id = $2",
                community,
                id);
    }
}
