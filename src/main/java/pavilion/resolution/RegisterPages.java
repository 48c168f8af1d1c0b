package pavilion.resolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import pavilion.document.Register;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** What was decided, for anyone to read, search and take along. */
final class RegisterPages {
    private static final Set<String> KINDS = Set.of("", "agreed", "no_agreement", "not_quorate");
    private static final int ALL = 5000;
    private final ResolutionModule room;

    RegisterPages(ResolutionModule room) {
        this.room = room;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/register", Access.ANYONE, this::list),
                Route.get("/c/:c/register.csv", Access.ANYONE, this::csv),
                Route.get("/c/:c/register.xlsx", Access.ANYONE, this::xlsx));
    }

    Response list(Request request) {
        Phrases phrases = request.phrases();
        String typed = request.query("q").strip();
        String words = typed.substring(0, Math.min(60, typed.length()));
        String kind = KINDS.contains(request.query("kind")) ? request.query("kind") : "";
        String asked = request.query("page");
        int page = asked.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(asked) : 1;
        List<Resolution> found =
                ResolutionStore.page(room.db.plain(), request.here().id(), words, kind, page, ResolutionStore.PAGE);
        boolean more = found.size() > ResolutionStore.PAGE;
        String base = "/c/" + request.here().code() + "/register?kind=" + kind + "&q="
                + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8) + "&page=";
        Map<String, Object> model = new HashMap<>();
        model.put("q", words);
        model.put(
                "kinds",
                List.of("", "agreed", "no_agreement", "not_quorate").stream()
                        .map(each -> Map.<String, Object>of(
                                "value", each,
                                "label", phrases.say(each.isEmpty() ? "matter.filter.any" : "matter.ending." + each),
                                "selected", each.equals(kind)))
                        .toList());
        model.put(
                "found",
                found.stream()
                        .limit(ResolutionStore.PAGE)
                        .map(each -> line(request, phrases, each))
                        .toList());
        model.put("before", page > 1 ? base + (page - 1) : "");
        model.put("after", more ? base + (page + 1) : "");
        model.put("pages", page > 1 || more ? phrases.say("matter.list.page", page) : "");
        return request.page("resolution/register", model);
    }

    private Map<String, Object> line(Request request, Phrases phrases, Resolution each) {
        return Map.of(
                "href", "/c/" + request.here().code() + "/register/" + each.number(),
                "heading", each.title(),
                "number", each.number(),
                "where", each.placeName(),
                "outcome", phrases.say("matter.ending." + each.kind()),
                "agreed", each.kind().equals("agreed") && each.inForce(),
                "note", room.standing(phrases, each),
                "posted", each.postedAt());
    }

    Response csv(Request request) {
        Phrases phrases = request.phrases();
        return Response.file("text/csv; charset=utf-8", "register.csv", Register.csv(rows(request), words(phrases)));
    }

    Response xlsx(Request request) {
        Phrases phrases = request.phrases();
        return Response.file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "register.xlsx",
                Register.xlsx(rows(request), words(phrases)));
    }

    private static UnaryOperator<String> words(Phrases phrases) {
        return phrases::say;
    }

    private List<Register.Row> rows(Request request) {
        Phrases phrases = request.phrases();
        return ResolutionStore.page(room.db.plain(), request.here().id(), "", "", 1, ALL).stream()
                .map(each -> new Register.Row(
                        each.number(),
                        each.title(),
                        each.placeName(),
                        room.standing(phrases, each),
                        each.postedAt().atZone(CommunityTime.ZONE).toLocalDate(),
                        phrases.say("matter.ending." + each.kind()) + " "
                                + String.join(" ", Reasoning.sentences(phrases, each.outcome())),
                        each.rule(),
                        each.sha256()))
                .toList();
    }
}
