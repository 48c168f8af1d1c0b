package pavilion.proposal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterListPages;
import pavilion.matter.MatterModule;
import pavilion.rules.Refused;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.NeverVotable;
import pavilion.rules.procedure.StageKind;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The committee's first answer: who may decide this, and may it be voted on at all. */
public final class TriagePages {
    private final MatterModule room;

    public TriagePages(MatterModule room) {
        this.room = room;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/triage", Access.of(Role.COMMITTEE), this::form),
                Route.post("/c/:c/matters/:id/triage", Access.of(Role.COMMITTEE), this::decide));
    }

    Response form(Request request) {
        Matter matter = room.read(request, room.db.plain());
        room.post(request, matter, Role.COMMITTEE);
        Map<String, String> values =
                Map.of("deadline", room.matters.today().plusDays(10).toString());
        return request.page("matter/triage", model(request, matter, values, null));
    }

    private Map<String, Object> model(
            Request request, Matter matter, Map<String, String> values, @Nullable NeverVotable guard) {
        Phrases phrases = request.phrases();
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("values", values);
        model.put("errors", request.form().errors());
        model.put("wrongs", phrases.errors(request.form().errors()));
        model.put("done", room.matters.stage(matter).kind() != StageKind.TRIAGE);
        List<Map<String, Object>> routes = new ArrayList<>();
        for (DecisionRoute route : DecisionRoute.values()) {
            String key = route.name().toLowerCase(Locale.ROOT);
            routes.add(Map.of(
                    "value", key,
                    "label", phrases.say(route.key()),
                    "note", phrases.say("matter.route." + key),
                    "checked", key.equals(values.get("route"))));
        }
        model.put("routes", routes);
        List<Map<String, Object>> guards = new ArrayList<>();
        guards.add(MatterListPages.choice(
                "",
                phrases.say("matter.triage.no-guard"),
                values.getOrDefault("guard", "").isEmpty()));
        room.matters
                .book()
                .neverVotable()
                .forEach(entry -> guards.add(MatterListPages.choice(
                        entry.key(), phrases.in(entry.name()), entry.key().equals(values.get("guard")))));
        model.put("guards", guards);
        List<Map<String, Object>> classes = new ArrayList<>();
        Triages.OWNERS_RULES.forEach(rule -> classes.add(MatterListPages.choice(
                rule,
                phrases.in(room.matters.book().catalogue().rule(rule).name()),
                rule.equals(values.get("owners_rule")))));
        model.put("classes", classes);
        List<Map<String, Object>> own = new ArrayList<>();
        room.triages
                .own(matter)
                .forEach(rule -> own.add(MatterListPages.choice(
                        rule.id(), phrases.in(rule.name()), rule.id().equals(values.get("own_rule")))));
        if (!own.isEmpty()) {
            own.addFirst(MatterListPages.choice(
                    "",
                    phrases.say("matter.triage.law"),
                    values.getOrDefault("own_rule", "").isEmpty()));
        }
        model.put("own", own);
        if (guard != null) {
            model.put(
                    "stopped",
                    Map.of(
                            "reason", phrases.in(guard.reason()),
                            "article", phrases.in(guard.article()),
                            "thing", phrases.in(guard.name()),
                            "way", phrases.say(guard.route().key())));
        }
        return model;
    }

    Response decide(Request request) {
        Matter matter = room.read(request, room.db.plain());
        Actor by = room.post(request, matter, Role.COMMITTEE);
        FormData form = request.form();
        String route = form.oneOf(
                "route",
                List.of(DecisionRoute.values()).stream()
                        .map(r -> r.name().toLowerCase(Locale.ROOT))
                        .toList());
        String guard = form.text("guard");
        boolean known = guard.isEmpty()
                || room.matters.book().neverVotable().stream()
                        .anyMatch(entry -> entry.key().equals(guard));
        if (!known) {
            form.wrong("guard", "web.form.choose");
        }
        String reply = form.required("reply", 4000);
        String post = form.required("post", 60);
        LocalDate until = day(form, room.matters.today());
        if (route.equals("owners")) {
            form.oneOf("owners_rule", Triages.OWNERS_RULES);
        }
        if (!form.good() || until == null) {
            return request.again("matter/triage", model(request, matter, form.values(), null));
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
        var stopped = Triages.guarded(room.matters.book().neverVotable(), answer);
        if (stopped.isPresent()) {
            return request.again("matter/triage", model(request, matter, form.values(), stopped.get()));
        }
        try {
            room.db.transact(tx -> room.triages.decide(tx, matter.community(), matter.id(), answer, by));
        } catch (Refused refused) {
            form.wrong("own_rule", refused.refusal());
            return request.again("matter/triage", model(request, matter, form.values(), null));
        }
        return Response.to(MatterModule.url(request, matter));
    }

    private static @Nullable LocalDate day(FormData form, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(form.text("deadline"));
            if (!day.isBefore(today) && day.isBefore(today.plusYears(2))) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        form.wrong("deadline", "matter.form.day");
        return null;
    }
}
