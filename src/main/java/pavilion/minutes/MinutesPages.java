package pavilion.minutes;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.matter.Matters;
import pavilion.poll.Polls;
import pavilion.rules.Refused;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.conduct.SessionRecord;
import pavilion.session.presence.Presence;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The minutes of a meeting: the recorder's desk, what the room reads and answers, the paper and the file. */
public final class MinutesPages {
    private static final int POINTS = 8_000;
    private static final Role[] RECORDERS = {Role.RECORDER, Role.MODERATOR, Role.COMMITTEE};
    private static final String PATH = "/c/:c/sessions/:id/minutes";

    private final Database db;
    private final MinutesKeeping book;

    public MinutesPages(Database db, Clock clock, Matters matters, Polls polls) {
        this.db = db;
        this.book = new MinutesKeeping(db, clock, matters, polls);
    }

    public List<Route> routes() {
        Access recorders = Access.of(RECORDERS);
        return List.of(
                Route.get(PATH, Access.SIGNED_IN, v -> show(v, here(v), null)),
                Route.get(PATH + "/paper.pdf", Access.SIGNED_IN, this::pdf),
                Route.get(PATH + "/paper.json", Access.SIGNED_IN, this::json),
                Route.post(PATH + "/answer", Access.SIGNED_IN, this::answer),
                Route.post(PATH, recorders, this::write),
                Route.post(PATH + "/put", recorders, v -> act(v, (s, by) -> book.put(s.community(), s.id(), by))),
                Route.post(PATH + "/back", recorders, this::back),
                Route.post(PATH + "/approve", recorders, this::approve),
                Route.post(PATH + "/add", recorders, this::add));
    }

    /** The meeting, for somebody whose place it concerns. */
    private SessionRecord here(Request request) {
        SessionRecord log = book.log(db.plain(), request.here().id(), request.id("id"));
        if (!request.me().belongs(request.here().id(), log.session().place().path())) {
            throw HttpError.forbidden("session.stop.elsewhere");
        }
        return log;
    }

    private static boolean records(CurrentUser viewer, Session session) {
        for (Role role : RECORDERS) {
            if (viewer.has(role, session.community(), session.place().path())) {
                return true;
            }
        }
        return false;
    }

    private SessionRecord mine(Request request) {
        SessionRecord log = here(request);
        if (!records(request.me(), log.session())) {
            throw HttpError.forbidden("minutes.stop.recorder");
        }
        return log;
    }

    private static String url(Request request, Session session) {
        return "/c/" + request.here().code() + "/sessions/" + session.id() + "/minutes";
    }

    private Minutes minutes(Session session) {
        return MinutesStore.find(db.plain(), session.community(), session.id());
    }

    private Response show(Request request, SessionRecord log, @Nullable String sentence) {
        Session session = log.session();
        Minutes minutes = minutes(session);
        boolean records = records(request.me(), session);
        if (minutes.draft() && !records) {
            return request.page("minutes/wait", Map.of("session", session));
        }
        Map<String, Object> model = MinutesView.of(book.paper(db.plain(), minutes, log));
        model.put("session", session);
        model.put("minutes", minutes);
        model.put("records", records);
        model.put("key", Tokens.token());
        model.put("additions", MinutesStore.additions(db.plain(), session.community(), session.id()));
        if (minutes.put()) {
            var answers = MinutesStore.answers(db.plain(), session.community(), session.id());
            model.put("answers", answers);
            model.put(
                    "agreed",
                    answers.stream().filter(MinutesStore.Answer::agrees).count());
            List<Long> voices =
                    Presence.voices(db.plain(), session, request.me().person());
            model.put("mayAnswer", !voices.isEmpty());
            answers.stream()
                    .filter(each -> voices.contains(each.voter()))
                    .findFirst()
                    .ifPresent(each -> model.put("said", each));
        }
        if (minutes.draft()) {
            model.put("fields", fields(request, log, sentence != null));
            model.put(
                    "textVersion",
                    sentence == null ? minutes.version() : request.form().text("version"));
            model.put(
                    "text", sentence == null ? minutes.remark() : request.form().text("remark"));
        }
        if (sentence != null) {
            model.put("sentence", sentence);
        }
        return request.page(sentence == null ? 200 : 409, "minutes/show", model);
    }

