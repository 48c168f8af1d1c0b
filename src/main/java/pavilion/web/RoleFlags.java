package pavilion.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;

/** What a layout asks about the viewer: {@code roles.committee}, {@code roles.moderator} ...; {@code roles.elsewhere} for who
 * has nothing to do with this community. */
final class RoleFlags {
    private RoleFlags() {}

    static Map<String, Boolean> of(CurrentUser viewer, Communities.@Nullable Community here) {
        Map<String, Boolean> flags = new HashMap<>();
        if (here != null) {
            viewer.roles(here.id()).forEach(role -> flags.put(role.key(), true));
            flags.put("elsewhere", flags.isEmpty() && viewer.community() != here.id());
        }
        return flags;
    }
}
