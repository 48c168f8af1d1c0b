package pavilion.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.roster.People;

/**
 * What a person's own page shows.
 *
 * @param display name of the account
 * @param name on the roll
 * @param code on the roll
 * @param household code of the household; empty without one
 * @param checked in person against the roll
 * @param checkers who does that where it is missing; null where it is not
 * @param devices browsers signed in now
 * @param posts held today
 * @param reprints invitations that were printed for this account
 */
record MeView(
        String display,
        String name,
        String code,
        String household,
        boolean checked,
        People.@Nullable Checkers checkers,
        Instant checkedAt,
        long devices,
        List<Post> posts,
        List<Reprints.Reprint> reprints) {

    /**
     * @param role its key
     * @param where name of the place
     */
    record Post(String role, String where, LocalDate from) {}
}
