package pavilion.rehearse;

import java.time.Duration;
import java.util.Random;

/**
 * The timing of a rehearsed session.
 *
 * @param arrivals over how long people check in
 * @param voting within how long everybody has voted
 * @param slow how many phones stop reading their socket
 * @param inTurn they vote one after the other at even intervals, and nothing else happens
 */
public record Schedule(Duration arrivals, Duration voting, int slow, boolean inTurn) {
    public Schedule(Duration arrivals, Duration voting, int slow) {
        this(arrivals, voting, slow, false);
    }

    private static final Duration VOTING = Duration.ofSeconds(20);
    /** Seconds of the session besides: opening, waiting for the last, closing. */
    private static final int REST = 20;

    /** One in so many loses the network before voting and comes back. */
    static final int RECONNECTS = 10;
    /** One in so many sends its ballot twice. */
    static final int TWICE = 20;
    /** Milliseconds. In turn, everybody has the ballot paper before the first votes. */
    private static final long PAPERS_FIRST = 3_000;

    public static Schedule of(int minutes, int slow) {
        return new Schedule(Duration.ofSeconds(minutes * 60L - VOTING.toSeconds() - REST), VOTING, slow);
    }

    /** Milliseconds from the question to this phone's vote; the same in every run. */
    long think(int phone, int people, Random dice) {
        long all = Math.max(1, voting.toMillis());
        return inTurn ? PAPERS_FIRST + all * phone / people : dice.nextLong(all);
    }
}
