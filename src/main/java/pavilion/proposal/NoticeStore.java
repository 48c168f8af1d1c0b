package pavilion.proposal;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.matter.Matter;

/** Announcements, every version kept. */
public final class NoticeStore {
    private NoticeStore() {}

    /**
     * @param days that it is to hang
     * @param until its last day, by which all that waits for it goes
     */
    public record Notice(
            int version,
            String body,
            String content,
            String sha256,
            String rollHash,
            String postedBy,
            Instant postedAt,
            int days,
            LocalDate until,
            @Nullable Instant replacedAt) {}

    static Optional<Notice> current(Tx tx, Matter matter) {
        return tx.first(NoticeStore::notice, """
                select version, body, content, sha256, roll_hash, posted_by, posted_at, days, until, replaced_at
                from notice
                where community = $1 and matter = $2 and replaced_at is null order by version desc limit 1
                """, matter.community(), matter.id());
    }

    static Set<Long> hanging(Tx tx, int community, Collection<Long> matters) {
        return new HashSet<>(tx.list(
                row -> row.getLong("matter"),
                "select matter from notice where community = $1 and matter = any($2) and replaced_at is null",
                community,
                matters.toArray(Long[]::new)));
    }

    static List<Notice> all(Tx tx, Matter matter) {
        return tx.list(NoticeStore::notice, """
                select version, body, content, sha256, roll_hash, posted_by, posted_at, days, until, replaced_at
                from notice
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
                row.getInteger("days"),
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
                insert into notice
                    (community, matter, version, body, content, sha256, roll_hash, posted_by, posted_at, days, until)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
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
                notice.days(),
                notice.until());
    }
}
