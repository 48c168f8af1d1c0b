package pavilion.live;

import java.time.Duration;

/**
 * @param heartbeat between two heartbeats; a connection that leaves two of them unanswered is closed
 * @param socketsPerOwner how many sockets one person, or one unsigned screen, may have open on one server
 */
public record LiveLimits(Duration heartbeat, int socketsPerOwner) {
    /** Short enough for a ballot that is open for a minute; long enough not to keep a phone's radio awake. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** Several devices with several pages each. */
    public static final int SOCKETS_PER_OWNER = 20;

    public static LiveLimits standard() {
        return new LiveLimits(HEARTBEAT, SOCKETS_PER_OWNER);
    }
}
