package pavilion.roster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Grant;
import pavilion.web.Role;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** The desk's pages of people: find somebody, check in person, give and end posts. */
public final class PeoplePages {
    static final Access DESK = Access.of(Role.COMMITTEE, Role.GRID_WORKER, Role.ADMIN);
    private static final int SIZE = 20;

    private final People people;

    public PeoplePages(People people) {
        this.people = people;
    }

    public List<Door> doors() {
        return List.of(
                Door.get("/c/:c/desk/people", DESK, this::list),
                Door.get("/c/:c/desk/people/:id", DESK, this::show),
                Door.post("/c/:c/desk/people/:id/check", DESK, this::check),
                Door.post("/c/:c/desk/people/:id/roles", DESK, this::give),
                Door.post("/c/:c/desk/people/:id/roles/end", DESK, this::end));
    }

    private Answer list(Visit visit) {
        Viewer me = visit.me();
        String words = visit.query("q").strip();
        words = words.substring(0, Math.min(words.length(), 60));
        int page = page(visit.query("page"));
        List<PeopleStore.Line> found = people.search(visit.here().id(), scope(me, visit), words, page, SIZE);
        boolean more = found.size() > SIZE;
        Map<String, Object> model = new HashMap<>();
        model.put("q", words);
        model.put("number", page + 1);
        model.put(
                "people",
                found.stream().limit(SIZE).map(p -> line(p, full(me, visit))).toList());
        String query = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&page=";
        model.put("before", page > 0 ? query + (page - 1) : "");
        model.put("after", more ? query + (page + 1) : "");
        model.put("none", found.isEmpty());
        return visit.page("roster/people", model);
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** The highest place that one of the viewer's desk roles covers. */
    private static String scope(Viewer me, Visit visit) {
        return me.grants().stream()
                .filter(g -> g.community() == visit.here().id() && DESK.roles().contains(g.role()))
                .map(Grant::path)
                .min(Comparator.comparingInt(String::length))
                .orElseThrow(Stop::notFound);
    }

    /** Who checks people needs their names; who only keeps the machine does not. */
    private static boolean full(Viewer me, Visit visit) {
        return me.has(Role.COMMITTEE, visit.here().id())
                || me.has(Role.GRID_WORKER, visit.here().id());
    }

    private static Map<String, Object> line(PeopleStore.Line p, boolean full) {
        Map<String, Object> line = new HashMap<>();
        line.put("id", p.id());
        line.put("code", p.code());
        line.put("name", full ? p.name() : Mask.name(p.name()));
        line.put("household", p.household());
        line.put("adult", p.adult());
        line.put("tenant", p.tenant());
        line.put("level", p.level());
        line.put("account", full || p.account().isEmpty() ? p.account() : Mask.name(p.account()));
        return line;
    }

    private Answer show(Visit visit) {
        return visit.page("roster/person", model(visit, Map.of(), Map.of()));
    }

    private Map<String, Object> model(Visit visit, Map<String, String> values, Map<String, Refusal> errors) {
        PeopleStore.Line person = people.find(visit.me(), visit.here().id(), visit.id("id"));
        Map<String, Object> model = line(person, full(visit.me(), visit));
        model.put(
                "posts",
                people.posts(visit.here().id(), person.id()).stream()
                        .map(PeoplePages::post)
                        .toList());
        model.put("ways", People.WAYS);
        model.put(
                "choices",
                Arrays.stream(Role.values())
                        .filter(role -> People.appoints(visit.me(), visit.here().id(), role, person.path()))
                        .map(Role::key)
                        .toList());
        model.put("values", values);
        model.put("errors", errors);
        return model;
    }

    private static Map<String, Object> post(PeopleStore.Post post) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("role", post.role());
        shown.put("place", post.place());
        shown.put("where", post.placeName());
        shown.put("from", post.from());
        shown.put("to", post.to());
        shown.put("open", post.to() == null);
        return shown;
    }

    private Answer check(Visit visit) {
        Form form = visit.form();
        String how = form.oneOf("how", People.WAYS);
        return done(
                visit, form, "how", () -> people.check(visit.me(), visit.here().id(), visit.id("id"), how));
    }

    private Answer give(Visit visit) {
        Form form = visit.form();
        String role =
                form.oneOf("role", Arrays.stream(Role.values()).map(Role::key).toList());
        String place = form.optional("at", 60);
        LocalDate to = day(form, "until");
        return done(
                visit,
                form,
                "role",
                () -> people.give(visit.me(), visit.here().id(), visit.id("id"), Role.of(role), place, to));
    }

    private Answer end(Visit visit) {
        Form form = visit.form();
        String role =
                form.oneOf("role", Arrays.stream(Role.values()).map(Role::key).toList());
        long place = form.number("at", n -> n > 0, "web.form.choose");
        return done(
                visit,
                form,
                "role",
                () -> people.end(visit.me(), visit.here().id(), visit.id("id"), Role.of(role), place));
    }

    private static @Nullable LocalDate day(Form form, String name) {
        String text = form.text(name);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            form.wrong(name, "roster.role.day");
            return null;
        }
    }

    private Answer done(Visit visit, Form form, String field, Runnable act) {
        if (form.good()) {
            try {
                act.run();
                return Answer.to("/c/" + visit.here().code() + "/desk/people/" + visit.id("id"));
            } catch (Refused no) {
                form.wrong(field, no.refusal());
            }
        }
        return visit.again("roster/person", model(visit, form.values(), form.errors()));
    }
}
