package pavilion.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The plan: options with cost and effects, "keep as it is" among them, and who has a voice. */
final class PlanPages {
    private static final int OPTIONS = 5;
    private static final int PEOPLE = 8;
    private static final String VOTE = "vote";
    private static final String SPEAK = "speak";
    private final Database db;
    private final MatterAccess access;
    private final Plans plans;

    PlanPages(Database db, MatterAccess access, Plans plans) {
        this.db = db;
        this.access = access;
        this.plans = plans;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/plan", Access.of(Role.COMMITTEE), this::form),
                Route.post(
                        "/c/:c/matters/:id/plan",
                        Access.of(Role.COMMITTEE),
                        this::save,
                        FormField.text("title*", 80),
                        FormField.text("cost*", 200),
                        FormField.text("effects*", 1000),
                        FormField.text("who*", 80),
                        FormField.choice("voice*", VOTE, SPEAK)));
    }

    Response form(Request request) {
        var tx = db.plain();
        Matter matter = access.read(request, tx);
        access.requireRole(request, matter, Role.COMMITTEE);
        return request.page("proposal/plan", view(request, matter, values(request, matter, plans.of(tx, matter))));
    }

    private Map<String, String> values(Request request, Matter matter, Plan plan) {
        Phrases phrases = request.phrases();
        Map<String, String> values = new HashMap<>();
        values.put("title0", phrases.say("matter.plan.as-is"));
        values.put("cost0", phrases.say("matter.plan.as-is.cost"));
        values.put(
                "who0",
                phrases.say(
                        plans.ofOwners(matter) ? "matter.plan.owners" : "matter.plan.households", matter.placeName()));
        values.put("voice0", VOTE);
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

    record PlanFormView(
            Matter matter,
            boolean owners,
            List<Map<String, String>> wrongs,
            List<OptionView> choices,
            List<PersonView> people) {}

    /**
     * The fields of one option.
     *
     * @param keep whether it is the one that keeps things as they are
     * @param spare whether it is empty and folded away
     */
    record OptionView(int n, boolean keep, boolean spare, String way, String cost, String effects) {}

    /** The fields of one of those concerned. */
    record PersonView(int n, String who, boolean votes) {}

    private PlanFormView view(Request request, Matter matter, Map<String, String> values) {
        return new PlanFormView(
                matter,
                plans.ofOwners(matter),
                request.phrases().errors(request.form().errors()),
                IntStream.range(0, OPTIONS).mapToObj(i -> option(i, values)).toList(),
                IntStream.range(0, PEOPLE).mapToObj(i -> person(i, values)).toList());
    }

    private static OptionView option(int i, Map<String, String> values) {
        String title = values.getOrDefault("title" + i, "");
        return new OptionView(
                i,
                i == 0,
                i > 1 && title.isEmpty(),
                title,
                values.getOrDefault("cost" + i, ""),
                values.getOrDefault("effects" + i, ""));
    }

    private static PersonView person(int i, Map<String, String> values) {
        return new PersonView(i, values.getOrDefault("who" + i, ""), VOTE.equals(values.get("voice" + i)));
    }

    Response save(Request request) {
        Matter matter = access.read(request, db.plain());
        Actor by = access.requireRole(request, matter, Role.COMMITTEE);
        FormData form = request.form();
        List<Plan.Option> options = new ArrayList<>();
        for (int i = 0; i < OPTIONS; i++) {
            String title = i == 0 ? form.required("title0") : form.optional("title" + i);
            String cost = form.optional("cost" + i);
            String effects = form.optional("effects" + i);
            if (!title.isEmpty()) {
                options.add(new Plan.Option(options.size() + 1, title, cost, effects, i == 0));
            } else if (!cost.isEmpty() || !effects.isEmpty()) {
                form.wrong("title" + i, "web.form.required");
            }
        }
        List<Plan.Stakeholder> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String name = form.optional("who" + i);
            if (!name.isEmpty()) {
                String voice = form.text("voice" + i).equals(VOTE) ? VOTE : SPEAK;
                people.add(new Plan.Stakeholder(people.size() + 1, name, voice));
            }
        }
        Plans.complete(new Plan(options, people)).ifPresent(no -> form.wrong("title1", no));
        if (!form.good()) {
            return request.again("proposal/plan", view(request, matter, form.values()));
        }
        db.run(tx -> plans.write(tx, matter.community(), matter.id(), options, people, by));
        return Response.to(MatterAccess.url(request, matter));
    }
}
