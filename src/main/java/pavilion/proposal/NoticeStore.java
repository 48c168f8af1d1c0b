package pavilion.proposal;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.matter.Matter;

/** Announcements, every version kept. */
public final class NoticeStore {
    private NoticeStore() {}

    public record Notice(
            int version,
            String body,
            String content,
            String sha256,
            String rollHash,
            String postedBy,
            Instant postedAt,
            LocalDate until,
            @Nullable Instant replacedAt) {}

    static Optional<Notice> current(Tx tx, Matter matter) {
        return tx.first(NoticeStore::notice, """
                select version, body, content, sha256, roll_hash, posted_by, posted_at, until, replaced_at from notice
                where community = $1 and matter = $2 and replaced_at is null order by version desc limit 1
                """, matter.community(), matter.id());
    }

    static List<Notice> all(Tx tx, Matter matter) {
        return tx.list(NoticeStore::notice, """
                select version, body, content, sha256, roll_hash, posted_by, posted_at, until, replaced_at from notice
                where community = $1 and matter = $2 order by version
                """, matter.community(), matter.id());
    }

    private static Notice notice(Row row) {
        return new Notice(
                row.getInteger("version"),
                row.getString("body"),
                row.getString("content"),
                row.getString("sha256"),
                row.getString("roll_hash"),
                row.getString("posted_by"),
                Times.of(row, "posted_at"),
                row.getLocalDate("until"),
                Times.of(row, "replaced_at"));
    }

    public static void replace(Tx tx, Matter matter, Instant at) {
        tx.run(
                "update notice set replaced_at = $3 where community = $1 and matter = $2 and replaced_at is null",
                matter.community(),
                matter.id(),
                Times.at(at));
    }

    static int nextVersion(Tx tx, Matter matter) {
        return tx.first(row -> row.getInteger("n"), """
                        select coalesce(max(version), 0) + 1 as n from notice where community = $1 and matter = $2
                        """, matter.community(), matter.id())
                .orElse(1);
    }

    static void insert(Tx tx, Matter matter, Notice notice) {
        tx.run(
                """
                insert into notice (community, matter, version, body, content, sha256, roll_hash, posted_by, posted_at, until)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                matter.community(),
                matter.id(),
                notice.version(),
                notice.body(),
                notice.content(),
                notice.sha256(),
                notice.rollHash(),
                notice.postedBy(),
                Times.at(notice.postedAt()),
                notice.until());
    }
}
