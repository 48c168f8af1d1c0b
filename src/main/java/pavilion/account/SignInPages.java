package pavilion.account;

import static pavilion.web.Access.ANYONE;
import static pavilion.web.Access.SIGNED_IN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.identity.MaskedName;
import pavilion.identity.Tokens;
import pavilion.rules.Refused;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Signing in by name and password, or the first time by an invitation; signing out, here or everywhere. */
public final class SignInPages {
    /** The cookie of a browser in which somebody was signed in; it gives no access. */
    private static final String KNOWN = "known";

    private static final FormField NAME = FormField.text("name", 40);
    private static final FormField PASSWORD = FormField.password("password", Passwords.LONGEST);

    private final Accounts accounts;

    public SignInPages(Accounts accounts) {
        this.accounts = accounts;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/sign-in", ANYONE, this::show),
                Route.post(
                        "/sign-in", ANYONE, this::signIn, NAME, PASSWORD, FormField.text("back", ReturnPath.LONGEST)),
                Route.post("/sign-out", SIGNED_IN, this::signOut),
                Route.post("/sign-out-everywhere", SIGNED_IN, this::signOutEverywhere),
                Route.get("/slip", ANYONE, this::askCode),
                Route.get("/slip/:code", ANYONE, this::showInvitation),
                Route.post("/slip/:code", ANYONE, this::setUp, NAME, PASSWORD),
                Route.get("/set", ANYONE, this::setDisplay));
    }

    private Response show(Request request) {
        return request.page("account/sign-in", Map.of("back", ReturnPath.local(request.query("back"))));
    }

    private Response signIn(Request request) {
        FormData form = request.form();
        String back = ReturnPath.local(form.text("back"));
        String name = form.required("name");
        String password = form.required("password");
        if (form.good()) {
            try {
                return signedIn(
                        request,
                        back,
                        accounts.signIn(new PasswordAuthenticator.Credentials(name, password), origin(request)));
            } catch (Refused no) {
                form.wrong("name", no.refusal());
            }
        }
        return request.again("account/sign-in", model(form, "back", back));
    }

    private static SignInOrigin origin(Request request) {
        return new SignInOrigin(request.address(), request.cookie(KNOWN));
    }

    private static Response signedIn(Request request, String where, Accounts.Token token) {
        Response answer = request.withToken(Response.to(where), token.value(), Accounts.SIGNED_IN.toSeconds());
        return request.withCookie(answer, KNOWN, token.browser(), Accounts.KNOWN.toSeconds());
    }

    private Response signOut(Request request) {
        accounts.signOut(request.user(), request.tokenHash());
        return request.withToken(Response.to("/"), "", 0);
    }

    private Response signOutEverywhere(Request request) {
        accounts.signOutEverywhere(request.user());
        return request.withToken(Response.to("/sign-in"), "", 0);
    }

    private Response askCode(Request request) {
        String typed = request.query("code");
        if (typed.isEmpty()) {
            return request.page("account/invitation-code", Map.of());
        }
        String code = InvitationCode.normal(typed);
        return code == null ? dead(request, typed) : Response.to("/slip/" + code);
    }

    private Response dead(Request request, String typed) {
        return request.page(422, "account/invitation-code", Map.of("code", typed, "dead", true));
    }

    private Response showInvitation(Request request) {
        Optional<InvitationStore.Open> invitation = accounts.invitation(request.path("code"), request.address());
        return invitation.isEmpty()
                ? dead(request, request.path("code"))
                : request.page("account/invitation", invitation(new HashMap<>(), request, invitation.get()));
    }

    private Response setUp(Request request) {
        FormData form = request.form();
        String name = form.required("name");
        String password = form.required("password");
        if (form.good()) {
            Passwords.refuse(password, name).ifPresent(no -> form.wrong("password", no));
        }
        if (form.good()) {
            try {
                return signedIn(
                        request,
                        "/",
                        accounts.signIn(
                                new InvitationAuthenticator.Credentials(request.path("code"), name, password),
                                origin(request)));
            } catch (Refused no) {
                form.wrong("name", no.refusal());
            }
        }
        Optional<InvitationStore.Open> invitation = accounts.invitation(request.path("code"), request.address());
        return invitation.isEmpty()
                ? dead(request, request.path("code"))
                : request.again("account/invitation", invitation(model(form), request, invitation.get()));
    }

    private static Map<String, Object> invitation(
            Map<String, Object> model, Request request, InvitationStore.Open open) {
        model.put("code", request.path("code"));
        model.put("household", open.household());
        model.put("person", MaskedName.name(open.personName()));
        model.put("before", !open.name().isEmpty());
        model.put("suggested", open.name());
        model.put("shortest", Passwords.SHORTEST);
        return model;
    }

    private Response setDisplay(Request request) {
        return request.withLook(
                Response.to(ReturnPath.local(request.query("back"))),
                request.preferences().with(request.query("lang"), request.query("size"), request.query("scheme")));
    }

    /** What was typed, without the password, and what is wrong with it; and a new key for the form. */
    static Map<String, Object> model(FormData form, Object... more) {
        Map<String, Object> model = new HashMap<>();
        Map<String, String> values = new HashMap<>(form.values());
        values.remove("password");
        model.put("values", values);
        model.put("errors", form.errors());
        model.put("key", Tokens.token());
        for (int i = 0; i + 1 < more.length; i += 2) {
            model.put(more[i].toString(), more[i + 1]);
        }
        return model;
    }
}
