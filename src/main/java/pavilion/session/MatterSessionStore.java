package pavilion.session;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import pavilion.db.Tx;

/** Sessions by the matters on their agendas, for lists. */
public final class MatterSessionStore {
    private MatterSessionStore() {}

    /** Those of the matters for which a session has been called that is not over. */
    public static Set<Long> called(Tx tx, int community, Collection<Long> matters) {
        return new HashSet<>(tx.list(row -> row.getLong("matter"), """
                select distinct i.matter from agenda_item i
                join session s on s.community = i.community and s.id = i.session
                where i.community = $1 and i.matter = any($2) and s.state in ('called', 'open', 'paused')
                """, community, matters.toArray(Long[]::new)));
    }

    /** The matters on the agendas of these sessions. */
    public static Set<Long> of(Tx tx, int community, Collection<Long> sessions) {
        return new HashSet<>(tx.list(
                row -> row.getLong("matter"),
                "select matter from agenda_item where community = $1 and session = any($2) and matter is not null",
                community,
                sessions.toArray(Long[]::new)));
    }
}
