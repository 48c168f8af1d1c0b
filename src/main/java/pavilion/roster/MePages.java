package pavilion.roster;

import static pavilion.web.Access.SIGNED_IN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.web.Answer;
import pavilion.web.Communities.Community;
import pavilion.web.Door;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** What the house knows about oneself, and the way out of every browser. */
public final class MePages {
    private final Accounts accounts;
    private final People people;

    public MePages(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    public List<Door> doors() {
        return List.of(Door.get("/me", SIGNED_IN, this::home), Door.get("/c/:c/me", SIGNED_IN, this::show));
    }

    private Answer home(Visit visit) {
        Community home = visit.front().communities().byId(visit.me().community());
        if (home == null) {
            throw Stop.notFound();
        }
        return Answer.to("/c/" + home.code() + "/me");
    }

    private Answer show(Visit visit) {
        Viewer me = visit.me();
        if (me.community() != visit.here().id()) {
            return home(visit);
        }
        AccountStore.Standing standing = accounts.standing(me).orElseThrow(Stop::notFound);
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
        return visit.page("roster/me", model);
    }
}
