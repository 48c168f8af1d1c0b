package pavilion.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Visit;

/** The plan: options with cost and effects, "keep as it is" among them, and who has a voice. */
final class PlanPages {
    private static final int OPTIONS = 5;
    private static final int PEOPLE = 8;
    private final MatterRoom room;

    PlanPages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/matters/:id/plan", Access.of(Role.COMMITTEE), this::form),
                Door.post("/c/:c/matters/:id/plan", Access.of(Role.COMMITTEE), this::save));
    }

    Answer form(Visit visit) {
        var tx = room.db.plain();
        Matter matter = room.read(visit, tx);
        room.post(visit, matter, Role.COMMITTEE);
        return visit.page("matter/plan", model(visit, matter, values(visit, matter, room.plans.of(tx, matter))));
    }

    private static Map<String, String> values(Visit visit, Matter matter, Plan plan) {
        Speech speech = Speech.of(visit);
        Map<String, String> values = new HashMap<>();
        values.put("title0", speech.say("matter.plan.as-is"));
        values.put("cost0", speech.say("matter.plan.as-is.cost"));
        values.put("who0", speech.say("matter.plan.households", matter.placeName()));
        values.put("voice0", "vote");
        values.put("who1", speech.say("matter.plan.tenants"));
        values.put("who2", speech.say("matter.plan.shops"));
        int other = 1;
        for (Plan.Option option : plan.options()) {
            int at = option.asIs() ? 0 : other++;
            values.put("title" + at, option.title());
            values.put("cost" + at, option.cost());
            values.put("effects" + at, option.effects());
        }
        for (Plan.Stakeholder each : plan.stakeholders()) {
            int at = each.ordinal() - 1;
            values.put("who" + at, each.name());
            values.put("voice" + at, each.voice());
        }
        return values;
    }

    private Map<String, Object> model(Visit visit, Matter matter, Map<String, String> values) {
        Speech speech = Speech.of(visit);
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("wrongs", speech.errors(visit.form().errors()));
        model.put(
                "choices",
                IntStream.range(0, OPTIONS).mapToObj(i -> option(i, values)).toList());
        model.put(
                "people",
                IntStream.range(0, PEOPLE).mapToObj(i -> person(i, values)).toList());
        return model;
    }

    private static Map<String, Object> option(int i, Map<String, String> values) {
        return Map.of(
                "n",
                i,
                "keep",
                i == 0,
                "spare",
                i > 1 && values.getOrDefault("title" + i, "").isEmpty(),
                "way",
                values.getOrDefault("title" + i, ""),
                "cost",
                values.getOrDefault("cost" + i, ""),
                "effects",
                values.getOrDefault("effects" + i, ""));
    }

    private static Map<String, Object> person(int i, Map<String, String> values) {
        return Map.of(
                "n", i,
                "who", values.getOrDefault("who" + i, ""),
                "votes", "vote".equals(values.get("voice" + i)));
    }

    Answer save(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        Actor by = room.post(visit, matter, Role.COMMITTEE);
        Form form = visit.form();
        List<Plan.Option> options = new ArrayList<>();
        for (int i = 0; i < OPTIONS; i++) {
            String title = i == 0 ? form.required("title0", 80) : form.optional("title" + i, 80);
            String cost = form.optional("cost" + i, 200);
            String effects = form.optional("effects" + i, 1000);
            if (!title.isEmpty()) {
                options.add(new Plan.Option(options.size() + 1, title, cost, effects, i == 0));
            } else if (!cost.isEmpty() || !effects.isEmpty()) {
                form.wrong("title" + i, "web.form.required");
            }
        }
        List<Plan.Stakeholder> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String name = form.optional("who" + i, 80);
            if (!name.isEmpty()) {
                String voice = form.text("voice" + i).equals("vote") ? "vote" : "speak";
                people.add(new Plan.Stakeholder(people.size() + 1, name, voice));
            }
        }
        Plans.complete(new Plan(options, people)).ifPresent(no -> form.wrong("title1", no));
        if (!form.good()) {
            return visit.again("matter/plan", model(visit, matter, form.values()));
        }
        room.db.run(tx -> room.plans.write(tx, matter.community(), matter.id(), options, people, by));
        return Answer.to(MatterRoom.url(visit, matter));
    }
}
