package pavilion.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;

/**
 * A matter as a line of a list.
 *
 * @param due the last day of the stage it stands at
 * @param ending how it ended, as the database stores it; null while it is under way
 */
public record MatterLine(
        int community,
        long id,
        String number,
        String title,
        String template,
        String rule,
        String stage,
        @Nullable LocalDate due,
        MatterState state,
        @Nullable String ending,
        String placePath,
        String placeName,
        long proposer) {

    /** Has the household where the matter is. */
    public boolean home(CurrentUser user) {
        return user.community() == community
                && user.household() != 0
                && user.householdPath().startsWith(placePath);
    }

    /** Holds the role where the matter is. */
    public boolean served(CurrentUser user, Role role) {
        return user.has(role, community, placePath);
    }

    static MatterLine of(Matter matter) {
        return new MatterLine(
                matter.community(),
                matter.id(),
                matter.number(),
                matter.title(),
                matter.template(),
                matter.rule(),
                matter.stage(),
                matter.stageDue(),
                matter.state(),
                matter.ending(),
                matter.placePath(),
                matter.placeName(),
                matter.proposer());
    }
}
