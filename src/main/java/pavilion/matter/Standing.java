package pavilion.matter;

import pavilion.web.Grant;
import pavilion.web.Role;
import pavilion.web.Viewer;

/**
 * What one person is to one matter.
 *
 * @param belongs lives, owns or serves where the matter is
 * @param resident lives there
 */
public record Standing(
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

    public static Standing of(Viewer viewer, Matter matter) {
        int c = matter.community();
        String path = matter.placePath();
        boolean lives = viewer.community() == c
                && viewer.household() != 0
                && viewer.householdPath().startsWith(path);
        return new Standing(
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
    private static boolean below(Viewer viewer, Role role, int community, String path) {
        for (Grant grant : viewer.grants()) {
            if (grant.role() == role
                    && grant.community() == community
                    && grant.path().startsWith(path)) {
                return true;
            }
        }
        return false;
    }

    public boolean moderates() {
        return committee || moderator;
    }
}
