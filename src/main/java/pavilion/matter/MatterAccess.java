package pavilion.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.rules.ElectorateKind;
import pavilion.rules.procedure.Template;
import pavilion.web.HttpError;
import pavilion.web.Request;

/** Who may read which matters, and as what somebody acts on one. */
public final class MatterAccess {
    private final Matters matters;

    MatterAccess(Matters matters) {
        this.matters = matters;
    }

    /**
     * The matter of the path's {@code :id}.
     *
     * @throws HttpError 404 if there is none, 403 with a sentence and no data if this person may not read it
     */
    public Matter read(Request request, Tx tx) {
        return read(request, tx, request.id("id"));
    }

    /** @throws HttpError as {@link #read(Request, Tx)} */
    public Matter read(Request request, Tx tx, long id) {
        CurrentUser user = request.user();
        Matter matter = matters.find(tx, request.community().id(), id).orElseThrow(HttpError::notFound);
        if (!Relation.of(user, matter).belongs()) {
            throw HttpError.forbidden("matter.stop.elsewhere");
        }
        if (matters.ofOwners(matter) && tenantOnly(tx, user, matter.community()) && !serves(user, matter)) {
            throw HttpError.forbidden("matter.owners-only");
        }
        return matter;
    }

    private static boolean serves(CurrentUser user, Matter matter) {
        return !Relation.actor(user, matter).post().equals("resident");
    }

    private static boolean tenantOnly(Tx tx, CurrentUser user, int community) {
        return user.community() == community
                && !user.has(Role.OWNER, community)
                && MatterPeopleStore.byId(tx, community, user.person())
                        .map(MatterPeopleStore.Person::tenant)
                        .orElse(false);
    }

    /** @throws HttpError 403 with a sentence if the person holds none of these posts where the matter is */
    public Actor requireRole(Request request, Matter matter, Role... roles) {
        CurrentUser user = request.user();
        return Stream.of(roles)
                .filter(role -> user.has(role, matter.community(), matter.placePath()))
                .findFirst()
                .map(role -> Actor.as(user, role))
                .orElseThrow(() -> HttpError.forbidden("web.stop.role"));
    }

    /**
     * Paths of the places where this person lives or holds a role here.
     *
     * @throws HttpError 403 for who does so only in another community
     */
    public List<String> paths(Request request) {
        CurrentUser user = request.user();
        int community = request.community().id();
        List<String> paths = new ArrayList<>();
        for (RoleGrant grant : user.grants()) {
            if (grant.community() == community) {
                paths.add(grant.path());
            }
        }
        if (user.community() == community && user.household() != 0) {
            paths.add(user.householdPath());
        }
        if (paths.isEmpty() && user.community() != community) {
            throw HttpError.forbidden("matter.stop.community");
        }
        return paths;
    }

    /** @throws HttpError as {@link #paths} */
    MatterScope scope(Request request, Tx tx) {
        CurrentUser user = request.user();
        int community = request.community().id();
        List<String> paths = paths(request);
        List<String> hidden = holdsNoPost(user, community) && tenantOnly(tx, user, community)
                ? matters.book().templates().values().stream()
                        .filter(this::ofOwners)
                        .map(Template::id)
                        .toList()
                : List.of();
        return new MatterScope(paths.toArray(String[]::new), hidden.toArray(String[]::new));
    }

    private boolean ofOwners(Template template) {
        return matters.book().catalogue().rule(template.ruleId()).electorate() == ElectorateKind.OWNERS;
    }

    private static boolean holdsNoPost(CurrentUser user, int community) {
        return user.roles(community).stream()
                .allMatch(role -> role == Role.RESIDENT || role == Role.HOUSEHOLD_REP || role == Role.RESIDENT_REP);
    }

    /** The address of the matter's page. */
    public static String url(Request request, Matter matter) {
        return "/c/" + request.community().code() + "/matters/" + matter.id();
    }
}
