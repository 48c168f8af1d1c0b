package pavilion.poll;

import java.util.List;
import java.util.Optional;
import pavilion.audit.AreaCommitment;
import pavilion.audit.AreaOpenings;
import pavilion.db.Tx;
import pavilion.identity.Tokens;

/**
 * The tables {@code area_secret} and {@code area_commitment}: the areas of a poll's ballots as they are published, locked,
 * and what opens them. Made once, by the closing transaction, so that no export has to compute them.
 */
final class AreaCommitmentStore {
    private record Weight(String receipt, long areaC) {}

    private AreaCommitmentStore() {}

    /** Locks the area of every ballot of a poll in which area counts; of any other nothing happens. */
    static void commit(Tx tx, Poll poll) {
        boolean weighs = tx.first(
                        row -> row.getBoolean(0),
                        "select exists (select 1 from entitlement where community = $1 and poll = $2 and area_c > 0)",
                        poll.community(),
                        poll.id())
                .orElseThrow();
        if (!weighs) {
            return;
        }
        String secret = Tokens.token();
        tx.run(
                "insert into area_secret (community, poll, secret) values ($1, $2, $3)",
                poll.community(),
                poll.id(),
                secret);
        List<Weight> weights = weights(tx, poll);
        tx.run(
                """
                insert into area_commitment (community, poll, receipt, commitment)
                select $1, $2, t.receipt, t.commitment from unnest($3::text[], $4::text[]) as t(receipt, commitment)
                """,
                poll.community(),
                poll.id(),
                weights.stream().map(Weight::receipt).toArray(String[]::new),
                weights.parallelStream()
                        .map(each -> AreaCommitment.of(each.areaC(), AreaCommitment.key(secret, each.receipt())))
                        .toArray(String[]::new));
    }

    private static List<Weight> weights(Tx tx, Poll poll) {
        return tx.list(row -> new Weight(row.getString(0), row.getLong(1)), """
                select b.receipt, e.area_c from ballot b join entitlement e using (community, poll, voter)
                where b.community = $1 and b.poll = $2 order by b.receipt collate "C"
                """, poll.community(), poll.id());
    }

    /** Empty where area does not count, and before the close. */
    static Optional<String> secret(Tx tx, Poll poll) {
        return tx.first(
                row -> row.getString(0),
                "select secret from area_secret where community = $1 and poll = $2",
                poll.community(),
                poll.id());
    }

    /** What opens every area of a counted poll; empty where area does not count. */
    static Optional<AreaOpenings> openings(Tx tx, Poll poll) {
        return secret(tx, poll)
                .map(secret -> new AreaOpenings(
                        poll.id(),
                        weights(tx, poll).stream()
                                .map(each -> new AreaOpenings.Opening(
                                        each.receipt(), each.areaC(), AreaCommitment.key(secret, each.receipt())))
                                .toList()));
    }
}
