package pavilion.session.agenda;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.document.Attachment;
import pavilion.session.Session;

/** The table {@code attachment}. */
public final class AttachmentStore {
    private AttachmentStore() {}

    public static List<AttachmentLine> of(Tx tx, int community, long session) {
        return tx.list(
                row -> new AttachmentLine(
                        row.getLong("id"),
                        row.getLong("item"),
                        row.getString("title"),
                        row.getString("type"),
                        row.getInteger("bytes"),
                        row.getString("sha256")),
                """
                select id, item, title, type, bytes, sha256 from attachment
                where community = $1 and session = $2 order by id
                """,
                community,
                session);
    }

    /** @return whether it is new: the same file on the same item is kept once */
    static boolean add(
            Tx tx,
            Session session,
            @Nullable Long item,
            String title,
            Attachment file,
            String sha,
            String post,
            Instant now) {
        return tx.run(
                        """
                        insert into attachment (community, session, item, title, type, content, bytes, sha256, post, at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing
                        """,
                        session.community(),
                        session.id(),
                        item,
                        title,
                        file.type(),
                        Buffer.buffer(file.content()),
                        file.content().length,
                        sha,
                        post,
                        Times.at(now))
                > 0;
    }

    static Optional<String> remove(Tx tx, Session session, long id) {
        return tx.first(
                row -> row.getString(0),
                "delete from attachment where community = $1 and session = $2 and id = $3 returning sha256",
                session.community(),
                session.id(),
                id);
    }

    static boolean attached(Tx tx, Session session, long item) {
        return tx.first(
                        row -> true,
                        "select 1 from attachment where community = $1 and session = $2 and item = $3 limit 1",
                        session.community(),
                        session.id(),
                        item)
                .isPresent();
    }

    static Optional<Attachment> content(Tx tx, Session session, long id) {
        return tx.first(
                row -> new Attachment(
                        row.getString("type"), row.getBuffer("content").getBytes()),
                "select type, content from attachment where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                id);
    }
}
