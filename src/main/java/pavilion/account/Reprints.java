package pavilion.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;

/**
 * Invitations that were printed for somebody who had an account already. Whoever printed one could have used it: the person is
 * told, and is checked in person again by somebody else before a binding vote.
 */
public final class Reprints {
    /** How long the person is told of one; longer while the check in person is missing. */
    static final Duration TOLD = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    Reprints(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One such invitation.
     *
     * @param by who printed it; empty where it was issued by a command on the machine
     * @param usedAt when it gave the account a new password; null if it did not
     * @param lapsed whether the check in person is missing since then
     */
    public record Reprint(String by, Instant at, @Nullable Instant usedAt, boolean lapsed) {}

    /** The newest first, at most three. */
    public List<Reprint> of(CurrentUser user) {
        return InvitationStore.again(
                database.plain(),
                user.community(),
                user.person(),
                clock.instant().minus(TOLD));
    }
}
