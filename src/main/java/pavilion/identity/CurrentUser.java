package pavilion.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is asking, as the server knows it; nothing here comes from the client.
 *
 * @param community the roll the person is on
 * @param household place id of the household, or 0
 * @param level 1 = account, 2 = checked in person (needed for binding votes), 3 = official identity service
 */
public record CurrentUser(
        int community,
        long person,
        String name,
        long household,
        String householdPath,
        int level,
        List<RoleGrant> grants) {

    public boolean has(Role role, int where) {
        return grants.stream().anyMatch(g -> g.role() == role && g.community() == where);
    }

    public boolean has(Role role, int where, String placePath) {
        return grants.stream().anyMatch(g -> g.role() == role && g.covers(where, placePath));
    }

    /** Holds any role that covers the place, or lives below it (a resident of the courtyard, of its grid, of the community). */
    public boolean belongs(int where, String placePath) {
        return grants.stream()
                .anyMatch(g -> g.community() == where
                        && (placePath.startsWith(g.path()) || g.path().startsWith(placePath)));
    }

    public Set<Role> roles(int where) {
        return grants.stream()
                .filter(g -> g.community() == where)
                .map(RoleGrant::role)
                .collect(Collectors.toSet());
    }
}
