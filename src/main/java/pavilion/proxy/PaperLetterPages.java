package pavilion.proxy;

import java.util.List;
import pavilion.db.Database;
import pavilion.electorate.Voter;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The letters of one session or matter, and a letter on paper typed in by a clerk. */
final class PaperLetterPages {
    private static final Role[] CLERKS = {Role.COMMITTEE, Role.RECORDER, Role.MODERATOR};
    private static final int MOST = 20;

    private final Database db;
    private final ProxyGrants grants;
    private final ProxyLetters letters;
    private final ProxyLetterForm form;

    PaperLetterPages(Database db, ProxyGrants grants, ProxyLetters letters, ProxyLetterForm form) {
        this.db = db;
        this.grants = grants;
        this.letters = letters;
        this.form = form;
    }

    List<Route> routes() {
        Access clerks = Access.of(CLERKS);
        return List.of(
                Route.get("/c/:c/desk/proxies", clerks, this::show),
                Route.post(
                        "/c/:c/desk/proxies",
                        clerks,
                        this::enter,
                        ProxyLetterForm.fields(
                                FormField.date("signed"),
                                FormField.choice("holder"),
                                FormField.text("door", 60),
                                FormField.text("who", 60))));
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
        ProxyScope scope = form.scope(request, asked).orElseThrow(HttpError::notFound);
        if (!clerk(request.user(), scope.community(), scope.path())) {
            throw HttpError.forbidden("session.stop.moderator");
        }
        return scope;
    }

    private Response show(Request request) {
        FormData asked = request.asked();
        return request.page("proxy/desk", view(scope(request, asked), asked));
    }

    private ProxyViews.PaperLetters view(ProxyScope scope, FormData asked) {
        String household = asked.text("door");
        String holder = asked.text("who");
        boolean searched = !household.isEmpty() && !holder.isEmpty();
        return new ProxyViews.PaperLetters(
                scope,
                form.values(scope, asked.values()),
                asked.errors(),
                Tokens.token(),
                ProxyLetterStore.all(db.plain(), scope).stream()
                        .map(letter -> new ProxyViews.LetterLine(
                                letter, letter.state(letters.today()).key()))
                        .toList(),
                searched,
                searched
                        ? grants.roll(db.plain(), scope).stream()
                                .filter(voter -> Voter.named(voter.label(), household))
                                .limit(MOST)
                                .toList()
                        : List.of(),
                searched
                        ? ProxyHolderStore.search(db.plain(), scope.community(), scope.path(), holder, MOST)
                        : List.of());
    }

    private Response enter(Request request) {
        FormData typed = request.form();
        ProxyScope scope = scope(request, typed);
        LetterDraft draft = form.draft(typed, true);
        long holder = typed.number("holder", n -> n > 0, "web.form.choose");
        if (typed.good()) {
            try {
                grants.enter(scope, draft, holder, Actor.of(request.user(), scope.community(), scope.path()));
                return Response.to("/c/" + request.community().code() + "/desk/proxies?"
                        + scope.subject().query());
            } catch (Refused refused) {
                ProxyLetterForm.refused(typed, refused, "holder");
            }
        }
        return request.again("proxy/desk", view(scope, typed));
    }
}
