package pavilion.minutes;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.document.PaperFormat;
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
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The minutes of a session: the recorder's form, what those present read and answer, the PDF and the JSON. */
public final class MinutesPages {
    private static final int TEXT = 8_000;
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final Role[] RECORDERS = {Role.RECORDER, Role.MODERATOR, Role.COMMITTEE};
    private static final String PATH = "/c/:c/sessions/:id/minutes";

    private final Database db;
    private final MinuteBook book;
    private final PaperPrinter printer;

    public MinutesPages(Database db, Clock clock, Matters matters, Polls polls, PaperPrinter printer) {
        this.db = db;
        this.book = new MinuteBook(db, clock, matters, polls);
        this.printer = printer;
    }

    public List<Route> routes() {
        Access recorders = Access.of(RECORDERS);
        return List.of(
                Route.get(PATH, Access.SIGNED_IN, r -> show(r, here(r), "")),
                Route.get(PATH + "/paper.pdf", Access.SIGNED_IN, this::pdf),
                Route.get(PATH + "/paper.json", Access.SIGNED_IN, this::json),
                Route.post(
                        PATH + "/answer",
                        Access.SIGNED_IN,
                        this::answer,
                        FormField.choice("answer", YES, NO),
                        FormField.text("remark", 500)),
                Route.post(
                        PATH,
                        recorders,
                        this::write,
                        FormField.text("points*", TEXT),
                        FormField.text("remark", TEXT),
                        FormField.number("version")),
                Route.post(PATH + "/put", recorders, r -> act(r, (s, by) -> book.submit(s.community(), s.id(), by))),
                Route.post(PATH + "/back", recorders, this::takeBack, FormField.text("reason", 300)),
                Route.post(PATH + "/hands", recorders, this::hands, FormField.number("hands")),
                Route.post(PATH + "/approve", recorders, this::approve, FormField.text("reply", 2000)),
                Route.post(PATH + "/add", recorders, this::add, FormField.text("text", TEXT), FormField.key("key")));
    }

    /** The session, for somebody whose place it concerns. */
    private SessionRecord here(Request request) {
        SessionRecord log = book.log(db.plain(), request.community().id(), request.id("id"));
        if (!request.user()
                .belongs(request.community().id(), log.session().place().path())) {
            throw HttpError.forbidden("session.stop.elsewhere");
        }
        return log;
    }

    private static boolean records(CurrentUser user, Session session) {
        for (Role role : RECORDERS) {
            if (user.has(role, session.community(), session.place().path())) {
                return true;
            }
        }
        return false;
    }

    private SessionRecord mine(Request request) {
        SessionRecord log = here(request);
        if (!records(request.user(), log.session())) {
            throw HttpError.forbidden("minutes.stop.recorder");
        }
        return log;
    }

    private static String url(Request request, Session session) {
        return "/c/" + request.community().code() + "/sessions/" + session.id() + "/minutes";
    }

    private Minutes minutes(Session session) {
        return MinutesStore.find(db.plain(), session.community(), session.id());
    }

    private Response show(Request request, SessionRecord log, String sentence) {
        Session session = log.session();
        Minutes minutes = minutes(session);
        boolean records = records(request.user(), session);
        if (minutes.draft() && !records) {
            return request.page("minutes/wait", Map.of("session", session));
        }
        JsonObject written = book.text(db.plain(), minutes, log);
        MinutesView text = MinutesView.of(written);
        var view = new MinutesPageView(
                session,
                minutes,
                text,
                records,
                Tokens.token(),
                corrections(session),
                additions(session),
                minutes.draft() ? null : HandCount.agreed(hands(session)),
                minutes.submitted()
                        ? answers(request, session, text.attendance().present())
                        : null,
                minutes.draft() ? form(request, log, minutes) : null,
                request.form().values(),
                written.encode(),
                sentence);
        return request.page(sentence.isEmpty() ? 200 : 409, "minutes/show", view);
    }

    private List<MinutesStore.Addition> additions(Session session) {
        return MinutesStore.additions(db.plain(), session.community(), session.id());
    }

    private List<HandCount> hands(Session session) {
        return HandCountStore.of(db.plain(), session.community(), session.id());
    }

    private List<MinutesStore.Correction> corrections(Session session) {
        return MinutesStore.corrections(db.plain(), session.community(), session.id());
    }

