package pavilion.poll;

import java.util.List;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The tables {@code count_signing} and {@code count_signature}: rows are added and never changed. */
final class CountSignatureStore {
    private CountSignatureStore() {}

    static void await(Tx tx, Poll poll, String minority) {
        tx.run(
                "insert into count_signing (community, poll, minority) values ($1, $2, $3)",
                poll.community(),
                poll.id(),
                minority);
    }

    /** What is printed beside the result; empty where the count of this poll is not signed. */
    static Optional<String> minority(Tx tx, Poll poll) {
        return tx.first(
                row -> row.getString(0),
                "select minority from count_signing where community = $1 and poll = $2",
                poll.community(),
                poll.id());
    }

    static void add(Tx tx, Poll poll, CountSignature made) {
        tx.run(
                """
                insert into count_signature (community, poll, person, post, agrees, reason, at)
                values ($1, $2, $3, $4, $5, $6, $7)
                """,
                poll.community(),
                poll.id(),
                made.person(),
                made.post(),
                made.agrees(),
                made.reason(),
                Times.at(made.at()));
    }

    /** Oldest first. */
    static List<CountSignature> of(Tx tx, Poll poll) {
        return tx.list(
                row -> new CountSignature(
                        row.getLong("person"),
                        row.getString("post"),
                        row.getBoolean("agrees"),
                        row.getString("reason"),
                        Times.of(row, "at")),
                "select * from count_signature where community = $1 and poll = $2 order by at, id",
                poll.community(),
                poll.id());
    }
}
