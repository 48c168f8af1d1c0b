package pavilion.live;

/**
 * When a question is put, every page of the channel fetches its personal part. Thousands of such requests at once would
 * stand in one queue before the first ballots; spread out, the ballots pass between them. Each channel is given a window of
 * time, one after the other, in which its pages send their request.
 */
final class RequestPacer {
    /** A busy machine of two cores answers 700 such requests a second beside everything else: measured. */
    private static final long REQUEST_NANOS = 1_800_000;

    /** So that all pages have the snapshot before the first of them asks. */
    private static final long DELIVERY_NANOS = 100_000;

    private static final long SHORTEST_MILLIS = 300;

    /** Nobody waits longer than this, however many ask and however often. */
    private static final long LONGEST_NANOS = 30_000_000_000L;

    private static final long MILLI = 1_000_000;

    /** In milliseconds from now. */
    record Window(long from, long until) {}

    private boolean used;
    private long free;

    /**
     * @param pages how many are about to ask
     * @param now in nanoseconds, of a clock that may be negative
     */
    synchronized Window window(int pages, long now) {
        long delivered = now + pages * DELIVERY_NANOS;
        long begin = !used || free - delivered < 0 ? delivered : free;
        used = true;
        free = now + Math.min(begin - now + pages * REQUEST_NANOS, LONGEST_NANOS);
        long from = (begin - now) / MILLI;
        return new Window(from, Math.max(from + SHORTEST_MILLIS, (free - now) / MILLI));
    }
}
