package pavilion.identity;

import org.jspecify.annotations.Nullable;

/** Who does something: the person for the file, and the post for everybody to read. Nobody, where the calendar moves something. */
public record Actor(@Nullable Long person, String post) {
    public static final Actor SERVER = new Actor(null, "house");
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

    /** The weightiest post this person holds for that place. */
    public static Actor of(CurrentUser viewer, int community, String placePath) {
        for (Role role : POSTS) {
            if (viewer.has(role, community, placePath)) {
                return new Actor(viewer.person(), role.key());
            }
        }
        return new Actor(viewer.person(), "resident");
    }

    public static Actor as(CurrentUser viewer, Role role) {
        return new Actor(viewer.person(), role.key());
    }

    public boolean is(Role role) {
        return post.equals(role.key());
    }
}
