package pavilion.rehearse;

import java.time.Duration;
import java.util.Random;

/**
 * How the evening goes.
 *
 * @param arrivals over how long people come in
 * @param voting within how long everybody has tapped
 * @param slow how many of them have phones that stop reading
 * @param inTurn they tap one after the other, evenly, and nothing else happens
 */
public record Schedule(Duration arrivals, Duration voting, int slow, boolean inTurn) {
    public Schedule(Duration arrivals, Duration voting, int slow) {
        this(arrivals, voting, slow, false);
    }

    private static final Duration VOTING = Duration.ofSeconds(20);
    /** Of a meeting's time: opening, waiting for the last, closing. */
    private static final int REST = 20;

    /** One in so many loses the network before voting and comes back. */
    static final int RECONNECTS = 10;
    /** One in so many taps twice. */
    static final int TWICE = 20;
    /** In turn, everybody has the ballot paper before the first taps. */
    private static final long PAPERS_FIRST = 3_000;

    public static Schedule of(int minutes, int slow) {
        return new Schedule(Duration.ofSeconds(minutes * 60L - VOTING.toSeconds() - REST), VOTING, slow);
    }

    /** Milliseconds from the question to this phone's tap, and the same for every run. */
    long think(int phone, int people, Random dice) {
        long all = Math.max(1, voting.toMillis());
        return inTurn ? PAPERS_FIRST + all * phone / people : dice.nextLong(all);
    }
}
