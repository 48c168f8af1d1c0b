package pavilion.rules.method;

import java.util.Arrays;

/**
 * One ballot, or several alike: options from most to least wanted, flat in one array because a hundred thousand ballots of
 * two hundred options have to fit in memory. An option tied with the one before it is stored as its complement {@code ~option}.
 * Options left out rank below all that are named. {@code points} is empty, or holds one mark for each place of the order.
 * {@code consecutive} is how many places from the top were marked without leaving one open.
 */
public final class Ballot {
    private static final long[] NO_POINTS = {};

    private final long weight;
    private final int[] order;
    private final long[] points;
    private final int consecutive;

    private Ballot(long weight, int[] order, long[] points) {
        this(weight, order, points, order.length);
    }

    private Ballot(long weight, int[] order, long[] points, int consecutive) {
        this.weight = weight;
        this.order = order;
        this.points = points;
        this.consecutive = consecutive;
    }

    /** Options in strict order, most wanted first. */
    public static Ballot ranked(long weight, int... options) {
        return new Ballot(weight, options.clone(), NO_POINTS);
    }

    /** Groups of equally wanted options, most wanted first. */
    public static Ballot grouped(long weight, int[]... groups) {
        int[] order =
                new int[Arrays.stream(groups).mapToInt(group -> group.length).sum()];
        int at = 0;
        for (int[] group : groups) {
            for (int i = 0; i < group.length; i++) {
                order[at++] = i == 0 ? group[i] : ~group[i];
            }
        }
        return new Ballot(weight, order, NO_POINTS);
    }

    /** Options ticked, none above another. */
    public static Ballot approving(long weight, int... options) {
        return grouped(weight, options);
    }

    /** One mark for each named option, in any order; the order of the ballot is that of the marks. */
    public static Ballot marked(long weight, int[] options, long[] marks) {
        Integer[] places = new Integer[options.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> Long.compare(marks[b], marks[a]));
        int[] order = new int[options.length];
        long[] points = new long[options.length];
        for (int i = 0; i < places.length; i++) {
            points[i] = marks[places[i]];
            boolean tied = i > 0 && points[i] == points[i - 1];
            order[i] = tied ? ~options[places[i]] : options[places[i]];
        }
        return new Ballot(weight, order, points);
    }

    /** The same ballot, standing for more or fewer. */
    public Ballot weighing(long other) {
        return new Ballot(other, order, points, consecutive);
    }

    /** The same ballot with a place left open behind its first {@code places} options. */
    public Ballot openAfter(int places) {
        return new Ballot(weight, order, points, places);
    }

    /** As a reader of files has it: an option level with the one before it is given as {@code ~option}; marks, or none. */
    public static Ballot flat(long weight, int[] order, long... points) {
        return new Ballot(weight, order.clone(), points.clone());
    }

    /** How many ballots this stands for, in units of the profile's weight. */
    public long weight() {
        return weight;
    }

    /** How many options are named; 0 on a blank ballot. */
    public int size() {
        return order.length;
    }

    /** How many options stand before the first place left open; all of them where none was. */
    public int consecutive() {
        return consecutive;
    }

    public int option(int place) {
        int option = order[place];
        return option < 0 ? ~option : option;
    }

    public boolean tiedWithPrevious(int place) {
        return order[place] < 0;
    }

    public boolean hasPoints() {
        return points.length == order.length;
    }

    /** The mark at a place of the order, in units of 10^-decimals of the profile's points. */
    public long points(int place) {
        return points[place];
    }
}
