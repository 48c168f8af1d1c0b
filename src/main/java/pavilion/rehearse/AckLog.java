package pavilion.rehearse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The ballots that the house said it had counted, and when it said so. */
public final class AckLog {
    /** @param need whoever hears of this many ballots has heard of this one */
    record Ack(long at, int need) {}

    private final List<Ack> acks = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();

    void sending() {
        sent.incrementAndGet();
    }

    /** Whatever was sent by the time of an answer is the most that a count without it can tell. */
    synchronized void answered(long at) {
        acks.add(new Ack(at, sent.get()));
    }

    synchronized List<Ack> inOrder() {
        acks.sort(Comparator.comparingInt(Ack::need).thenComparingLong(Ack::at));
        return acks;
    }
}
