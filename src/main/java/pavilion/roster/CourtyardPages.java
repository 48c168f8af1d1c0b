package pavilion.roster;

import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Role;
import pavilion.web.Access;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The names of the courtyards, all on one page: what people read instead of a code. */
final class CourtyardPages {
    private static final Access COMMITTEE = Access.of(Role.COMMITTEE);
    private static final int LONGEST = 40;
    private static final String FIELD = "name-";

    private final Database db;
    private final Rolls rolls;
    private final FirstSteps steps;

    CourtyardPages(Database db, Rolls rolls, FirstSteps steps) {
        this.db = db;
        this.rolls = rolls;
        this.steps = steps;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/desk/courtyards", COMMITTEE, this::show),
                Route.post("/c/:c/desk/courtyards", COMMITTEE, this::name, FormField.text(FIELD + "*", LONGEST)));
    }

    /** @param error a sentence, empty where nothing is wrong */
    record Line(String field, String label, String name, String error) {}

    /** @param next the first steps, once the names were stored; empty before, and in a community that has begun */
    record CourtyardsView(List<Line> lines, boolean stored, List<FirstSteps.Step> next) {}

    private Response show(Request request) {
        return request.page("roster/courtyards", view(request, false));
    }

    private CourtyardsView view(Request request, boolean stored) {
        Map<String, String> typed = request.form().values();
        List<Line> lines = places(request).stream()
                .map(place -> {
                    String field = FIELD + place.id();
                    var wrong = request.form().errors().get(field);
                    return new Line(
                            field,
                            request.phrases().say("roster.courtyards.called", place.code()),
                            stored ? place.name() : typed.getOrDefault(field, place.name()),
                            wrong == null ? "" : request.say(wrong));
                })
                .toList();
        List<FirstSteps.Step> next =
                stored ? steps.of(request).map(FirstSteps.FirstStepsView::steps).orElse(List.of()) : List.of();
        return new CourtyardsView(lines, stored, next);
    }

    private List<Place> places(Request request) {
        int community = request.community().id();
        if (!request.user().has(Role.COMMITTEE, community, request.community().rootPath())) {
            throw HttpError.forbidden("roster.stop.not-your-place");
        }
        return PlaceStore.ofKind(db.plain(), community, "courtyard", "/");
    }

    private Response name(Request request) {
        List<Place> places = places(request);
        // A courtyard that came onto the roll since the page was made is not in the form, and keeps its name.
        List<Place> sent = places.stream()
                .filter(place -> request.form().values().containsKey(FIELD + place.id()))
                .toList();
        for (Place place : sent) {
            request.form().required(FIELD + place.id());
        }
        if (!request.form().good()) {
            return request.again("roster/courtyards", view(request, false));
        }
        db.run(tx -> sent.forEach(place -> rename(tx, request, place)));
        return request.page("roster/courtyards", view(request, true));
    }

    private void rename(Tx tx, Request request, Place place) {
        String name = RollText.name(request.form().text(FIELD + place.id()));
        if (!name.equals(place.name())) {
            rolls.rename(
                    tx,
                    place,
                    name,
                    PlaceStore.personCode(
                            tx, request.user().community(), request.user().person()));
        }
    }
}
