package pavilion.roster;

import pavilion.db.Tx;

/** How far a new community has come: one row of counts, asked for each page of the day of its staff until there is a matter. */
final class FirstStepStore {
    private FirstStepStore() {}

    /**
     * @param unnamed courtyards that are called by their code
     * @param posts of moderator, recorder and scrutineer: how many of the three somebody holds
     * @param invitations printed for others than the first administrator
     * @param representatives of households; {@code checked} of them were compared with the roll
     */
    record Counts(
            long households,
            long courtyards,
            long unnamed,
            long posts,
            long invitations,
            long representatives,
            long checked) {}

    static boolean hasMatters(Tx tx, int community) {
        return tx.first(row -> row.getBoolean(0), "select exists (select from matter where community = $1)", community)
                .orElse(false);
    }

    static Counts counts(Tx tx, int community) {
        return tx.first(
                        row -> new Counts(
                                row.getLong("households"),
                                row.getLong("courtyards"),
                                row.getLong("unnamed"),
                                row.getLong("posts"),
                                row.getLong("invitations"),
                                row.getLong("representatives"),
                                row.getLong("checked")),
                        """
                        select count(*) filter (where p.kind = 'household') as households,
                               count(*) filter (where p.kind = 'courtyard') as courtyards,
                               count(*) filter (where p.kind = 'courtyard' and p.name = p.code and p.code ~ '^[A-Za-z0-9._-]+$')
                                   as unnamed,
                               (select count(distinct r.role) from role r where r.community = $1 and r.to_day is null
                                    and r.role in ('moderator', 'recorder', 'scrutineer')) as posts,
                               (select count(*) from invitation i where i.community = $1 and i.issued_by is not null)
                                   as invitations,
                               (select count(*) from role r where r.community = $1 and r.role = 'household_rep'
                                    and r.to_day is null) as representatives,
                               (select count(*) from role r join account a on a.community = r.home and a.person = r.person
                                    where r.community = $1 and r.role = 'household_rep' and r.to_day is null
                                    and a.level >= 2) as checked
                        from place p where p.community = $1
                        """,
                        community)
                .orElseThrow();
    }
}
