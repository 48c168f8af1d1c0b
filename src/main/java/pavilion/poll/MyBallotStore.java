package pavilion.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;

/** The ballots that somebody has cast, for themselves or for those who gave them a letter. */
final class MyBallotStore {
    private static final int MOST = 50;

    private MyBallotStore() {}

    /**
     * A ballot in the list of whoever cast it.
     *
     * @param label how the roll names whose ballot it is; empty where it is this person's own household
     * @param choice null where nobody can know it: in a secret poll
     */
    record MyBallot(
            Poll poll,
            String label,
            String receipt,
            @Nullable String choice) {
        /** The names of the plans, or empty where the answer was yes or no. */
        public String said() {
            return choice == null ? "" : OptionSetView.said(poll, choice);
        }

        /** Where the poll is shown. */
        public String page() {
            return poll.session() == null ? "/matters/" + poll.matter() : "/sessions/" + poll.session();
        }

        /** Key of the sentence that says how it stands. */
        public String state() {
            return poll.isVoid() ? "poll.mine.void" : poll.open() ? "poll.mine.open" : "poll.mine.counted";
        }
    }

    private record Entry(
            long poll,
            long voter,
            String label,
            String receipt,
            @Nullable String choice) {}

    /** The newest first. */
    static List<MyBallot> of(Tx tx, CurrentUser me) {
        return entries(tx, me).stream()
                .map(entry -> new MyBallot(
                        PollStore.find(tx, me.community(), entry.poll()).orElseThrow(),
                        entry.voter() == me.household() ? "" : entry.label(),
                        entry.receipt(),
                        entry.choice()))
                .toList();
    }

    private static List<Entry> entries(Tx tx, CurrentUser me) {
        return tx.list(
                row -> new Entry(
                        row.getLong("poll"),
                        row.getLong("voter"),
                        row.getString("label"),
                        row.getString("receipt"),
                        row.getString("choice")),
                """
                select e.poll, e.voter, e.label, coalesce(b.receipt, t.receipt) as receipt, b.choice
                from entitlement e
                left join ballot b on b.community = e.community and b.poll = e.poll and b.voter = e.voter
                left join turnout t on t.community = e.community and t.poll = e.poll and t.voter = e.voter
                where e.community = $1 and e.person = $2 and coalesce(b.receipt, t.receipt) is not null
                order by e.poll desc, e.label limit $3
                """,
                me.community(),
                me.person(),
                MOST);
    }
}
