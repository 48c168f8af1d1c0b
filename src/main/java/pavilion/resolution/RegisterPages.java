package pavilion.resolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import pavilion.document.Register;
import pavilion.matter.Speech;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Templates;
import pavilion.web.Visit;

/** What was decided, for anyone to read, search and take along. */
final class RegisterPages {
    private static final Set<String> KINDS = Set.of("", "agreed", "no_agreement", "not_quorate");
    private static final int ALL = 5000;
    private final ResolutionRoom room;

    RegisterPages(ResolutionRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/register", Access.ANYONE, this::list),
                Door.get("/c/:c/register.csv", Access.ANYONE, this::csv),
                Door.get("/c/:c/register.xlsx", Access.ANYONE, this::xlsx));
    }

    Answer list(Visit visit) {
        Speech speech = Speech.of(visit);
        String typed = visit.query("q").strip();
        String words = typed.substring(0, Math.min(60, typed.length()));
        String kind = KINDS.contains(visit.query("kind")) ? visit.query("kind") : "";
        String asked = visit.query("page");
        int page = asked.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(asked) : 1;
        List<Resolution> found =
                room.store.page(room.db.plain(), visit.here().id(), words, kind, page, ResolutionStore.PAGE);
        boolean more = found.size() > ResolutionStore.PAGE;
        String base = "/c/" + visit.here().code() + "/register?kind=" + kind + "&q="
                + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8) + "&page=";
        Map<String, Object> model = new HashMap<>();
        model.put("q", words);
        model.put(
                "kinds",
                List.of("", "agreed", "no_agreement", "not_quorate").stream()
                        .map(each -> Map.<String, Object>of(
                                "value", each,
                                "label", speech.say(each.isEmpty() ? "matter.filter.any" : "matter.ending." + each),
                                "selected", each.equals(kind)))
                        .toList());
        model.put(
                "found",
                found.stream()
                        .limit(ResolutionStore.PAGE)
                        .map(each -> line(visit, speech, each))
                        .toList());
        model.put("before", page > 1 ? base + (page - 1) : "");
        model.put("after", more ? base + (page + 1) : "");
        model.put("pages", page > 1 || more ? speech.say("matter.list.page", page) : "");
        return visit.page("resolution/register", model);
    }

    private Map<String, Object> line(Visit visit, Speech speech, Resolution each) {
        return Map.of(
                "href", "/c/" + visit.here().code() + "/register/" + each.number(),
                "heading", each.title(),
                "number", each.number(),
                "where", each.placeName(),
                "outcome", speech.say("matter.ending." + each.kind()),
                "agreed", each.kind().equals("agreed") && each.inForce(),
                "note", room.standing(speech, each),
                "posted", each.postedAt());
    }

    Answer csv(Visit visit) {
        Speech speech = Speech.of(visit);
        return Answer.file("text/csv; charset=utf-8", "register.csv", Register.csv(rows(visit), words(speech)));
    }

    Answer xlsx(Visit visit) {
        Speech speech = Speech.of(visit);
        return Answer.file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "register.xlsx",
                Register.xlsx(rows(visit), words(speech)));
    }

    private static UnaryOperator<String> words(Speech speech) {
        return speech::say;
    }

    private List<Register.Row> rows(Visit visit) {
        Speech speech = Speech.of(visit);
        return room.store.page(room.db.plain(), visit.here().id(), "", "", 1, ALL).stream()
                .map(each -> new Register.Row(
                        each.number(),
                        each.title(),
                        each.placeName(),
                        room.standing(speech, each),
                        each.postedAt().atZone(Templates.ZONE).toLocalDate(),
                        speech.say("matter.ending." + each.kind()) + " "
                                + String.join(" ", Reasoning.sentences(speech, each.outcome())),
                        each.rule(),
                        each.sha256()))
                .toList();
    }
}
