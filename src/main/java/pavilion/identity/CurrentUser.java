package pavilion.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who sends the request, as the server knows it; nothing here comes from the client.
 *
 * @param community the one on whose roll the person is
 * @param household place id of the household, or 0
 * @param householdPath the household's place and its ancestors, like {@link RoleGrant#path}; empty without a household
 * @param level 1 = account, 2 = checked in person (needed for binding votes), 3 = official identity service
 * @param grants the roles held today, in this community or another
 */
public record CurrentUser(
        int community,
        long person,
        String name,
        long household,
        String householdPath,
        int level,
        List<RoleGrant> grants) {

    /** Was checked in person, as a binding vote needs. */
    public boolean checkedInPerson() {
        return level >= 2;
    }

    /** Holds the role anywhere in the community. */
    public boolean has(Role role, int community) {
        return grants.stream().anyMatch(g -> g.role() == role && g.community() == community);
    }

    /** Holds the role at the place or above it. */
    public boolean has(Role role, int community, String placePath) {
        return grants.stream().anyMatch(g -> g.role() == role && g.covers(community, placePath));
    }

    /** Holds any role at the place, above it or below it: a resident belongs to the courtyard, its grid and the community. */
    public boolean belongs(int community, String placePath) {
        return grants.stream()
                .anyMatch(g -> g.community() == community
                        && (placePath.startsWith(g.path()) || g.path().startsWith(placePath)));
    }

    /** Every role held anywhere in the community. */
    public Set<Role> roles(int community) {
        return grants.stream()
                .filter(g -> g.community() == community)
                .map(RoleGrant::role)
                .collect(Collectors.toSet());
    }
}
