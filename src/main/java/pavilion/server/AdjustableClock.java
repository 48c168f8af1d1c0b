package pavilion.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The one clock of the server. In the demo it can be moved forward, never back. */
public final class AdjustableClock extends Clock {
    private final Clock base;
    private volatile Duration ahead;

    AdjustableClock(Clock base, Duration ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    Duration ahead() {
        return ahead;
    }

    void forward(Duration by) {
        if (!by.isNegative()) {
            ahead = ahead.plus(by);
        }
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return base.withZone(zone);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }
}
