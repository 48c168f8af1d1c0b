package pavilion.web;

/**
 * Where a count and its threshold lie on a drawn bar, 0 to 360. Only for drawing: the words beside it carry the numbers.
 *
 * @param mark where the line stands: the least count that is enough
 */
public record ProgressBar(long value, long mark, boolean met) {
    private static final long WIDTH = 360;

    public static ProgressBar of(long count, long whole, long least, boolean met) {
        return new ProgressBar(at(count, whole), at(least, whole), met);
    }

    private static long at(long count, long whole) {
        return whole <= 0 ? 0 : Math.min(WIDTH, Math.multiplyExact(count, WIDTH) / whole);
    }
}
