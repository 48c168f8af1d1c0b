package pavilion.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param person for the record; nobody where the server itself acts because time has passed
 * @param post what everybody may read: the key of a {@link Role}, {@code resident}, or {@code house} for the server
 */
public record Actor(@Nullable Long person, String post) {
    public static final Actor SERVER = new Actor(null, "server");
    private static final Role[] POSTS = {
        Role.COMMITTEE,
        Role.MODERATOR,
        Role.RECORDER,
        Role.SUPERVISION,
        Role.GRID_WORKER,
        Role.STREET,
        Role.PARTNER,
        Role.PROPERTY
    };

    /** The first of the posts, in order of weight, that this person holds for that place. */
    public static Actor of(CurrentUser user, int community, String placePath) {
        for (Role role : POSTS) {
            if (user.has(role, community, placePath)) {
                return new Actor(user.person(), role.key());
            }
        }
        return new Actor(user.person(), "resident");
    }

    public static Actor as(CurrentUser user, Role role) {
        return new Actor(user.person(), role.key());
    }

    public boolean is(Role role) {
        return post.equals(role.key());
    }
}
