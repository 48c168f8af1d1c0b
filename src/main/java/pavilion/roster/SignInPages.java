package pavilion.roster;

import static pavilion.web.Access.ANYONE;
import static pavilion.web.Access.SIGNED_IN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.rules.Refused;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Secrets;
import pavilion.web.Visit;

/** Coming in: by name and password, or the first time by a slip of paper. Going out, here or everywhere. */
public final class SignInPages {
    private final Accounts accounts;

    public SignInPages(Accounts accounts) {
        this.accounts = accounts;
    }

    public List<Door> doors() {
        return List.of(
                Door.get("/sign-in", ANYONE, this::ask),
                Door.post("/sign-in", ANYONE, this::signIn),
                Door.post("/sign-out", SIGNED_IN, this::signOut),
                Door.post("/sign-out-everywhere", SIGNED_IN, this::signOutEverywhere),
                Door.get("/slip", ANYONE, this::askCode),
                Door.get("/slip/:code", ANYONE, this::showSlip),
                Door.post("/slip/:code", ANYONE, this::setUp),
                Door.get("/set", ANYONE, this::set));
    }

    private Answer ask(Visit visit) {
        return visit.page("roster/sign-in", Map.of("back", Back.local(visit.query("back"))));
    }

    private Answer signIn(Visit visit) {
        Form form = visit.form();
        String back = Back.local(form.text("back"));
        String name = form.required("name", 40);
        String password = form.required("password", Passwords.LONGEST);
        if (form.good()) {
            try {
                Accounts.Token token = accounts.signIn(name, password, visit.address());
                return visit.withToken(Answer.to(back), token.value(), Accounts.SIGNED_IN.toSeconds());
            } catch (Refused no) {
                form.wrong("name", no.refusal());
            }
        }
        return visit.again("roster/sign-in", model(form, "back", back));
    }

    private Answer signOut(Visit visit) {
        accounts.signOut(visit.me(), visit.tokenHash());
        return visit.withToken(Answer.to("/"), "", 0);
    }

    private Answer signOutEverywhere(Visit visit) {
        accounts.signOutEverywhere(visit.me());
        return visit.withToken(Answer.to("/sign-in"), "", 0);
    }

    private Answer askCode(Visit visit) {
        String typed = visit.query("code");
        if (typed.isEmpty()) {
            return visit.page("roster/slip-code", Map.of());
        }
        String code = SlipCode.normal(typed);
        return code == null ? dead(visit, typed) : Answer.to("/slip/" + code);
    }

    private Answer dead(Visit visit, String typed) {
        return visit.page(422, "roster/slip-code", Map.of("code", typed, "dead", true));
    }

    private Answer showSlip(Visit visit) {
        Optional<InvitationStore.Open> slip = accounts.slip(visit.path("code"), visit.address());
        return slip.isEmpty()
                ? dead(visit, visit.path("code"))
                : visit.page("roster/slip", invitation(new HashMap<>(), visit, slip.get()));
    }

    private Answer setUp(Visit visit) {
        Form form = visit.form();
        String name = form.required("name", 40);
        String password = form.required("password", Passwords.LONGEST);
        if (form.good()) {
            Passwords.refuse(password, name).ifPresent(no -> form.wrong("password", no));
        }
        if (form.good()) {
            try {
                Accounts.Token token = accounts.setUp(visit.path("code"), name, password, visit.address());
                return visit.withToken(Answer.to("/"), token.value(), Accounts.SIGNED_IN.toSeconds());
            } catch (Refused no) {
                form.wrong("name", no.refusal());
            }
        }
        Optional<InvitationStore.Open> slip = accounts.slip(visit.path("code"), visit.address());
        return slip.isEmpty()
                ? dead(visit, visit.path("code"))
                : visit.again("roster/slip", invitation(model(form), visit, slip.get()));
    }

    private static Map<String, Object> invitation(Map<String, Object> model, Visit visit, InvitationStore.Open slip) {
        model.put("code", visit.path("code"));
        model.put("household", slip.household());
        model.put("person", Mask.name(slip.personName()));
        model.put("before", !slip.name().isEmpty());
        model.put("suggested", slip.name());
        model.put("shortest", Passwords.SHORTEST);
        return model;
    }

    private Answer set(Visit visit) {
        return visit.withLook(
                Answer.to(Back.local(visit.query("back"))),
                visit.look().with(visit.query("lang"), visit.query("size"), visit.query("scheme")));
    }

    /** What was typed, without the password, and what is wrong with it; a fresh key for the form. */
    static Map<String, Object> model(Form form, Object... more) {
        Map<String, Object> model = new HashMap<>();
        Map<String, String> values = new HashMap<>(form.values());
        values.remove("password");
        model.put("values", values);
        model.put("errors", form.errors());
        model.put("key", Secrets.token());
        for (int i = 0; i + 1 < more.length; i += 2) {
            model.put(more[i].toString(), more[i + 1]);
        }
        return model;
    }
}
