package pavilion.live;

import java.util.List;

/**
 * When a question is put, the page of everybody in the room asks for its own part. So many at once would stand before the
 * first ballots in one long queue; spaced out they pass each other. Each room is given a stretch of time, one behind the
 * other, in which its pages ask.
 */
final class RequestPacer {
    /** What a busy machine of two cores answers at the side of everything else: measured, 700 a second at the most. */
    private static final long EACH_NANOS = 1_800_000;

    /** So that all have heard before the first asks. */
    private static final long HEARING_NANOS = 100_000;

    private static final long LEAST_MILLIS = 300;

    /** Nobody waits longer than this, however many ask and however often. */
    private static final long MOST_NANOS = 30_000_000_000L;

    private static final long MILLI = 1_000_000;

    private long free = Long.MIN_VALUE;

    /**
     * @param pages how many are about to ask
     * @param now in nanoseconds
     * @return from when on and until when they shall, in milliseconds from now
     */
    synchronized List<Long> among(int pages, long now) {
        long heard = now + pages * HEARING_NANOS;
        long from = free == Long.MIN_VALUE || free - heard < 0 ? heard : free;
        free = now + Math.min(from - now + pages * EACH_NANOS, MOST_NANOS);
        long begin = (from - now) / MILLI;
        return List.of(begin, Math.max(begin + LEAST_MILLIS, (free - now) / MILLI));
    }
}
