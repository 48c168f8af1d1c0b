package pavilion.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterModule;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The plan: options with cost and effects, "keep as it is" among them, and who has a voice. */
public final class PlanPages {
    private static final int OPTIONS = 5;
    private static final int PEOPLE = 8;
    private final MatterModule room;

    public PlanPages(MatterModule room) {
        this.room = room;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/plan", Access.of(Role.COMMITTEE), this::form),
                Route.post("/c/:c/matters/:id/plan", Access.of(Role.COMMITTEE), this::save));
    }

    Response form(Request request) {
        var tx = room.db.plain();
        Matter matter = room.read(request, tx);
        room.post(request, matter, Role.COMMITTEE);
        return request.page("matter/plan", model(request, matter, values(request, matter, room.plans.of(tx, matter))));
    }

    private static Map<String, String> values(Request request, Matter matter, Plan plan) {
        Phrases phrases = request.phrases();
        Map<String, String> values = new HashMap<>();
        values.put("title0", phrases.say("matter.plan.as-is"));
        values.put("cost0", phrases.say("matter.plan.as-is.cost"));
        values.put("who0", phrases.say("matter.plan.households", matter.placeName()));
        values.put("voice0", "vote");
        values.put("who1", phrases.say("matter.plan.tenants"));
        values.put("who2", phrases.say("matter.plan.shops"));
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

    private Map<String, Object> model(Request request, Matter matter, Map<String, String> values) {
        Phrases phrases = request.phrases();
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("wrongs", phrases.errors(request.form().errors()));
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

    Response save(Request request) {
        Matter matter = room.read(request, room.db.plain());
        Actor by = room.post(request, matter, Role.COMMITTEE);
        FormData form = request.form();
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
            return request.again("matter/plan", model(request, matter, form.values()));
        }
        room.db.run(tx -> room.plans.write(tx, matter.community(), matter.id(), options, people, by));
        return Response.to(MatterModule.url(request, matter));
    }
}
