package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pavilion.audit.AuditStore;
import pavilion.audit.Chain;
import pavilion.audit.ChainEntry;
import pavilion.audit.PublishedBallot;
import pavilion.audit.Receipts;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/**
 * Before a count: the ballots in the box, those who took part, the counter and the receipts in the poll's record must be the
 * same, and the poll must be the one that was opened. Each is written by another part of the intake's statement, and the record
 * cannot be changed; whoever writes past the intake makes them differ.
 */
final class BallotReconciliation {
    private static final String CHANGED = "poll.refused.changed";
    private static final String RECORD = "poll.refused.record";
    private static final String BOX = "poll.refused.box";
    static final Set<String> REFUSALS = Set.of(CHANGED, RECORD, BOX);

    private BallotReconciliation() {}

    /**
     * @param ballots all that are in the box
     * @param tally what the stored tally says of papers
     * @param opened what the act that opens this poll says, made from the poll and its roll as they are now
     * @return the receipts in the record
     * @throws Refused if anything does not agree; nothing is counted then, and nothing changed
     */
    static Receipts require(
            Tx tx, Poll poll, BallotBox box, List<PublishedBallot> ballots, JsonObject tally, JsonObject opened) {
        List<ChainEntry> acts = record(tx, poll);
        if (!acts.getFirst().payload().equals(opened.encode())) {
            throw new Refused(CHANGED);
        }
        Set<String> recorded = acts.stream()
                .filter(act -> act.act().equals("poll.ballots"))
                .flatMap(act -> new JsonObject(act.payload()).getJsonArray("ballots").stream())
                .map(String.class::cast)
                .collect(Collectors.toSet());
        Set<String> kept = new HashSet<>(box.receipts(tx, poll));
        int belong = kept.size() - missing(tally);
        if (ballots.size() != belong || poll.castCount() != kept.size() || !recorded.equals(kept)) {
            throw new Refused(
                    BOX,
                    ballots.size(),
                    belong,
                    kept.size(),
                    poll.castCount(),
                    recorded.size(),
                    differing(recorded, kept));
        }
        return Receipts.of(recorded);
    }

    private static List<ChainEntry> record(Tx tx, Poll poll) {
        List<ChainEntry> acts = AuditStore.read(tx, poll.community(), poll.chain());
        boolean whole = !acts.isEmpty()
                && Chain.verify(acts).isEmpty()
                && Chain.head(acts).equals(AuditStore.head(tx, poll.community(), poll.chain()));
        if (!whole) {
            throw new Refused(RECORD);
        }
        return acts;
    }

    /** Papers that were given out, and did not come back or say nothing. */
    private static int missing(JsonObject tally) {
        JsonObject papers = tally.getJsonObject("papers");
        return papers == null
                ? 0
                : papers.getInteger("issued") - papers.getInteger("returned") + papers.getInteger("spoiled");
    }

    private static int differing(Collection<String> recorded, Collection<String> kept) {
        return (int) Stream.concat(
                        recorded.stream().filter(each -> !kept.contains(each)),
                        kept.stream().filter(each -> !recorded.contains(each)))
                .count();
    }
}
