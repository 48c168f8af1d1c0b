package pavilion.proxy;

import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.electorate.Voter;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Letters at the desk: the list of one meeting or matter, and a letter of paper typed in by a clerk. */
final class ProxyDeskPages {
    private static final Role[] CLERKS = {Role.COMMITTEE, Role.RECORDER, Role.MODERATOR};
    private static final int MOST = 20;

    private final Database db;
    private final ProxyLetters letters;

    ProxyDeskPages(Database db, ProxyLetters letters) {
        this.db = db;
        this.letters = letters;
    }

    List<Route> routes() {
        Access clerks = Access.of(CLERKS);
        return List.of(
                Route.get("/c/:c/desk/proxies", clerks, this::show),
                Route.post("/c/:c/desk/proxies", clerks, this::enter));
    }

    static boolean clerk(CurrentUser me, int community, String path) {
        for (Role role : CLERKS) {
            if (me.has(role, community, path)) {
                return true;
            }
        }
        return false;
    }

    private ProxyScope scope(Request request, FormData asked) {
        ProxyScope scope = ProxyLetterPages.scope(letters, request, asked).orElseThrow(HttpError::notFound);
        if (!clerk(request.me(), scope.community(), scope.path())) {
            throw HttpError.forbidden("session.stop.moderator");
        }
        return scope;
    }

    private Response show(Request request) {
        FormData asked = request.asked();
        return request.page("proxy/desk", model(scope(request, asked), asked));
    }

    private Map<String, Object> model(ProxyScope scope, FormData asked) {
        Map<String, Object> model = ProxyLetterPages.blankForm(letters, scope, asked.values());
        String route = asked.text("door");
        String who = asked.text("who");
        model.put(
                "letters",
                ProxyLetterStore.all(db.plain(), scope).stream()
                        .map(letter -> new ProxyLetterPages.Line(letter, letter.state(letters.today())))
                        .toList());
        model.put("searched", !route.isEmpty() && !who.isEmpty());
        if (!route.isEmpty() && !who.isEmpty()) {
            model.put(
                    "voters",
                    letters.roll(db.plain(), scope).stream()
                            .filter(seat -> Voter.named(seat.label(), route))
                            .limit(MOST)
                            .toList());
            model.put("people", ProxyHolderStore.search(db.plain(), scope.community(), scope.path(), who, MOST));
        }
        return model;
    }

    private Response enter(Request request) {
        FormData form = request.form();
        ProxyScope scope = scope(request, form);
        ProxyLetters.Wish wish = ProxyLetterPages.wish(form, true);
        long holder = form.number("holder", n -> n > 0, "web.form.choose");
        if (form.good()) {
            try {
                letters.enter(scope, wish, holder, Actor.of(request.me(), scope.community(), scope.path()));
                return Response.to("/c/" + request.here().code() + "/desk/proxies?" + scope.query());
            } catch (Refused refused) {
                ProxyLetterPages.refused(form, refused, "holder");
            }
        }
        Map<String, Object> model = model(scope, form);
        model.put("errors", form.errors());
        return request.again("proxy/desk", model);
    }
}
