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
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.document.Printing;
import pavilion.matter.Actor;
import pavilion.matter.Matters;
import pavilion.poll.Polling;
import pavilion.rules.Refused;
import pavilion.session.AgendaItem;
import pavilion.session.Proceedings;
import pavilion.session.Session;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** The minutes of a meeting: the recorder's desk, what the room reads and answers, the paper and the file. */
public final class MinutesPages {
    private static final int POINTS = 8_000;
    private static final Role[] RECORDERS = {Role.RECORDER, Role.MODERATOR, Role.COMMITTEE};
    private static final String PATH = "/c/:c/sessions/:id/minutes";

    private final Database db;
    private final MinuteBook book;

    public MinutesPages(Database db, Clock clock, Matters matters, Polling polling, AuditStore audit) {
        this.db = db;
        this.book = new MinuteBook(db, clock, matters, polling, audit);
    }

    public List<Door> doors() {
        Access recorders = Access.of(RECORDERS);
        return List.of(
                Door.get(PATH, Access.SIGNED_IN, v -> show(v, here(v), null)),
                Door.get(PATH + "/paper.pdf", Access.SIGNED_IN, this::pdf),
                Door.get(PATH + "/paper.json", Access.SIGNED_IN, this::json),
                Door.post(PATH + "/answer", Access.SIGNED_IN, this::answer),
                Door.post(PATH, recorders, this::write),
                Door.post(PATH + "/put", recorders, v -> act(v, (s, by) -> book.put(s.community(), s.id(), by))),
                Door.post(PATH + "/back", recorders, this::back),
                Door.post(PATH + "/approve", recorders, this::approve),
                Door.post(PATH + "/add", recorders, this::add));
    }

    /** The meeting, for somebody whose place it concerns. */
    private Proceedings here(Visit visit) {
        Proceedings log = book.log(db.plain(), visit.here().id(), visit.id("id"));
        if (!visit.me().belongs(visit.here().id(), log.session().placePath())) {
            throw Stop.forbidden("session.stop.elsewhere");
        }
        return log;
    }

    private static boolean records(Viewer viewer, Session session) {
        for (Role role : RECORDERS) {
            if (viewer.has(role, session.community(), session.placePath())) {
                return true;
            }
        }
        return false;
    }

    private Proceedings mine(Visit visit) {
        Proceedings log = here(visit);
        if (!records(visit.me(), log.session())) {
            throw Stop.forbidden("minutes.stop.recorder");
        }
        return log;
    }

    private static String url(Visit visit, Session session) {
        return "/c/" + visit.here().code() + "/sessions/" + session.id() + "/minutes";
    }

    private Minutes minutes(Session session) {
        return MinutesStore.find(db.plain(), session.community(), session.id());
    }

    private Answer show(Visit visit, Proceedings log, @Nullable String sentence) {
        Session session = log.session();
        Minutes minutes = minutes(session);
        boolean records = records(visit.me(), session);
        if (minutes.draft() && !records) {
            return visit.page("minutes/wait", Map.of("session", session));
        }
        Map<String, Object> model = MinutesView.of(book.paper(db.plain(), minutes, log));
        model.put("session", session);
        model.put("minutes", minutes);
        model.put("records", records);
        model.put("key", Secrets.token());
        model.put("additions", MinutesStore.additions(db.plain(), session.community(), session.id()));
        if (minutes.put()) {
            var answers = MinutesStore.answers(db.plain(), session.community(), session.id());
            model.put("answers", answers);
            model.put(
                    "agreed",
                    answers.stream().filter(MinutesStore.Answer::agrees).count());
            List<Long> voices =
                    Proceedings.voices(db.plain(), session, visit.me().person());
            model.put("mayAnswer", !voices.isEmpty());
            answers.stream()
                    .filter(each -> voices.contains(each.voter()))
                    .findFirst()
                    .ifPresent(each -> model.put("said", each));
        }
        if (minutes.draft()) {
            model.put("fields", fields(visit, log, sentence != null));
            model.put(
                    "textVersion",
                    sentence == null ? minutes.version() : visit.form().text("version"));
            model.put("text", sentence == null ? minutes.remark() : visit.form().text("remark"));
        }
        if (sentence != null) {
            model.put("sentence", sentence);
        }
        return visit.page(sentence == null ? 200 : 409, "minutes/show", model);
    }

