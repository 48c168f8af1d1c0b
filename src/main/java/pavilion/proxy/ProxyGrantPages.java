package pavilion.proxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** A person's letters on their own phone: those they gave and hold, their code, and giving one. */
final class ProxyGrantPages {
    private final Database db;
    private final ProxyGrants grants;
    private final ProxyLetters letters;
    private final ProxyLetterForm form;

    ProxyGrantPages(Database db, ProxyGrants grants, ProxyLetters letters, ProxyLetterForm form) {
        this.db = db;
        this.grants = grants;
        this.letters = letters;
        this.form = form;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/proxies", Access.SIGNED_IN, request -> mine(request, "")),
                Route.post("/c/:c/proxies/code", Access.SIGNED_IN, this::code),
                Route.get("/c/:c/proxies/new", Access.SIGNED_IN, this::ask),
                Route.post(
                        "/c/:c/proxies/new",
                        Access.SIGNED_IN,
                        this::give,
                        ProxyLetterForm.fields(FormField.text("code", 80), FormField.checkbox("sign"))));
    }

    private Response mine(Request request, String code) {
        long me = request.user().person();
        List<ProxyLetter> all =
                ProxyLetterStore.of(db.plain(), request.community().id(), me);
        return request.page(
                "proxy/mine",
                new ProxyViews.MyLetters(
                        lines(all.stream().filter(each -> each.holder() != me).toList()),
                        lines(all.stream().filter(each -> each.holder() == me).toList()),
                        code));
    }

    private List<ProxyViews.LetterLine> lines(List<ProxyLetter> all) {
        return all.stream()
                .map(letter -> new ProxyViews.LetterLine(
                        letter, letter.state(letters.today()).key()))
                .toList();
    }

    private Response code(Request request) {
        CurrentUser me = request.user();
        if (me.community() != request.community().id()) {
            throw HttpError.forbidden("proxy.stop.other-community");
        }
        String code = grants.code(me.community(), me.person());
        return mine(request, code.substring(0, 5) + " " + code.substring(5));
    }

    private Response ask(Request request) {
        Optional<ProxyScope> scope = form.scope(request, request.asked());
        return scope.isEmpty()
                ? Response.to("/c/" + request.community().code() + "/proxies")
                : request.page("proxy/new", view(request, scope.get(), Map.of()));
    }

    private ProxyViews.GrantForm view(Request request, ProxyScope scope, Map<String, String> typed) {
        return new ProxyViews.GrantForm(
                scope,
                form.values(scope, typed),
                request.form().errors(),
                Tokens.token(),
                grants.votersOf(db.plain(), scope, request.user().person()));
    }

    private Response give(Request request) {
        FormData typed = request.form();
        ProxyScope scope = form.scope(request, typed).orElseThrow(HttpError::notFound);
        LetterDraft draft = form.draft(typed, false);
        String code = typed.required("code");
        if (!typed.checked("sign")) {
            typed.wrong("sign", "proxy.refused.sign");
        }
        if (typed.good()) {
            try {
                ProxyLetter letter = grants.give(scope, draft, code, request.user());
                return Response.to("/c/" + request.community().code() + "/proxies/" + letter.id());
            } catch (Refused refused) {
                ProxyLetterForm.refused(typed, refused, "code");
            }
        }
        return request.again("proxy/new", view(request, scope, typed.values()));
    }
}
