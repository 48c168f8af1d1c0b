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
import pavilion.identity.Role;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.MotionText;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.conduct.SessionModule;
import pavilion.session.floor.SpeakersList;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** What people move from their phones, and what the moderator does with it. */
final class MotionPages {
    private static final Access MODERATORS = Access.of(Role.MODERATOR, Role.COMMITTEE);
    private static final List<String> KINDS =
            Stream.of(Motion.Kind.values()).map(Motion.Kind::key).toList();
    // What to do, and with which motion: several buttons share one form.
    private static final Pattern ACT = Pattern.compile("(consent|adopt|vote|withdraw|fall)-(\\d{1,18})");

    private final Database db;
    private final SessionModule meetings;
    private final MotionDrafting moves;
    private final Motions motions;

    MotionPages(Database db, SessionModule meetings, MotionDrafting moves, Motions motions) {
        this.db = db;
        this.meetings = meetings;
        this.moves = moves;
        this.motions = motions;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/c/:c/sessions/:id/motions", Access.SIGNED_IN, this::move),
                Route.post("/c/:c/sessions/:id/motions/object", Access.SIGNED_IN, this::object),
                Route.post("/c/:c/sessions/:id/motions/withdraw", Access.SIGNED_IN, this::withdraw),
                Route.post("/c/:c/sessions/:id/motions/for", MODERATORS, this::moveFor),
                Route.post(
                        "/c/:c/sessions/:id/motions/act",
                        MODERATORS,
                        v -> meetings.moderated(v, (s, by) -> {
                            Matcher act = ACT.matcher(v.form().text("act"));
                            if (!act.matches()) {
                                throw new Refused("web.form.choose");
                            }
                            act(v, s, act.group(1), Long.parseLong(act.group(2)), by);
                        })));
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
        Session session = meetings.visited(request);
        Mover mover =
                new Mover(request.me().person(), SpeakersList.name(db.plain(), request.me()), actor(request, session));
        String back = url(request, session);
        return moved(request, session, mover, back + "/motions", back);
    }

    private Response moveFor(Request request) {
        Session session = meetings.moderated(request);
        String name = request.form().required("name", 40);
        String back = url(request, session);
        return moved(
                request,
                session,
                new Mover(null, name, actor(request, session)),
                back + "/motions/for",
                back + "/console");
    }

    private Response moved(Request request, Session session, Mover mover, String action, String back) {
        FormData form = request.form();
        Motion.Kind kind = Motion.Kind.of(oneOf(form, "kind", KINDS));
        MotionDrafting.Draft draft = new MotionDrafting.Draft(
                number(form, "again"),
                (int) Math.min(Integer.MAX_VALUE, number(form, "base")),
                kind == Motion.Kind.AMEND ? form.required("text", MotionDrafting.LONGEST) : "",
                form.required("key", 80));
        String detail = kind == Motion.Kind.REFER ? form.required("detail", 80) : "";
        if (!form.good()) {
            return again(request, session, kind, draft, action, back);
        }
        try {
            if (kind == Motion.Kind.AMEND) {
                moves.amend(session, mover, draft);
            } else {
                moves.procedure(session, mover, kind, detail, draft.key());
            }
        } catch (Refused refused) {
            form.wrong(kind == Motion.Kind.AMEND ? "text" : "kind", refused.refusal());
            return again(request, session, kind, draft, action, back);
        }
        return Response.to(back);
    }

    /** The form alone on a page, with what was typed; where the text has changed meanwhile, carried over to the new one. */
    private Response again(
            Request request, Session session, Motion.Kind kind, MotionDrafting.Draft draft, String action, String back) {
        FormData form = request.form();
        AgendaItem item = meetings.sessions().current(db.plain(), session);
        int version = item.debate().version();
        boolean stale = kind == Motion.Kind.AMEND && draft.base() != version;
        MotionDrafting.Draft next = stale
                ? MotionDrafting.rebased(db.plain(), session, item, draft)
                        .orElse(new MotionDrafting.Draft(draft.again(), version, item.motion(), draft.key()))
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
                        session, number(request.form(), "motion"), request.me().person(), actor(request, session)));
    }

    private Response withdraw(Request request) {
        return mine(
                request,
                session -> motions.withdraw(
                        session, number(request.form(), "motion"), request.me().person(), actor(request, session)));
    }

    private Response mine(Request request, Consumer<Session> act) {
        Session session = meetings.visited(request);
        act.accept(session);
        return Response.to(url(request, session));
    }

    /** An amendment told in words, line by line, so that it can be read aloud and heard. */
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

    private static Actor actor(Request request, Session session) {
        return Actor.of(request.me(), session.community(), session.placePath());
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

    private static String url(Request request, Session session) {
        return "/c/" + request.here().code() + "/sessions/" + session.id();
    }
}
