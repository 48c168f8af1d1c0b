package pavilion.rehearse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The ballots that the server acknowledged, and when. */
public final class AckLog {
    /** @param need a screen that shows at least this count shows this ballot */
    record Ack(long at, int need) {}

    private final List<Ack> acks = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();

    void sending() {
        sent.incrementAndGet();
    }

    /** A count without this ballot is at most what had been sent by the time of the answer. */
    synchronized void answered(long at) {
        acks.add(new Ack(at, sent.get()));
    }

    synchronized List<Ack> inOrder() {
        acks.sort(Comparator.comparingInt(Ack::need).thenComparingLong(Ack::at));
        return acks;
    }
}
