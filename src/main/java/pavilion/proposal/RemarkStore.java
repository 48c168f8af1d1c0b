package pavilion.proposal;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.MatterPeopleStore;

/** What people say about a matter. A remark taken down keeps its place as a stub with the reason. */
public final class RemarkStore {
    private RemarkStore() {}

    record Remark(
            long id,
            @Nullable Long parent,
            String side,
            long person,
            String shown,
            String text,
            Instant at,
            @Nullable Instant hiddenAt,
            @Nullable String hiddenBy,
            @Nullable Long hiddenPerson,
            @Nullable String hiddenReason,
            @Nullable String appeal,
            @Nullable String appealAnswer,
            @Nullable String appealBy,
            @Nullable Instant restoredAt) {

        boolean stub() {
            return hiddenAt != null && restoredAt == null;
        }
    }

    private static final String SELECT = """
            select r.id, r.parent, r.side, r.person, r.text, r.at, r.hidden_at, r.hidden_by, r.hidden_person,
                r.hidden_reason, r.appeal, r.appeal_answer, r.appeal_by, r.restored_at,
            """ + MatterPeopleStore.SHOWN + """
             as shown from remark r
            join person n on n.community = r.community and n.id = r.person
            left join account a on a.community = n.community and a.person = n.id
            where r.community = $1 and r.matter = $2
            """;

    private static Remark remark(Row row) {
        return new Remark(
                row.getLong("id"),
                row.getLong("parent"),
                row.getString("side"),
                row.getLong("person"),
                row.getString("shown"),
                row.getString("text"),
                Times.of(row, "at"),
                Times.of(row, "hidden_at"),
                row.getString("hidden_by"),
                row.getLong("hidden_person"),
                row.getString("hidden_reason"),
                row.getString("appeal"),
                row.getString("appeal_answer"),
                row.getString("appeal_by"),
                Times.of(row, "restored_at"));
    }

    static List<Remark> of(Tx tx, Matter matter) {
        return tx.list(RemarkStore::remark, SELECT + " order by r.at, r.id limit 500", matter.community(), matter.id());
    }

    static Optional<Remark> find(Tx tx, Matter matter, long id) {
        return tx.first(RemarkStore::remark, SELECT + " and r.id = $3", matter.community(), matter.id(), id);
    }

    /** A remark taken down, as a line of the committee's list. */
    record Down(
            long matter,
            String number,
            String title,
            long remark,
            Instant at,
            String post,
            String reason,
            boolean appealed,
            boolean restored) {}

    /** In matters below these places: open appeals first, then the latest. */
    static List<Down> down(Tx tx, int community, String[] paths, int most) {
        return tx.list(
                row -> new Down(
                        row.getLong("matter"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getLong("id"),
                        Times.of(row, "hidden_at"),
                        row.getString("hidden_by"),
                        row.getString("hidden_reason"),
                        row.getBoolean("appealed"),
                        row.getBoolean("restored")),
                """
                select r.matter, m.number, m.title, r.id, r.hidden_at, r.hidden_by, r.hidden_reason,
                       r.appeal is not null and r.appeal_answer is null as appealed, r.restored_at is not null as restored
                from remark r
                join matter m on m.community = r.community and m.id = r.matter
                join place p on p.community = m.community and p.id = m.place
                where r.community = $1 and r.hidden_at is not null
                  and exists (select from unnest($2::text[]) as g(path) where starts_with(p.path, g.path))
                order by appealed desc, r.hidden_at desc, r.id desc limit $3
                """,
                community,
                paths,
                most);
    }

    /** @return false if this form was taken before */
    public static boolean add(
            Tx tx,
            Matter matter,
            @Nullable Long parent,
            String side,
            long person,
            String text,
            String key,
            Instant at) {
        return tx.run("""
                        insert into remark (community, matter, parent, side, person, text, at, request_key)
                        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (community, person, request_key) do nothing
                        """, matter.community(), matter.id(), parent, side, person, text, Times.at(at), key) == 1;
    }

    static boolean hide(Tx tx, Matter matter, long id, Actor by, String reason, Instant at) {
        return tx.run("""
                        update remark set hidden_at = $4, hidden_by = $5, hidden_person = $6, hidden_reason = $7
                        where community = $1 and matter = $2 and id = $3 and hidden_at is null
                        """, matter.community(), matter.id(), id, Times.at(at), by.post(), by.person(), reason) == 1;
    }

    static boolean appeal(Tx tx, Matter matter, long id, long person, String text, Instant at) {
        return tx.run("""
                        update remark set appeal = $5, appeal_at = $6
                        where community = $1 and matter = $2 and id = $3 and person = $4 and hidden_at is not null
                          and appeal is null
                        """, matter.community(), matter.id(), id, person, text, Times.at(at)) == 1;
    }

    /** The database itself sees to it that nobody answers the appeal against their own act. */
    static boolean answer(Tx tx, Matter matter, long id, Actor by, String text, boolean restore, Instant at) {
        return tx.run("""
                        update remark set appeal_answer = $4, appeal_by = $5, appeal_by_person = $6,
                            appeal_answered_at = $7::timestamptz, restored_at = case when $8::boolean then $7::timestamptz end
                        where community = $1 and matter = $2 and id = $3 and appeal is not null and appeal_answer is null
                          and hidden_by <> $5 and hidden_person <> $6
                        """, matter.community(), matter.id(), id, text, by.post(), by.person(), Times.at(at), restore)
                == 1;
    }
}
