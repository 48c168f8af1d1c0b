package pavilion.poll;

import java.util.List;
import pavilion.audit.PublishedBallot;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.rules.method.OptionSet;

/** The table {@code ballot}: the voter beside the choice. */
final class NamedBallotStore {
    /** Changed only by phone, only what came by phone, and only for a while. */
    static final String CAST = BallotStore.VOTERS + """
                insert into ballot as b (community, poll, voter, choice, receipt, request_key, channel, at)
                select $1, $2, e.voter, e.choice, e.receipt, e.key, e.channel, $3 from e cross join p where e.present
                on conflict (community, poll, voter) do update
                    set choice = excluded.choice, request_key = excluded.request_key
                    where b.request_key <> excluded.request_key and b.channel = 'phone' and excluded.channel = 'phone'
                        and b.at + make_interval(mins => (select undo_minutes from p)) > $3
                returning b.voter, b.receipt, (b.xmax = 0) as fresh
            ),
            """ + BallotStore.RECORD + "ballot" + BallotStore.EARLIER;

    private NamedBallotStore() {}

    static List<StandingBallot> standing(Tx tx, Poll poll, long person) {
        return tx.list(
                row -> new StandingBallot(
                        row.getLong("voter"), row.getString("receipt"), row.getString("choice"), Times.of(row, "at")),
                """
                select b.voter, b.receipt, b.choice, case when b.channel = 'phone' then b.at end as at from ballot b
                join entitlement e using (community, poll, voter) where b.community = $1 and b.poll = $2 and e.person = $3
                """,
                poll.community(),
                poll.id(),
                person);
    }

    static List<OptionSet.Pile> piles(Tx tx, Poll poll) {
        return tx.list(
                row -> new OptionSet.Pile(row.getString(0), row.getLong(1), row.getLong(2)),
                """
                select b.choice, coalesce(sum(e.heads), 0)::bigint, coalesce(sum(e.area_c), 0)::bigint
                from ballot b join entitlement e using (community, poll, voter)
                where b.community = $1 and b.poll = $2 group by b.choice order by b.choice
                """,
                poll.community(),
                poll.id());
    }

    static List<String> receipts(Tx tx, Poll poll) {
        return tx.list(
                row -> row.getString(0),
                "select receipt from ballot where community = $1 and poll = $2",
                poll.community(),
                poll.id());
    }

    static List<PublishedBallot> published(Tx tx, Poll poll) {
        return tx.list(
                row -> new PublishedBallot(row.getString(0), row.getString(1), row.getString(2), row.getInteger(3)),
                """
                select b.receipt, b.choice, a.commitment, e.heads from ballot b join entitlement e using (community, poll, voter)
                left join area_commitment a using (community, poll, receipt)
                where b.community = $1 and b.poll = $2 order by b.receipt collate "C"
                """,
                poll.community(),
                poll.id());
    }

    static BallotWays ways(Tx tx, Poll poll) {
        return tx.first(
                        row -> new BallotWays(
                                row.getInteger(0), row.getInteger(1), row.getInteger(2), row.getInteger(3)),
                        """
                        select count(*) filter (where channel = 'phone')::int, count(*) filter (where channel = 'hall')::int,
                            count(*) filter (where channel = 'paper')::int,
                            count(*) filter (where exists (select 1 from proxy_use u
                                join proxy_letter l on l.community = u.community and l.id = u.letter
                                join entitlement e on e.community = u.community and e.poll = u.poll and e.voter = u.voter
                                where u.community = b.community and u.poll = b.poll and u.voter = b.voter
                                    and e.person = l.holder))::int
                        from ballot b where community = $1 and poll = $2
                        """,
                        poll.community(),
                        poll.id())
                .orElseThrow();
    }

    static List<ScrutinyLine> byVoter(Tx tx, Poll poll) {
        return tx.list(
                row -> new ScrutinyLine(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        OptionSetView.said(poll, row.getString(1))),
                """
                select e.label, b.choice, b.receipt from ballot b join entitlement e using (community, poll, voter)
                where b.community = $1 and b.poll = $2 order by e.label
                """,
                poll.community(),
                poll.id());
    }
}
