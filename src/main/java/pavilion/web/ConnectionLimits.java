package pavilion.web;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How many connections one server keeps, and how long each may take for what it is at. The idle timeout of Vert.x sees only
 * silence; whoever sends a byte now and then is seen here.
 *
 * @param most connections at the same time
 * @param head from the connection to the end of its first request's head
 * @param idle from an answer to the end of the next request's head
 * @param form for the body of a form
 * @param upload for a body with files
 * @param answer for the handler and for taking off its answer
 * @param unread how long the connection of a refused request stays, so that the answer arrives before it closes
 */
public record ConnectionLimits(
        int most, Duration head, Duration idle, Duration form, Duration upload, Duration answer, Duration unread) {
    /**
     * A hall of 2,500 phones has one socket each and, while pages load, up to six connections more: 17,500, all from one
     * address. A connection that has had a page and is quiet was measured at 19 kB of heap (4,000 of them), so that the most
     * there may be take some 400 MB.
     */
    private static final int MOST = 20_000;

    /** Files, PostgreSQL's connections and what the JVM opens by itself. */
    private static final int OTHER_FILES = 500;

    public static ConnectionLimits standard() {
        return new ConnectionLimits(
                allowed(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(90),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10));
    }

    // Where the system allows fewer open files, a connection too many would take away the file that something else
    // needs.
    private static int allowed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.max(100, Math.min(MOST, system.getMaxFileDescriptorCount() - OTHER_FILES))
                : MOST;
    }
}
