package pavilion.rulebook;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pavilion.ballots.BallotFile;
import pavilion.ballots.BallotFileError;
import pavilion.ballots.Format;
import pavilion.rules.Refused;
import pavilion.rules.method.Contest;
import pavilion.rules.method.Count;
import pavilion.rules.method.Method;
import pavilion.rules.method.TieBreak;
import pavilion.text.Messages;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Each way of counting explained, with ballots the reader can change and count again. Nothing is stored. */
public final class MethodPages {
    private static final int OPTIONS = 60;

    public List<Route> routes() {
        return List.of(
                Route.get("/methods/:method", Access.ANYONE, this::example),
                Route.post(
                        "/methods/:method",
                        Access.ANYONE,
                        this::typed,
                        FormField.text("ballots", 20_000),
                        FormField.number("seats"),
                        FormField.text("seed", 200)));
    }

    /** All methods, for the list beside the rules. */
    static List<Map<String, String>> headings(Request request) {
        return Arrays.stream(Method.values())
                .map(method -> Map.of("href", "/methods/" + method.id(), "name", name(request, method)))
                .toList();
    }

    private Response example(Request request) {
        Method method = method(request);
        Map<String, Object> model = explained(request, method);
        model.put("example", true);
        String ballots = say(request, "book.example." + method.needs().name().toLowerCase(Locale.ROOT));
        model.put("ballots", ballots);
        model.put("seats", seats(method) ? "2" : "1");
        model.put("seed", "");
        count(request, method, ballots, seats(method) ? 2 : 1, "", model);
        return request.page("rulebook/method", model);
    }

    private Response typed(Request request) {
        Method method = method(request);
        FormData form = request.form();
        String ballots = form.required("ballots");
        String seed = form.optional("seed");
        long seats = method.needs() == Method.Needs.MONEY
                ? 1
                : form.number("seats", n -> n >= 1 && n <= OPTIONS, "book.wrong.count");
        Map<String, Object> model = explained(request, method);
        model.put("example", false);
        model.put("ballots", form.text("ballots"));
        model.put("seats", form.text("seats"));
        model.put("seed", form.text("seed"));
        if (form.good()) {
            try {
                count(request, method, ballots, Math.toIntExact(seats), seed, model);
            } catch (BallotFileError mistake) {
                form.wrong("ballots", "book.mistake", mistake.line(), mistake.column(), request.say(mistake.refusal()));
            } catch (Refused refused) {
                form.wrong("ballots", refused.refusal());
            }
        }
        form.errors().forEach((field, refusal) -> model.put(field + "Error", request.say(refusal)));
        return form.good() ? request.page("rulebook/method", model) : request.again("rulebook/method", model);
    }

    private static void count(
            Request request, Method method, String typed, int seats, String seed, Map<String, Object> model) {
        Format format = method.needs() == Method.Needs.MONEY ? Format.PB : Format.ABIF;
        BallotFile file = BallotFile.read(format, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        if (file.profile().size() > OPTIONS) {
            throw new Refused("book.wrong.options", OPTIONS);
        }
        TieBreak lot = seed.isEmpty()
                ? TieBreak.open()
                : TieBreak.seed(seed, file.profile().options());
        Contest contest = file.contest(method, seats, lot);
        Count count = method.count(contest);
        Messages messages = request.webContext().messages();
        model.put("count", CountView.of(messages, request.lang(), contest, count, file.assumed(method, contest)));
    }

    private static Method method(Request request) {
        try {
            return Method.of(request.path("method"));
        } catch (Refused unknown) {
            throw HttpError.notFound();
        }
    }

    /** Whether more than one is usually chosen by it, so that its example shows two. */
    private static boolean seats(Method method) {
        return method == Method.STV_SCOTTISH || method == Method.STV_MEEK;
    }

    private static Map<String, Object> explained(Request request, Method method) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", method.id());
        model.put("name", name(request, method));
        model.put("what", text(request, method, "what"));
        model.put("source", say(request, "book.method." + base(method) + ".source"));
        model.put("form", say(request, "book.form." + method.needs().name().toLowerCase(Locale.ROOT)));
        model.put("money", method.needs() == Method.Needs.MONEY);
        return model;
    }

    /** Equal Shares has one explanation for its measure of satisfaction and one for how it spends the rest. */
    private static String base(Method method) {
        String id = method.id();
        for (String base : List.of("mes-cost", "mes-cardinality")) {
            if (id.startsWith(base)) {
                return base;
            }
        }
        return id;
    }

    private static String rest(Method method) {
        String base = base(method);
        return method.id().equals(base) ? "" : method.id().substring(base.length() + 1);
    }

    private static String name(Request request, Method method) {
        String rest = rest(method);
        String name = say(request, "book.method." + base(method) + ".name");
        return rest.isEmpty()
                ? name
                : say(request, "book.method.joined", name, say(request, "book.rest." + rest + ".name"));
    }

    private static String text(Request request, Method method, String part) {
        String rest = rest(method);
        String text = say(request, "book.method." + base(method) + "." + part);
        return rest.isEmpty() ? text : text + "\n" + say(request, "book.rest." + rest + "." + part);
    }

    private static String say(Request request, String key, Object... args) {
        Messages messages = request.webContext().messages();
        return messages.say(request.lang(), key, args);
    }
}
