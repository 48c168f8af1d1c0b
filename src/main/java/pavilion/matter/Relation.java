package pavilion.matter;

import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;

/**
 * What one person is to one matter.
 *
 * @param belongs lives, owns or serves where the matter is
 * @param resident lives there
 */
public record Relation(
        boolean belongs,
        boolean resident,
        boolean owner,
        boolean householdRep,
        boolean committee,
        boolean moderator,
        boolean recorder,
        boolean supervision,
        boolean gridWorker,
        boolean partner,
        boolean proposer) {

    public static Relation of(CurrentUser viewer, Matter matter) {
        int c = matter.community();
        String path = matter.placePath();
        boolean lives = viewer.community() == c
                && viewer.household() != 0
                && viewer.householdPath().startsWith(path);
        return new Relation(
                lives || viewer.belongs(c, path),
                lives || below(viewer, Role.RESIDENT, c, path),
                below(viewer, Role.OWNER, c, path),
                below(viewer, Role.HOUSEHOLD_REP, c, path),
                viewer.has(Role.COMMITTEE, c, path),
                viewer.has(Role.MODERATOR, c, path),
                viewer.has(Role.RECORDER, c, path),
                viewer.has(Role.SUPERVISION, c, path),
                viewer.has(Role.GRID_WORKER, c, path),
                viewer.has(Role.PARTNER, c, path) || viewer.has(Role.PROPERTY, c, path),
                viewer.community() == c && viewer.person() == matter.proposer());
    }

    // A household of the courtyard, or the courtyard itself, for a matter of the courtyard; a grid's post is not its
    // resident.
    private static boolean below(CurrentUser viewer, Role role, int community, String path) {
        for (RoleGrant grant : viewer.grants()) {
            if (grant.role() == role
                    && grant.community() == community
                    && grant.path().startsWith(path)) {
                return true;
            }
        }
        return false;
    }

    /** The weightiest post this person holds where the matter is. */
    public static Actor actor(CurrentUser viewer, Matter matter) {
        return Actor.of(viewer, matter.community(), matter.placePath());
    }

    public boolean moderates() {
        return committee || moderator;
    }
}
