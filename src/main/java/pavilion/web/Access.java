package pavilion.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.web.Communities.Community;

/**
 * Who may use a route at all; its handler checks further (whose courtyard, whose household). {@code ANYONE} needs no account,
 * {@code SIGNED_IN} needs one; the rest need one of the roles in the community of the path.
 */
public record Access(String name, boolean signedIn, Set<Role> roles) {
    public static final Access ANYONE = new Access("anyone", false, Set.of());
    public static final Access SIGNED_IN = new Access("signed-in", true, Set.of());

    public static Access of(Role... roles) {
        List<Role> all = Arrays.asList(roles);
        return new Access(String.join(" ", all.stream().map(Role::key).toList()), true, Set.copyOf(all));
    }

    void check(@Nullable CurrentUser viewer, @Nullable Community here) {
        if (signedIn && viewer == null) {
            throw HttpError.signIn();
        }
        if (!roles.isEmpty()
                && (viewer == null || here == null || roles.stream().noneMatch(r -> viewer.has(r, here.id())))) {
            throw HttpError.forbidden("web.stop.role");
        }
    }
}
