package pavilion.rehearse;

import java.time.Duration;

/**
 * How the evening goes.
 *
 * @param arrivals over how long people come in
 * @param voting within how long everybody has tapped
 * @param slow how many of them have phones that stop reading
 */
public record Pace(Duration arrivals, Duration voting, int slow) {
    private static final Duration VOTING = Duration.ofSeconds(20);
    /** Of a meeting's time: opening, waiting for the last, closing. */
    private static final int REST = 20;

    /** One in so many loses the network before voting and comes back. */
    static final int RECONNECTS = 10;
    /** One in so many taps twice. */
    static final int TWICE = 20;

    public static Pace of(int minutes, int slow) {
        return new Pace(Duration.ofSeconds(minutes * 60L - VOTING.toSeconds() - REST), VOTING, slow);
    }
}
