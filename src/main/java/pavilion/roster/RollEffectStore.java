package pavilion.roster;

import pavilion.db.Tx;

/** Which households an import gives other voters, and what is open for them: a table of the transaction holds what was before. */
final class RollEffectStore {
    private static final int MOST = 50;

    private static final String VOTERS = """
            select h.id, h.path, h.name, r.person, u.area_c from place h
            left join role r on r.community = h.community and r.place = h.id and r.role = 'household_rep' and r.to_day is null
            left join unit u on u.community = h.community and u.place = h.id and u.kind = 'dwelling' and u.code = h.code
            where h.community = $1 and h.kind = 'household'
            """;

    /** Households that were not there, or whose representative or area was another. */
    private static final String CHANGED = "with now as (" + VOTERS + """
            ), changed as (
                select now.* from now left join roll_before b using (id)
                where (b.person, b.area_c) is distinct from (now.person, now.area_c)
            )
            """;

    private RollEffectStore() {}

    /** Notes the voters as they are before anything is written. */
    static void before(Tx tx, int community) {
        tx.run(
                "create temp table roll_before (id bigint, path text, name text, person bigint, area_c bigint) on commit drop");
        tx.run("insert into roll_before " + VOTERS, community);
        tx.run("analyze roll_before");
    }

    static RollEffects after(Tx tx, int community) {
        return new RollEffects(
                tx.list(
                        row -> new RollEffects.Running(
                                row.getBoolean("session"), row.getString("place"), row.getString("title")),
                        CHANGED + """
                        , running as (
                            select true as session, p.name as place, p.path, s.title from session s
                            join place p on p.community = s.community and p.id = s.place
                            where s.community = $1 and s.opened_at is not null and s.state in ('open', 'paused')
                            union all
                            select false, p.name, p.path, m.number || ' ' || m.title from poll o
                            join matter m on m.community = o.community and m.id = o.matter
                            join place p on p.community = m.community and p.id = m.place
                            where o.community = $1 and o.state = 'open' and o.session is null
                        )
                        select session, place, title from running
                        where exists (select 1 from changed c where starts_with(c.path, running.path))
                        order by session desc, place, title
                        """,
                        community),
                tx.list(
                        row -> row.getString(0),
                        CHANGED
                                + "select c.name from changed c join roll_before b using (id)"
                                + " where b.person is not null and c.person is null order by c.name limit $2",
                        community,
                        MOST));
    }
}
