package pavilion.roster;

import org.jspecify.annotations.Nullable;

/** A node of the place tree; {@code path} is '/1000/1007/': the ids of its ancestors and its own. */
public record Place(
        int community,
        long id,
        String kind,
        String code,
        String name,
        String path,
        @Nullable String governance) {}
