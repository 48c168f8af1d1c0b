package pavilion.session.agenda;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.session.AgendaItem;
import pavilion.session.ItemEnding;
import pavilion.session.Session;
import pavilion.session.SessionStore;

/** The table {@code agenda_item}, and which matters may still be put on an agenda. */
public final class AgendaStore {
    private AgendaStore() {}

    /** An item that is decided by a rule. */
    public record Ruled(int ordinal, String rule, String placePath) {}

    public static List<Ruled> ruled(Tx tx, Session session) {
        return tx.list(
                row -> new Ruled(row.getInteger("ordinal"), row.getString("rule"), row.getString("path")),
                """
                select a.ordinal, m.rule, p.path from agenda_item a
                join matter m on m.community = a.community and m.id = a.matter
                join place p on p.community = m.community and p.id = m.place
                where a.community = $1 and a.session = $2 order by a.ordinal
                """,
                session.community(),
                session.id());
    }

    /** A matter that could be put on an agenda. */
    public record Waiting(long id, String number, String title, String template, String stage) {}

    /** Open matters of a place or inside it that are on no agenda and were not voted on, oldest first. */
    static List<Waiting> waiting(Tx tx, Session session) {
        return tx.list(
                row -> new Waiting(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("template"),
                        row.getString("stage")),
                """
                select m.id, m.number, m.title, m.template, m.stage from matter m
                join place p on p.community = m.community and p.id = m.place
                where m.community = $1 and m.state = 'open' and starts_with(p.path, $2)
                    and not exists (select 1 from agenda_item a
                        join session s on s.community = a.community and s.id = a.session
                        where a.community = m.community and a.matter = m.id and s.state not in ('closed', 'off'))
                    and not exists (select 1 from poll q where q.community = m.community and q.matter = m.id
                        and q.purpose = 'decides' and q.state <> 'void')
                order by m.id
                """,
                session.community(),
                session.place().path());
    }

    /** Whether an item has been under consideration: somebody asked to speak, moved something, or it was voted on. */
    static boolean talkedOver(Tx tx, Session session, long item) {
        return tx.first(row -> row.getBoolean(0), """
                        select exists (select 1 from turn where community = $1 and session = $2 and item = $3)
                            or exists (select 1 from motion where community = $1 and session = $2 and item = $3)
                            or exists (select 1 from poll where community = $1 and session = $2 and item = $3)
                        """, session.community(), session.id(), item)
                .orElse(false);
    }

    static @Nullable Long byKey(Tx tx, Session session, String key) {
        return tx.first(
                        row -> row.getLong(0),
                        "select id from agenda_item where community = $1 and session = $2 and request_key = $3",
                        session.community(),
                        session.id(),
                        key)
                .orElse(null);
    }

    public static long add(Tx tx, Session session, AgendaItem item, @Nullable String key) {
        return tx.first(
                        row -> row.getLong(0),
                        """
                        insert into agenda_item (community, session, ordinal, matter, title, motion, minutes, request_key)
                        values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
                        """,
                        session.community(),
                        session.id(),
                        item.ordinal(),
                        item.matter(),
                        item.title(),
                        item.motion(),
                        item.minutes(),
                        key)
                .orElseThrow();
    }

    static void write(Tx tx, Session session, AgendaItem item) {
        tx.run("""
                update agenda_item set title = $4, motion = $5, minutes = $6
                where community = $1 and session = $2 and id = $3
                """, session.community(), session.id(), item.id(), item.title(), item.motion(), item.minutes());
    }

    static void swap(Tx tx, Session session, int first, int second) {
        tx.run("""
                update agenda_item set ordinal = $3::int + $4::int - ordinal
                where community = $1 and session = $2 and ordinal in ($3::int, $4::int)
                """, session.community(), session.id(), first, second);
    }

    static void remove(Tx tx, Session session, AgendaItem item) {
        tx.run(
                "delete from agenda_item where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                item.id());
        tx.run(
                "update agenda_item set ordinal = ordinal - 1 where community = $1 and session = $2 and ordinal > $3",
                session.community(),
                session.id(),
                item.ordinal());
    }

    /** Puts another motion on the item; its version grows, and the text before is kept. */
    public static void motion(Tx tx, Session session, int ordinal, String motion) {
        tx.run(
                "update agenda_item set motion = $4 where community = $1 and session = $2 and ordinal = $3",
                session.community(),
                session.id(),
                ordinal,
                motion);
    }

    /** Whether anybody moved an amendment to an item, whatever became of it. */
    public static boolean amended(Tx tx, Session session, long item) {
        return tx.first(
                        row -> true,
                        "select 1 from motion where community = $1 and session = $2 and item = $3 and kind = 'amend' limit 1",
                        session.community(),
                        session.id(),
                        item)
                .isPresent();
    }

    /** Every wording that the motion of an item has had, the first one first. */
    public static List<String> texts(Tx tx, Session session, long item) {
        return tx.list(row -> row.getString(0), """
                select text from motion_text where community = $1 and session = $2 and item = $3 order by version
                """, session.community(), session.id(), item);
    }

    /** Whether those present are being asked about a motion, on any item of the session. */
    public static boolean inHand(Tx tx, Session session) {
        return tx.first(row -> true, """
                        select 1 from motion where community = $1 and session = $2 and state in ('consent', 'voting') limit 1
                        """, session.community(), session.id()).isPresent();
    }

    public static void closeFloor(Tx tx, Session session, long item) {
        tx.run(
                "update agenda_item set floor_closed = true where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                item);
    }

    public static void end(Tx tx, Session session, long item, ItemEnding ending) {
        tx.run(
                "update agenda_item set ended = $4 where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                item,
                ending.key());
    }

    /**
     * Puts an item behind all others; those behind it move up. It waits beyond the end meanwhile, since no two may have the
     * same place.
     *
     * @param last the place of the last item
     */
    public static void toEnd(Tx tx, Session session, AgendaItem item, int last) {
        tx.query("select set_config('pavilion.later', $1, true)", Long.toString(item.id()));
        int ordinal = item.ordinal();
        String move = "update agenda_item set ordinal = $4 where community = $1 and session = $2 and ordinal = $3";
        tx.run(move, session.community(), session.id(), ordinal, last + 1);
        for (int each = ordinal; each <= last; each++) {
            tx.run(move, session.community(), session.id(), each + 1, each);
        }
    }

    static Optional<AgendaItem> find(Tx tx, Session session, long id) {
        return SessionStore.items(tx, session.community(), session.id()).stream()
                .filter(item -> item.id() == id)
                .findFirst();
    }
}