    /** The recorder's field for one item. */
    record Field(String name, String title, String value) {}

    private List<Field> fields(Visit visit, Proceedings log, boolean typed) {
        Session session = log.session();
        Map<Long, String> points = MinutesStore.points(db.plain(), session.community(), session.id());
        return log.items().stream()
                .map(item -> new Field(
                        name(item),
                        item.title(),
                        typed ? visit.form().text(name(item)) : points.getOrDefault(item.id(), "")))
                .toList();
    }

    private static String name(AgendaItem item) {
        return "points" + item.id();
    }

    private Answer write(Visit visit) {
        Proceedings log = mine(visit);
        Form form = visit.form();
        Map<Long, String> points = new LinkedHashMap<>();
        log.items().forEach(item -> points.put(item.id(), form.optional(name(item), POINTS)));
        String remark = form.optional("remark", POINTS);
        long version = form.number("version", n -> n >= 0, "web.form.choose");
        return act(visit, (s, by) -> {
            if (!form.good()) {
                throw new Refused(form.errors().values().iterator().next());
            }
            book.write(s.community(), s.id(), version, remark, points);
        });
    }

    private Answer back(Visit visit) {
        String reason = visit.form().required("reason", 300);
        return act(visit, (s, by) -> {
            if (reason.isEmpty()) {
                throw new Refused("session.refused.reason");
            }
            book.back(s.community(), s.id(), reason, by);
        });
    }

    private Answer approve(Visit visit) {
        Form form = visit.form();
        long hands =
                form.text("hands").isEmpty() ? 0 : form.number("hands", n -> n >= 0 && n < 100_000, "book.wrong.count");
        return act(visit, (s, by) -> {
            if (!form.good()) {
                throw new Refused(form.errors().get("hands"));
            }
            book.approve(s.community(), s.id(), (int) hands, by);
        });
    }

    private Answer add(Visit visit) {
        String text = visit.form().required("text", POINTS);
        return act(visit, (s, by) -> {
            if (text.isEmpty()) {
                throw new Refused("web.form.required");
            }
            book.add(s.community(), s.id(), text, visit.form().text("key"), by);
        });
    }

    private interface Act {
        void on(Session session, Actor by);
    }

    private Answer act(Visit visit, Act act) {
        Proceedings log = mine(visit);
        Session session = log.session();
        try {
            act.on(session, Actor.of(visit.me(), session.community(), session.placePath()));
        } catch (Refused refused) {
            return show(visit, log, visit.say(refused.refusal()));
        }
        return Answer.to(url(visit, session));
    }

    private Answer answer(Visit visit) {
        Session session = here(visit).session();
        Form form = visit.form();
        boolean agrees = form.oneOf("answer", List.of("yes", "no")).equals("yes");
        String remark = form.optional("remark", 500);
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        book.answer(session.community(), session.id(), visit.me().person(), agrees, remark);
        return Answer.to(url(visit, session));
    }

    private Answer pdf(Visit visit) {
        Proceedings log = here(visit);
        Minutes minutes = written(log);
        Map<String, Object> model = new HashMap<>(MinutesView.of(book.paper(db.plain(), minutes, log)));
        model.put("minutes", minutes);
        model.put("community", visit.here().name());
        model.put(
                "additions",
                MinutesStore.additions(
                        db.plain(), log.session().community(), log.session().id()));
        Printing printing = new Printing(visit.front().templates()::paper);
        Instant made = minutes.putAt() == null ? Instant.EPOCH : minutes.putAt();
        return Answer.file(
                "application/pdf",
                "minutes-" + log.session().id() + ".pdf",
                printing.minutes(model, visit.lang(), made));
    }

    /** Letter by letter what the hash was taken of. */
    private Answer json(Visit visit) {
        Proceedings log = here(visit);
        JsonObject paper = book.paper(db.plain(), written(log), log);
        return Answer.file(
                "application/json",
                "minutes-" + log.session().id() + ".json",
                paper.encode().getBytes(StandardCharsets.UTF_8));
    }

    private Minutes written(Proceedings log) {
        Minutes minutes = minutes(log.session());
        if (minutes.draft()) {
            throw Stop.forbidden("minutes.refused.not-put");
        }
        return minutes;
    }
}
