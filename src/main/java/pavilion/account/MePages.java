package pavilion.account;

import static pavilion.web.Access.SIGNED_IN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.identity.CurrentUser;
import pavilion.roster.People;
import pavilion.web.Communities.Community;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** What the house knows about oneself, and the way out of every browser. */
public final class MePages {
    private final Accounts accounts;
    private final People people;

    public MePages(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    public List<Route> routes() {
        return List.of(Route.get("/me", SIGNED_IN, this::home), Route.get("/c/:c/me", SIGNED_IN, this::show));
    }

    private Response home(Request request) {
        Community home = request.webContext().communities().byId(request.me().community());
        if (home == null) {
            throw HttpError.notFound();
        }
        return Response.to("/c/" + home.code() + "/me");
    }

    private Response show(Request request) {
        CurrentUser me = request.me();
        if (me.community() != request.here().id()) {
            return home(request);
        }
        AccountStore.Standing standing = accounts.standing(me).orElseThrow(HttpError::notFound);
        Map<String, Object> model = new HashMap<>();
        model.put("display", me.name());
        model.put("name", standing.name());
        model.put("code", standing.code());
        model.put("household", standing.household());
        model.put("checked", standing.level() >= 2);
        model.put("checkedAt", standing.checkedAt());
        model.put("devices", standing.devices());
        model.put(
                "posts",
                people.posts(me.community(), me.person()).stream()
                        .filter(p -> p.to() == null)
                        .map(p -> Map.of("role", p.role(), "where", p.placeName(), "from", p.from()))
                        .toList());
        return request.page("roster/me", model);
    }
}
