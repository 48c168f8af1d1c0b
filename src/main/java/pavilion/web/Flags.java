package pavilion.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a layout asks about the viewer: {@code roles.committee}, {@code roles.moderator} ... */
final class Flags {
    private Flags() {}

    static Map<String, Boolean> of(Viewer viewer, Communities.@Nullable Community here) {
        Map<String, Boolean> flags = new HashMap<>();
        if (here != null) {
            viewer.roles(here.id()).forEach(role -> flags.put(role.key(), true));
        }
        return flags;
    }
}
