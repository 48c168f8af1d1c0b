package pavilion.roster;

import org.jspecify.annotations.Nullable;

/** A knot of the place tree; {@code path} names its ancestors and itself. */
public record Place(
        int community,
        long id,
        String kind,
        String code,
        String name,
        String path,
        @Nullable String governance) {}
