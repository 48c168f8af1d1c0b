package pavilion.bench;

import java.time.Duration;

/**
 * How much is done; each at three sizes, so that growth shows.
 *
 * @param voters households that vote in each poll
 * @param connections over which they do
 * @param hall people in one session
 * @param rooms sessions of a hundred people at the same time
 * @param streams sockets that are sent five frames a second
 * @param voting within how long everybody in a session votes
 * @param ceiling how long the machine's own ceiling is measured, each time
 * @param polls of each kind that are measured; the one in the middle is the figure
 * @param warmUp most rounds of three polls before anything is measured
 * @param pageRequests of each page
 */
public record BenchPlan(
        int voters,
        int connections,
        int[] hall,
        int[] rooms,
        int[] streams,
        Duration voting,
        Duration ceiling,
        int polls,
        int warmUp,
        int pageRequests) {
    private static final int HALL = 2_000;
    private static final int ROOMS = 20;
    private static final int STREAMS = 10_000;

    public static BenchPlan full(int voters, int connections) {
        return new BenchPlan(
                voters,
                connections,
                three(HALL),
                three(ROOMS),
                three(STREAMS),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                3,
                25,
                200);
    }

    /** A look, not a result. */
    public static BenchPlan quick(int voters, int connections) {
        return new BenchPlan(
                Math.min(voters, 1_000),
                connections,
                new int[] {200},
                new int[] {2},
                new int[] {500},
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                1,
                8,
                50);
    }

    static int[] three(int most) {
        return new int[] {most / 4, most / 2, most};
    }
}
