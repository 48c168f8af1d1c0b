package pavilion.bench;

import java.time.Duration;

/**
 * How much is done.
 *
 * @param voters households that vote in each poll
 * @param connections over which they do
 * @param sockets in the one room
 * @param ceiling how long the machine's own ceiling is measured, before the ballots and again after them
 * @param roomVoters who vote, one after the other, while the room looks on
 * @param pageRequests of each page
 */
public record Plan(int voters, int connections, int sockets, Duration ceiling, int roomVoters, int pageRequests) {

    public static Plan full(int voters, int connections, int sockets) {
        return new Plan(voters, connections, sockets, Duration.ofSeconds(6), 600, 200);
    }

    /** A look, not a result. */
    public static Plan quick(int voters, int connections, int sockets) {
        return new Plan(Math.min(voters, 1_000), connections, Math.min(sockets, 100), Duration.ofSeconds(2), 120, 50);
    }
}