    /** The recorder's field for one item. */
    record Field(String name, String title, String value) {}

    private List<Field> fields(Request request, SessionRecord log, boolean typed) {
        Session session = log.session();
        Map<Long, String> points = MinutesStore.points(db.plain(), session.community(), session.id());
        return log.items().stream()
                .map(item -> new Field(
                        name(item),
                        item.title(),
                        typed ? request.form().text(name(item)) : points.getOrDefault(item.id(), "")))
                .toList();
    }

    private static String name(AgendaItem item) {
        return "points" + item.id();
    }

    private Response write(Request request) {
        SessionRecord log = mine(request);
        FormData form = request.form();
        Map<Long, String> points = new LinkedHashMap<>();
        log.items().forEach(item -> points.put(item.id(), form.optional(name(item), POINTS)));
        String remark = form.optional("remark", POINTS);
        long version = form.number("version", n -> n >= 0, "web.form.choose");
        return act(request, (s, by) -> {
            if (!form.good()) {
                throw new Refused(form.errors().values().iterator().next());
            }
            book.write(s.community(), s.id(), version, remark, points);
        });
    }

    private Response back(Request request) {
        String reason = request.form().required("reason", 300);
        return act(request, (s, by) -> {
            if (reason.isEmpty()) {
                throw new Refused("session.refused.reason");
            }
            book.back(s.community(), s.id(), reason, by);
        });
    }

    private Response approve(Request request) {
        FormData form = request.form();
        long hands =
                form.text("hands").isEmpty() ? 0 : form.number("hands", n -> n >= 0 && n < 100_000, "book.wrong.count");
        return act(request, (s, by) -> {
            if (!form.good()) {
                throw new Refused(form.errors().get("hands"));
            }
            book.approve(s.community(), s.id(), (int) hands, by);
        });
    }

    private Response add(Request request) {
        String text = request.form().required("text", POINTS);
        return act(request, (s, by) -> {
            if (text.isEmpty()) {
                throw new Refused("web.form.required");
            }
            book.add(s.community(), s.id(), text, request.form().text("key"), by);
        });
    }

    private interface Act {
        void on(Session session, Actor by);
    }

    private Response act(Request request, Act act) {
        SessionRecord log = mine(request);
        Session session = log.session();
        try {
            act.on(
                    session,
                    Actor.of(request.me(), session.community(), session.place().path()));
        } catch (Refused refused) {
            return show(request, log, request.say(refused.refusal()));
        }
        return Response.to(url(request, session));
    }

    private Response answer(Request request) {
        Session session = here(request).session();
        FormData form = request.form();
        boolean agrees = form.oneOf("answer", List.of("yes", "no")).equals("yes");
        String remark = form.optional("remark", 500);
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        book.answer(session.community(), session.id(), request.me().person(), agrees, remark);
        return Response.to(url(request, session));
    }

    private Response pdf(Request request) {
        SessionRecord log = here(request);
        Minutes minutes = written(log);
        Map<String, Object> model = new HashMap<>(MinutesView.of(book.paper(db.plain(), minutes, log)));
        model.put("minutes", minutes);
        model.put("community", request.here().name());
        model.put(
                "additions",
                MinutesStore.additions(
                        db.plain(), log.session().community(), log.session().id()));
        PaperPrinter printing = new PaperPrinter(request.webContext().templates()::paper);
        Instant made = minutes.putAt() == null ? Instant.EPOCH : minutes.putAt();
        return Response.file(
                "application/pdf",
                "minutes-" + log.session().id() + ".pdf",
                printing.minutes(model, request.lang(), made));
    }

    /** Letter by letter what the hash was taken of. */
    private Response json(Request request) {
        SessionRecord log = here(request);
        JsonObject paper = book.paper(db.plain(), written(log), log);
        return Response.file(
                "application/json",
                "minutes-" + log.session().id() + ".json",
                paper.encode().getBytes(StandardCharsets.UTF_8));
    }

    private Minutes written(SessionRecord log) {
        Minutes minutes = minutes(log.session());
        if (minutes.draft()) {
            throw HttpError.forbidden("minutes.refused.not-put");
        }
        return minutes;
    }
}
