package pavilion.motion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.MotionText;
import pavilion.session.AgendaItem;
import pavilion.session.Console;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.session.SessionChanges;
import pavilion.session.floor.SpeakersList;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Where people move amendments and questions of procedure, and where the moderator deals with them. */
final class MotionPages {
    private static final List<String> KINDS =
            Stream.of(Motion.Kind.values()).map(Motion.Kind::key).toList();
    // What to do, and with which motion: all buttons share one form.
    private static final Pattern ACT = Pattern.compile("(consent|adopt|vote|withdraw|fall)-(\\d{1,18})");

    private static final FormField MOTION = FormField.number("motion");

    private final Database db;
    private final SessionAccess access;
    private final Console console;
    private final MotionDrafting drafting;
    private final Motions motions;

    MotionPages(Database db, SessionAccess access, Console console, MotionDrafting drafting, Motions motions) {
        this.db = db;
        this.access = access;
        this.console = console;
        this.drafting = drafting;
        this.motions = motions;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/c/:c/sessions/:id/motions", Access.SIGNED_IN, this::move, fields()),
                Route.post("/c/:c/sessions/:id/motions/object", Access.SIGNED_IN, this::object, MOTION),
                Route.post("/c/:c/sessions/:id/motions/withdraw", Access.SIGNED_IN, this::withdraw, MOTION),
                Route.post(
                        "/c/:c/sessions/:id/motions/for",
                        SessionAccess.MODERATORS,
                        this::moveFor,
                        fields(FormField.text("name", 40))),
                Route.post(
                        "/c/:c/sessions/:id/motions/act",
                        SessionAccess.MODERATORS,
                        r -> console.act(r, (session, by) -> {
                            Matcher act = ACT.matcher(r.form().text("act"));
                            if (!act.matches()) {
                                throw new Refused("web.form.choose");
                            }
                            act(r, session, act.group(1), Long.parseLong(act.group(2)), by);
                        }),
                        FormField.choice("act")));
    }

    /** What {@link #moved} reads, and before it what is asked of those who move for others. */
    private static FormField[] fields(FormField... before) {
        return Stream.concat(
                        Stream.of(before),
                        Stream.of(
                                FormField.choice("kind", KINDS.toArray(String[]::new)),
                                FormField.number("again"),
                                FormField.number("base"),
                                FormField.text("text", MotionDrafting.LONGEST),
                                FormField.text("detail", 80),
                                FormField.key("key")))
                .toArray(FormField[]::new);
    }

    private void act(Request request, Session session, String act, long id, Actor by) {
        switch (act) {
            case "consent" -> motions.consent(session, id, by);
            case "adopt" -> motions.adopt(session, id, by);
            case "vote" -> motions.vote(session, id, (tx, motion) -> question(tx, request, session, motion), by);
            case "withdraw" -> motions.withdraw(session, id, null, by);
            default -> motions.fall(session, id, by);
        }
    }

    private Response move(Request request) {
        Session session = access.mine(request);
        Mover mover = new Mover(
                request.user().person(),
                SpeakersList.name(db.plain(), request.user()),
                SessionAccess.actor(request, session));
        String back = SessionAccess.url(request, session);
        return moved(request, session, mover, back + "/motions", back);
    }

    private Response moveFor(Request request) {
        Session session = access.moderated(request);
        String name = request.form().required("name");
        String back = SessionAccess.url(request, session);
        return moved(
                request,
                session,
                new Mover(null, name, SessionAccess.actor(request, session)),
                back + "/motions/for",
                back + "/console");
    }

    private Response moved(Request request, Session session, Mover mover, String action, String back) {
        FormData form = request.form();
        Motion.Kind kind = Motion.Kind.of(oneOf(form, "kind", KINDS));
        AmendmentDraft draft = new AmendmentDraft(
                number(form, "again"),
                (int) Math.min(Integer.MAX_VALUE, number(form, "base")),
                kind == Motion.Kind.AMEND ? form.required("text") : "",
                form.required("key"));
        String detail = kind == Motion.Kind.REFER ? form.required("detail") : "";
        if (!form.good()) {
            return again(request, session, kind, draft, action, back);
        }
        try {
            if (kind == Motion.Kind.AMEND) {
                drafting.amend(session, mover, draft);
            } else {
                drafting.procedure(session, mover, kind, detail, draft.key());
            }
        } catch (Refused refused) {
            form.wrong(kind == Motion.Kind.AMEND ? "text" : "kind", refused.refusal());
            return again(request, session, kind, draft, action, back);
        }
        return Response.to(back);
    }

    /** A page with the form alone, with what was typed; carried over where the text has changed meanwhile. */
    private Response again(
            Request request, Session session, Motion.Kind kind, AmendmentDraft draft, String action, String back) {
        FormData form = request.form();
        AgendaItem item = SessionChanges.current(db.plain(), session);
        int version = item.debate().version();
        boolean stale = kind == Motion.Kind.AMEND && draft.base() != version;
        AmendmentDraft next = stale
                ? MotionDrafting.rebased(db.plain(), session, item, draft)
                        .orElse(new AmendmentDraft(draft.again(), version, item.motion(), draft.key()))
                : draft;
        Map<String, Object> model = new HashMap<>();
        model.put("session", session);
        model.put("kind", kind.key());
        model.put("amends", kind == Motion.Kind.AMEND);
        model.put("named", action.endsWith("/for"));
        model.put("action", action);
        model.put("back", back);
        model.put("lines", MotionText.of(item.motion()).lines());
        model.put("draft", next);
        model.put("typed", stale ? draft.text() : "");
        model.put("values", form.values());
        model.put("errors", form.errors());
        return request.again("motion/again", model);
    }

    private Response object(Request request) {
        return mine(
                request,
                session -> motions.object(
                        session,
                        number(request.form(), "motion"),
                        request.user().person(),
                        SessionAccess.actor(request, session)));
    }

    private Response withdraw(Request request) {
        return mine(
                request,
                session -> motions.withdraw(
                        session,
                        number(request.form(), "motion"),
                        request.user().person(),
                        SessionAccess.actor(request, session)));
    }

    private Response mine(Request request, Consumer<Session> act) {
        Session session = access.mine(request);
        act.accept(session);
        return Response.to(SessionAccess.url(request, session));
    }

    /** The question; an amendment is put into words line by line, so that it can be read aloud. */
    private static String question(Tx tx, Request request, Session session, Motion motion) {
        if (!motion.amends()) {
            return request.say(Refusal.of("motion.ask." + motion.kind().key(), motion.detail()));
        }
        Map<Integer, String> texts = MotionStore.texts(tx, session.community(), session.id(), motion.item());
        String changes = MotionView.rows(motion, texts).stream()
                .map(row -> request.say(Refusal.of(
                        row.added() ? "motion.word.add" : row.struck() ? "motion.word.strike" : "motion.word.change",
                        row.line(),
                        row.struck() ? row.before() : row.after())))
                .collect(Collectors.joining(request.say(Refusal.of("motion.word.and"))));
        return request.say(Refusal.of("motion.ask.amend", motion.number(), changes));
    }

    private static String oneOf(FormData form, String name, List<String> allowed) {
        String value = form.oneOf(name, allowed);
        if (value.isEmpty()) {
            throw new Refused("web.form.choose");
        }
        return value;
    }

    private static long number(FormData form, String name) {
        String text = form.text(name);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
