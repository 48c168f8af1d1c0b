package pavilion.roster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The committee's pages about people: find somebody, check in person, give and end posts. */
public final class PeoplePages {
    static final Access DESK = Access.of(Role.COMMITTEE, Role.GRID_WORKER, Role.ADMIN);
    private static final int SIZE = 20;
    private static final FormField ROLE =
            FormField.choice("role", Stream.of(Role.values()).map(Role::key).toArray(String[]::new));

    private final People people;

    public PeoplePages(People people) {
        this.people = people;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/desk/people", DESK, this::list),
                Route.get("/c/:c/desk/people/:id", DESK, this::show),
                Route.post(
                        "/c/:c/desk/people/:id/check",
                        DESK,
                        this::check,
                        FormField.choice("how", People.WAYS.toArray(String[]::new))),
                Route.post(
                        "/c/:c/desk/people/:id/roles",
                        DESK,
                        this::give,
                        ROLE,
                        FormField.text("at", 60),
                        FormField.date("until")),
                Route.post("/c/:c/desk/people/:id/roles/end", DESK, this::end, ROLE, FormField.choice("at")));
    }

    private Response list(Request request) {
        CurrentUser me = request.user();
        String words = request.query("q").strip();
        words = words.substring(0, Math.min(words.length(), 60));
        int page = page(request.query("page"));
        List<PeopleStore.PersonOnRoll> found =
                people.search(request.community().id(), scope(me, request), words, page, SIZE);
        boolean more = found.size() > SIZE;
        boolean full = full(me, request);
        String query = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&page=";
        return request.page(
                "roster/people",
                new PersonView.Page(
                        words,
                        page + 1,
                        found.stream()
                                .limit(SIZE)
                                .map(person -> PersonView.row(person, full))
                                .toList(),
                        page > 0 ? query + (page - 1) : "",
                        more ? query + (page + 1) : "",
                        found.isEmpty()));
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** The highest place that one of this user's roles covers. */
    private static String scope(CurrentUser me, Request request) {
        return me.grants().stream()
                .filter(g -> g.community() == request.community().id()
                        && DESK.roles().contains(g.role()))
                .map(RoleGrant::path)
                .min(Comparator.comparingInt(String::length))
                .orElseThrow(HttpError::notFound);
    }

    /** Whoever checks people sees their names; an administrator sees them masked. */
    private static boolean full(CurrentUser me, Request request) {
        return me.has(Role.COMMITTEE, request.community().id())
                || me.has(Role.GRID_WORKER, request.community().id());
    }

    private Response show(Request request) {
        return request.page("roster/person", model(request, Map.of(), Map.of()));
    }

    private PersonView model(Request request, Map<String, String> values, Map<String, Refusal> errors) {
        int here = request.community().id();
        PeopleStore.PersonOnRoll person = people.find(request.user(), here, request.id("id"));
        List<String> choices = Stream.of(Role.values())
                .filter(role -> People.appoints(request.user(), here, role, person.path()))
                .map(Role::key)
                .toList();
        return PersonView.row(person, full(request.user(), request))
                .page(
                        people.posts(here, person.id()).stream()
                                .map(post -> PersonView.Post.of(
                                        post, People.mayEnd(request.user(), here, person.id(), post)))
                                .toList(),
                        people.personCheck(request.user(), here, person.id()).orElse(null),
                        person.level() == 1 ? checking(request.user(), here, person) : null,
                        choices,
                        values,
                        errors);
    }

    private PersonView.Checking checking(CurrentUser me, int here, PeopleStore.PersonOnRoll person) {
        return new PersonView.Checking(
                people.whyNotCheck(me, here, person).orElse(null),
                people.checkers(here, person.id()).names(),
                People.WAYS);
    }

    private Response check(Request request) {
        FormData form = request.form();
        String how = form.oneOf("how", People.WAYS);
        return done(
                request,
                form,
                "how",
                () -> people.check(request.user(), request.community().id(), request.id("id"), how));
    }

    private Response give(Request request) {
        FormData form = request.form();
        String role = form.oneOf("role", ROLE.choices());
        String place = form.optional("at");
        LocalDate to = day(form, "until");
        return done(
                request,
                form,
                "role",
                () -> people.give(
                        request.user(), request.community().id(), request.id("id"), Role.of(role), place, to));
    }

    private Response end(Request request) {
        FormData form = request.form();
        String role = form.oneOf("role", ROLE.choices());
        long place = form.number("at", n -> n > 0, "web.form.choose");
        return done(
                request,
                form,
                "role",
                () -> people.end(request.user(), request.community().id(), request.id("id"), Role.of(role), place));
    }

    private static @Nullable LocalDate day(FormData form, String name) {
        String text = form.text(name);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            form.wrong(name, "roster.role.day");
            return null;
        }
    }

    private Response done(Request request, FormData form, String field, Runnable act) {
        if (form.good()) {
            try {
                act.run();
                return Response.to("/c/" + request.community().code() + "/desk/people/" + request.id("id"));
            } catch (Refused no) {
                form.wrong(field, no.refusal());
            }
        }
        return request.again("roster/person", model(request, form.values(), form.errors()));
    }
}
