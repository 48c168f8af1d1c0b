package pavilion.account;

import java.time.Duration;
import java.time.Instant;

/** How often a wrong password may be tried before each next try has to wait, twice as long every time. */
enum TryLimit {
    /** One account from one address. */
    HERE(5, Duration.ofSeconds(30), Duration.ofMinutes(15)),
    /** One account from all addresses where it was never signed in. The wait stays short: its owner may be among them. */
    EVERYWHERE(40, Duration.ofSeconds(5), Duration.ofMinutes(2)),
    /** One account from a browser in which it was signed in before; nobody else's tries count here. */
    KNOWN_BROWSER(20, Duration.ofSeconds(5), Duration.ofMinutes(1));

    /** Tries are forgotten so long after the last one. */
    static final Duration KEPT = Duration.ofDays(1);

    final int free;
    final Duration first;
    final Duration longest;

    TryLimit(int free, Duration first, Duration longest) {
        this.free = free;
        this.first = first;
        this.longest = longest;
    }

    /** Minutes until a moment, rounded up, as sentences say it. */
    static long minutes(Instant now, Instant until) {
        return Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes());
    }
}
