package pavilion.matter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refused;
import pavilion.rules.procedure.NeverVotable;
import pavilion.rules.procedure.Route;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Visit;

/** The committee's first answer: who may decide this, and may it be voted on at all. */
final class TriagePages {
    private final MatterRoom room;

    TriagePages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/matters/:id/triage", Access.of(Role.COMMITTEE), this::form),
                Door.post("/c/:c/matters/:id/triage", Access.of(Role.COMMITTEE), this::decide));
    }

    Answer form(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        room.post(visit, matter, Role.COMMITTEE);
        Map<String, String> values =
                Map.of("deadline", room.matters.today().plusDays(10).toString());
        return visit.page("matter/triage", model(visit, matter, values, null));
    }

    private Map<String, Object> model(
            Visit visit, Matter matter, Map<String, String> values, @Nullable NeverVotable guard) {
        Speech speech = Speech.of(visit);
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("values", values);
        model.put("errors", visit.form().errors());
        model.put("wrongs", speech.errors(visit.form().errors()));
        model.put("done", room.matters.stage(matter).kind() != StageKind.TRIAGE);
        List<Map<String, Object>> routes = new ArrayList<>();
        for (Route route : Route.values()) {
            String key = route.name().toLowerCase(Locale.ROOT);
            routes.add(Map.of(
                    "value", key,
                    "label", speech.say(route.key()),
                    "note", speech.say("matter.route." + key),
                    "checked", key.equals(values.get("route"))));
        }
        model.put("routes", routes);
        List<Map<String, Object>> guards = new ArrayList<>();
        guards.add(ListPages.choice(
                "",
                speech.say("matter.triage.no-guard"),
                values.getOrDefault("guard", "").isEmpty()));
        room.matters
                .book()
                .neverVotable()
                .forEach(entry -> guards.add(ListPages.choice(
                        entry.key(), speech.in(entry.name()), entry.key().equals(values.get("guard")))));
        model.put("guards", guards);
        List<Map<String, Object>> classes = new ArrayList<>();
        Triages.OWNERS_RULES.forEach(rule -> classes.add(ListPages.choice(
                rule,
                speech.in(room.matters.book().catalogue().rule(rule).name()),
                rule.equals(values.get("owners_rule")))));
        model.put("classes", classes);
        List<Map<String, Object>> own = new ArrayList<>();
        room.triages
                .own(matter)
                .forEach(rule -> own.add(ListPages.choice(
                        rule.id(), speech.in(rule.name()), rule.id().equals(values.get("own_rule")))));
        if (!own.isEmpty()) {
            own.addFirst(ListPages.choice(
                    "",
                    speech.say("matter.triage.law"),
                    values.getOrDefault("own_rule", "").isEmpty()));
        }
        model.put("own", own);
        if (guard != null) {
            model.put(
                    "stopped",
                    Map.of(
                            "reason", speech.in(guard.reason()),
                            "article", speech.in(guard.article()),
                            "thing", speech.in(guard.name()),
                            "way", speech.say(guard.route().key())));
        }
        return model;
    }

    Answer decide(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        Actor by = room.post(visit, matter, Role.COMMITTEE);
        Form form = visit.form();
        String route = form.oneOf(
                "route",
                List.of(Route.values()).stream()
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
            return visit.again("matter/triage", model(visit, matter, form.values(), null));
        }
        var answer = new Triages.Answer(
                Route.valueOf(route.toUpperCase(Locale.ROOT)),
                guard,
                form.checked("narrowed"),
                form.text("owners_rule"),
                form.text("own_rule"),
                reply,
                post,
                until);
        var stopped = Triages.guarded(room.matters.book().neverVotable(), answer);
        if (stopped.isPresent()) {
            return visit.again("matter/triage", model(visit, matter, form.values(), stopped.get()));
        }
        try {
            room.db.transact(tx -> room.triages.decide(tx, matter.community(), matter.id(), answer, by));
        } catch (Refused refused) {
            form.wrong("own_rule", refused.refusal());
            return visit.again("matter/triage", model(visit, matter, form.values(), null));
        }
        return Answer.to(MatterRoom.url(visit, matter));
    }

    private static @Nullable LocalDate day(Form form, LocalDate today) {
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
