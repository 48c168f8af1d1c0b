package pavilion.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
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

    /**
     * Everybody who lives, owns or serves where it is reads it whole, tenants the matters of the owners too: who may vote
     * on it is another question.
     *
     * @throws HttpError as {@link #read(Request, Tx)}
     */
    public Matter read(Request request, Tx tx, long id) {
        Matter matter = matters.find(tx, request.community().id(), id).orElseThrow(HttpError::notFound);
        if (!Relation.of(request.user(), matter).belongs()) {
            throw HttpError.forbidden("matter.stop.elsewhere");
        }
        return matter;
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

    /** The address of the matter's page. */
    public static String url(Request request, Matter matter) {
        return "/c/" + request.community().code() + "/matters/" + matter.id();
    }
}
