package pavilion.proposal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.Matters;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.NeverVotable;
import pavilion.rules.procedure.StageKind;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;
import pavilion.web.SelectOption;

/** The form of the committee's answer to a proposal. */
final class TriagePages {
    private static final List<String> ROUTES = Stream.of(DecisionRoute.values())
            .map(route -> route.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Database db;
    private final MatterAccess access;
    private final Matters matters;
    private final Triages triages;

    TriagePages(Database db, MatterAccess access, Matters matters, Triages triages) {
        this.db = db;
        this.access = access;
        this.matters = matters;
        this.triages = triages;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/triage", Access.of(Role.COMMITTEE), this::form),
                Route.post(
                        "/c/:c/matters/:id/triage",
                        Access.of(Role.COMMITTEE),
                        this::decide,
                        FormField.choice("route", ROUTES.toArray(String[]::new)),
                        FormField.choice("guard"),
                        FormField.checkbox("narrowed"),
                        FormField.choice("owners_rule"),
                        FormField.choice("own_rule"),
                        FormField.text("reply", 4000),
                        FormField.text("post", 60),
                        FormField.date("deadline")));
    }

    Response form(Request request) {
        Matter matter = access.read(request, db.plain());
        access.requireRole(request, matter, Role.COMMITTEE);
        Map<String, String> values =
                Map.of("deadline", matters.today().plusDays(10).toString());
        return request.page("proposal/triage", view(request, matter, values, null));
    }

    /** The form of the committee's answer, with what it may choose from. */
    record TriageFormView(
            Matter matter,
            Map<String, String> values,
            Map<String, Refusal> errors,
            List<Map<String, String>> wrongs,
            boolean done,
            List<RouteView> routes,
            List<SelectOption> guards,
            List<SelectOption> classes,
            List<SelectOption> own,
            @Nullable StoppedView stopped) {}

    record RouteView(String value, String label, String note, boolean checked) {}

    /** What cannot be put to the vote, why, and the right way. */
    record StoppedView(String reason, String article, String thing, String way) {}

    private TriageFormView view(
            Request request, Matter matter, Map<String, String> values, @Nullable NeverVotable guard) {
        Phrases phrases = request.phrases();
        Map<String, Refusal> errors = request.form().errors();
        return new TriageFormView(
                matter,
                values,
                errors,
                phrases.errors(errors),
                matters.stage(matter).kind() != StageKind.TRIAGE,
                routes(phrases, values.get("route")),
                guards(phrases, values.getOrDefault("guard", "")),
                triages.ownersRules().stream()
                        .map(rule -> new SelectOption(
                                rule,
                                phrases.in(matters.book().catalogue().rule(rule).name()),
                                rule.equals(values.get("owners_rule"))))
                        .toList(),
                own(phrases, matter, values.getOrDefault("own_rule", "")),
                guard == null
                        ? null
                        : new StoppedView(
                                phrases.in(guard.reason()),
                                phrases.in(guard.article()),
                                phrases.in(guard.name()),
                                phrases.say(guard.route().key())));
    }

    private static List<RouteView> routes(Phrases phrases, @Nullable String chosen) {
        List<RouteView> routes = new ArrayList<>();
        for (DecisionRoute route : DecisionRoute.values()) {
            String key = route.name().toLowerCase(Locale.ROOT);
            routes.add(new RouteView(
                    key, phrases.say(route.key()), phrases.say("matter.route." + key), key.equals(chosen)));
        }
        return routes;
    }

    private List<SelectOption> guards(Phrases phrases, String chosen) {
        List<SelectOption> guards = new ArrayList<>();
        guards.add(new SelectOption("", phrases.say("matter.triage.no-guard"), chosen.isEmpty()));
        matters.book()
                .neverVotable()
                .forEach(entry -> guards.add(new SelectOption(
                        entry.key(), phrases.in(entry.name()), entry.key().equals(chosen))));
        return guards;
    }

    /** The community's own rules; none where it adopted none. */
    private List<SelectOption> own(Phrases phrases, Matter matter, String chosen) {
        List<SelectOption> own = new ArrayList<>();
        triages.own(matter)
                .forEach(rule -> own.add(new SelectOption(
                        rule.id(), phrases.in(rule.name()), rule.id().equals(chosen))));
        if (!own.isEmpty()) {
            own.addFirst(new SelectOption("", phrases.say("matter.triage.law"), chosen.isEmpty()));
        }
        return own;
    }

    Response decide(Request request) {
        Matter matter = access.read(request, db.plain());
        Actor by = access.requireRole(request, matter, Role.COMMITTEE);
        FormData form = request.form();
        String route = form.oneOf("route", ROUTES);
        String guard = form.text("guard");
        boolean known = guard.isEmpty()
                || matters.book().neverVotable().stream()
                        .anyMatch(entry -> entry.key().equals(guard));
        if (!known) {
            form.wrong("guard", "web.form.choose");
        }
        String reply = form.required("reply");
        String post = form.required("post");
        LocalDate until = day(form, matters.today());
        if (route.equals("owners")) {
            form.oneOf("owners_rule", triages.ownersRules());
        }
        if (!form.good() || until == null) {
            return request.again("proposal/triage", view(request, matter, form.values(), null));
        }
        var answer = new Triages.Answer(
                DecisionRoute.valueOf(route.toUpperCase(Locale.ROOT)),
                guard,
                form.checked("narrowed"),
                form.text("owners_rule"),
                form.text("own_rule"),
                reply,
                post,
                until);
        var stopped = Triages.guarded(matters.book().neverVotable(), answer);
        if (stopped.isPresent()) {
            return request.again("proposal/triage", view(request, matter, form.values(), stopped.get()));
        }
        try {
            db.transact(tx -> triages.decide(tx, matter.community(), matter.id(), answer, by));
        } catch (Refused refused) {
            form.wrong("own_rule", refused.refusal());
            return request.again("proposal/triage", view(request, matter, form.values(), null));
        }
        return Response.to(MatterAccess.url(request, matter));
    }

    private static @Nullable LocalDate day(FormData form, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(form.text("deadline"));
            if (!day.isBefore(today) && day.isBefore(today.plusYears(2))) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // What is no day is refused below.
        }
        form.wrong("deadline", "matter.form.day");
        return null;
    }
}
