package pavilion.demo;

import java.util.List;
import pavilion.db.Tx;

/** Which of the demo's matters wait for their session or their vote. */
final class DemoSessionStore {
    private DemoSessionStore() {}

    /**
     * A matter that waits.
     *
     * @param option the first one to vote on
     */
    record Ready(long matter, String option) {}

    /** The matters at a stage that have an option to vote on, are on no agenda and were not put to the vote. */
    static List<Ready> ready(Tx tx, int community, String stage) {
        return tx.list(row -> new Ready(row.getLong(0), row.getString(1)), """
                select m.id, (select o.title from plan_option o where o.community = m.community and o.matter = m.id
                        and not o.as_is order by o.ordinal limit 1) as option
                from matter m where m.community = $1 and m.stage = $2 and m.state = 'open'
                    and exists (select 1 from plan_option o where o.community = m.community and o.matter = m.id and not o.as_is)
                    and not exists (select 1 from agenda_item a where a.community = m.community and a.matter = m.id)
                    and not exists (select 1 from poll p where p.community = m.community and p.matter = m.id)
                """, community, stage);
    }
}