    private MinutesPageView.Answers answers(Request request, Session session, long present) {
        var all = MinutesStore.answers(db.plain(), session.community(), session.id());
        List<Long> voters = Presence.voices(db.plain(), session, request.user().person());
        return new MinutesPageView.Answers(
                all,
                all.stream().filter(MinutesStore.ApprovalAnswer::agrees).count(),
                present,
                !voters.isEmpty(),
                all.stream()
                        .filter(each -> voters.contains(each.voter()))
                        .findFirst()
                        .orElse(null),
                MinutesPageView.HandsState.of(hands(session), request.user().person()));
    }

    /** What was just sent, and where nothing was, what is stored. */
    private MinutesPageView.DraftForm form(Request request, SessionRecord log, Minutes minutes) {
        Session session = log.session();
        Map<String, String> typed = request.form().values();
        Map<Long, String> points = MinutesStore.points(db.plain(), session.community(), session.id());
        List<MinutesPageView.PointsField> fields = log.items().stream()
                .map(item -> new MinutesPageView.PointsField(
                        name(item), item.title(), typed.getOrDefault(name(item), points.getOrDefault(item.id(), ""))))
                .toList();
        return new MinutesPageView.DraftForm(
                fields,
                typed.getOrDefault("version", String.valueOf(minutes.version())),
                typed.getOrDefault("remark", minutes.remark()));
    }

    private static String name(AgendaItem item) {
        return "points" + item.id();
    }

    private Response write(Request request) {
        SessionRecord log = mine(request);
        FormData form = request.form();
        Map<Long, String> points = new LinkedHashMap<>();
        log.items().forEach(item -> points.put(item.id(), form.optional(name(item))));
        String remark = form.optional("remark");
        long version = form.number("version", n -> n >= 0, "web.form.choose");
        return act(request, (s, by) -> {
            book.write(s.community(), s.id(), version, remark, points);
        });
    }

    private Response takeBack(Request request) {
        FormData form = request.form();
        String reason = form.optional("reason");
        return act(request, (s, by) -> {
            if (reason.isEmpty()) {
                throw new Refused("session.refused.reason");
            }
            book.takeBack(s.community(), s.id(), reason, by);
        });
    }

    private Response hands(Request request) {
        FormData form = request.form();
        long hands = form.number("hands", n -> n >= 0 && n < 100_000, "book.wrong.count");
        return act(request, (s, by) -> {
            book.hands(s.community(), s.id(), (int) hands, by);
        });
    }

    private Response approve(Request request) {
        FormData form = request.form();
        String reply = form.optional("reply");
        return act(request, (s, by) -> {
            book.approve(s.community(), s.id(), reply, by);
        });
    }

    private Response add(Request request) {
        FormData form = request.form();
        String text = form.required("text");
        String key = form.required("key");
        return act(request, (s, by) -> {
            book.add(s.community(), s.id(), text, key, by);
        });
    }

    private static void requireGood(FormData form) {
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
    }

    private interface RecorderAct {
        void on(Session session, Actor by);
    }

    private Response act(Request request, RecorderAct act) {
        SessionRecord log = mine(request);
        Session session = log.session();
        try {
            requireGood(request.form());
            act.on(
                    session,
                    Actor.of(
                            request.user(), session.community(), session.place().path()));
        } catch (Refused refused) {
            return show(request, log, request.say(refused.refusal()));
        }
        return Response.to(url(request, session));
    }

    private Response answer(Request request) {
        Session session = here(request).session();
        FormData form = request.form();
        boolean agrees = form.oneOf("answer", List.of(YES, NO)).equals(YES);
        String remark = form.optional("remark");
        requireGood(form);
        book.answer(session.community(), session.id(), request.user().person(), agrees, remark);
        return Response.to(url(request, session));
    }

    private Response pdf(Request request) {
        SessionRecord log = here(request);
        Session session = log.session();
        Minutes minutes = written(session);
        MinutesPaper paper = new MinutesPaper(
                request.lang(),
                session.id(),
                request.community().name(),
                minutes,
                MinutesView.of(minutes.requireSubmission().text()),
                corrections(session),
                additions(session),
                HandCount.agreed(hands(session)));
        return Response.file(
                PaperFormat.PDF.type(), PaperFormat.PDF.fileName(paper), printer.print(paper, PaperFormat.PDF));
    }

    /** Byte for byte what the hash was taken of. */
    private Response json(Request request) {
        Session session = here(request).session();
        return Response.file(
                "application/json",
                "minutes-" + session.id() + ".json",
                written(session).requireSubmission().text().encode().getBytes(StandardCharsets.UTF_8));
    }

    private Minutes written(Session session) {
        Minutes minutes = minutes(session);
        if (minutes.draft()) {
            throw HttpError.forbidden("minutes.refused.not-put");
        }
        return minutes;
    }
}
