package pavilion.resolution;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.document.Register;
import pavilion.rules.procedure.Ending;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** What was decided, for anyone to read, search and take along. */
final class RegisterPages {
    /** Endings that a resolution can have; the first stands for all. */
    private static final List<String> KINDS = List.of(
            "",
            Resolution.kind(Ending.AGREED),
            Resolution.kind(Ending.NO_AGREEMENT),
            Resolution.kind(Ending.NOT_QUORATE));

    private static final int ALL = 5000;

    private final Database db;
    private final ResolutionReader reader;

    RegisterPages(Database db, ResolutionReader reader) {
        this.db = db;
        this.reader = reader;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/register", Access.ANYONE, this::list),
                Route.get("/c/:c/register.csv", Access.ANYONE, this::csv),
                Route.get("/c/:c/register.xlsx", Access.ANYONE, this::xlsx));
    }

    private Response list(Request request) {
        Phrases phrases = request.phrases();
        String typed = request.query("q").strip();
        String words = typed.substring(0, Math.min(60, typed.length()));
        String kind = KINDS.contains(request.query("kind")) ? request.query("kind") : "";
        String asked = request.query("page");
        int page = asked.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(asked) : 1;
        List<Resolution> found =
                ResolutionStore.page(db.plain(), request.community().id(), words, kind, page, ResolutionStore.PAGE);
        boolean more = found.size() > ResolutionStore.PAGE;
        String base = "/c/" + request.community().code() + "/register?kind=" + kind + "&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&page=";
        return request.page(
                "resolution/register",
                new RegisterView(
                        words,
                        KINDS.stream()
                                .map(each -> new RegisterView.KindOption(
                                        each,
                                        phrases.say(each.isEmpty() ? "matter.filter.any" : "resolution.kind." + each),
                                        each.equals(kind)))
                                .toList(),
                        found.stream()
                                .limit(ResolutionStore.PAGE)
                                .map(each -> line(request, phrases, each))
                                .toList(),
                        page > 1 ? base + (page - 1) : "",
                        more ? base + (page + 1) : "",
                        page > 1 || more ? phrases.say("matter.list.page", page) : ""));
    }

    private RegisterView.RegisterLine line(Request request, Phrases phrases, Resolution resolution) {
        return new RegisterView.RegisterLine(
                "/c/" + request.community().code() + "/register/" + resolution.number(),
                resolution.text().title(),
                resolution.number(),
                resolution.matter().placeName(),
                reader.outcome(phrases, resolution),
                resolution.agreed() && resolution.inForce(),
                reader.standing(phrases, resolution));
    }

    private Response csv(Request request) {
        Phrases phrases = request.phrases();
        return Response.file("text/csv; charset=utf-8", "register.csv", Register.csv(rows(request), phrases::say));
    }

    private Response xlsx(Request request) {
        Phrases phrases = request.phrases();
        return Response.file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "register.xlsx",
                Register.xlsx(rows(request), phrases::say));
    }

    /** With every figure, as one line; a vote that is void has none that counts. */
    private String outcome(Phrases phrases, Resolution resolution) {
        if (resolution.annulment() != null) {
            return reader.outcome(phrases, resolution);
        }
        VoteView vote = reader.vote(phrases, resolution);
        return Stream.of(List.of(reader.outcome(phrases, resolution)), vote.held(), vote.reasons())
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
    }

    private List<Register.RegisterRow> rows(Request request) {
        Phrases phrases = request.phrases();
        return ResolutionStore.page(db.plain(), request.community().id(), "", "", 1, ALL).stream()
                .map(each -> new Register.RegisterRow(
                        each.number(),
                        each.text().title(),
                        each.matter().placeName(),
                        reader.standing(phrases, each),
                        LocalDate.ofInstant(each.posting().at(), CommunityTime.ZONE),
                        outcome(phrases, each),
                        each.text().body(),
                        each.matter().rule(),
                        each.posting().sha256()))
                .toList();
    }
}
