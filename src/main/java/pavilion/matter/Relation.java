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

    public static Relation of(CurrentUser user, Matter matter) {
        int c = matter.community();
        String path = matter.placePath();
        boolean lives = MatterLine.of(matter).home(user);
        return new Relation(
                lives || user.belongs(c, path),
                lives || below(user, Role.RESIDENT, c, path),
                below(user, Role.OWNER, c, path),
                below(user, Role.HOUSEHOLD_REP, c, path),
                user.has(Role.COMMITTEE, c, path),
                user.has(Role.MODERATOR, c, path),
                user.has(Role.RECORDER, c, path),
                user.has(Role.SUPERVISION, c, path),
                user.has(Role.GRID_WORKER, c, path),
                user.has(Role.PARTNER, c, path) || user.has(Role.PROPERTY, c, path),
                user.community() == c && user.person() == matter.proposer());
    }

    // For a matter of a courtyard the role is held at a household of it or at the courtyard itself: a post of the whole
    // grid does not make anybody a resident of each of its courtyards.
    private static boolean below(CurrentUser user, Role role, int community, String path) {
        for (RoleGrant grant : user.grants()) {
            if (grant.role() == role
                    && grant.community() == community
                    && grant.path().startsWith(path)) {
                return true;
            }
        }
        return false;
    }

    /** The weightiest post this person holds where the matter is. */
    public static Actor actor(CurrentUser user, Matter matter) {
        return Actor.of(user, matter.community(), matter.placePath());
    }

    public boolean moderates() {
        return committee || moderator;
    }
}
