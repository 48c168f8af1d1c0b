package pavilion.session.agenda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.Tokens;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.session.SessionStore;
import pavilion.text.Phrases;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;
import pavilion.web.SelectOption;

/** Where the moderator arranges the agenda: plain forms and buttons, which work on a phone and without script. */
public final class AgendaPages {
    private static final String PATH = "/c/:c/sessions/:id/agenda";
    private static final int LONGEST = 600;
    private static final String UP = "up";
    private static final String DOWN = "down";
    // What is said of an item; the id of the item follows, or "new".
    private static final FormField TITLE = FormField.text("title-*", 80);
    private static final FormField MINUTES = FormField.number("minutes-*");
    private static final FormField MOTION = FormField.text("motion-*", 500);

    private final Database db;
    private final SessionAccess access;
    private final Agendas agendas;

    public AgendaPages(Database db, SessionAccess access, Agendas agendas) {
        this.db = db;
        this.access = access;
        this.agendas = agendas;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, SessionAccess.MODERATORS, r -> show(r, access.moderated(r), 200, "")),
                Route.post(
                        PATH,
                        SessionAccess.MODERATORS,
                        this::add,
                        FormField.choice("matter"),
                        TITLE,
                        MINUTES,
                        MOTION,
                        FormField.key("key")),
                Route.post(PATH + "/:item", SessionAccess.MODERATORS, this::edit, TITLE, MINUTES, MOTION),
                Route.post(
                        PATH + "/:item/move",
                        SessionAccess.MODERATORS,
                        this::move,
                        FormField.choice("way", UP, DOWN),
                        FormField.number("from")),
                Route.post(PATH + "/:item/remove", SessionAccess.MODERATORS, this::remove));
    }

    /**
     * An item and its form.
     *
     * @param up whether it may go up; likewise down
     */
    record Row(
            AgendaView.Line item,
            boolean free,
            boolean up,
            boolean down,
            Map<String, String> values,
            Map<String, Refusal> errors,
            List<AttachmentLine> files) {
        boolean wrong() {
            return !errors.isEmpty();
        }
    }

    /** @param sentence why something was refused, otherwise empty; the forms keep what was typed */
    Response show(Request request, Session session, int status, String sentence) {
        FormData form = request.form();
        Map<String, String> typed = form.values();
        String key = typed.getOrDefault("key", "");
        List<AgendaItem> items = SessionStore.items(db.plain(), session.community(), session.id());
        AgendaView view = AgendaView.of(items, session);
        List<AttachmentLine> files = Attachments.of(db.plain(), session);
        Map<String, Object> model = new HashMap<>();
        model.put("session", session);
        model.put("agenda", view);
        model.put("rows", rows(session, items, view, form, files));
        model.put("files", files.stream().filter(file -> file.item() == null).toList());
        model.put("waiting", waiting(request, session, typed.getOrDefault("matter", "")));
        model.put("key", key.isEmpty() ? Tokens.token() : key);
        model.put("targets", targets(items, request.phrases(), typed.getOrDefault("item", "")));
        model.put("values", typed);
        model.put("errors", form.errors());
        model.put("sentence", sentence);
        return request.page(status, "session/arrange", model);
    }

    private static List<Row> rows(
            Session session, List<AgendaItem> items, AgendaView view, FormData form, List<AttachmentLine> files) {
        int first = session.ended() ? Integer.MAX_VALUE : Agendas.firstFree(session);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            AgendaItem item = items.get(i);
            boolean free = item.ordinal() >= first;
            rows.add(new Row(
                    view.lines().get(i),
                    free,
                    item.ordinal() > first,
                    free && i + 1 < items.size(),
                    typed(form, item),
                    wrong(form, item),
                    files.stream()
                            .filter(file -> file.item() != null && file.item() == item.id())
                            .toList()));
        }
        return rows;
    }

    private static Map<String, String> typed(FormData form, AgendaItem item) {
        Map<String, String> stored =
                Map.of("title", item.title(), "minutes", Integer.toString(item.minutes()), "motion", item.motion());
        Map<String, String> values = new HashMap<>(stored);
        stored.keySet()
                .forEach(name -> values.computeIfPresent(
                        name, (n, old) -> form.values().getOrDefault(field(n, item.id()), old)));
        return values;
    }

    private static Map<String, Refusal> wrong(FormData form, AgendaItem item) {
        Map<String, Refusal> errors = new HashMap<>();
        for (String name : List.of("title", "minutes", "motion")) {
            Refusal error = form.errors().get(field(name, item.id()));
            if (error != null) {
                errors.put(name, error);
            }
        }
        return errors;
    }

    private static String field(String name, Object suffix) {
        return name + "-" + suffix;
    }

    private List<SelectOption> waiting(Request request, Session session, String chosen) {
        List<SelectOption> choices = new ArrayList<>();
        choices.add(new SelectOption("", request.phrases().say("calling.matter.none"), chosen.isEmpty()));
        for (AgendaStore.Waiting each : agendas.waiting(db.plain(), session)) {
            String id = Long.toString(each.id());
            choices.add(new SelectOption(id, each.number() + " " + each.title(), id.equals(chosen)));
        }
        return choices;
    }

    private static List<SelectOption> targets(List<AgendaItem> items, Phrases phrases, String chosen) {
        List<SelectOption> choices = new ArrayList<>();
        choices.add(new SelectOption("", phrases.say("calling.attach.whole"), chosen.isEmpty()));
        items.forEach(item -> {
            String id = Long.toString(item.id());
            choices.add(new SelectOption(id, item.ordinal() + ". " + item.title(), id.equals(chosen)));
        });
        return choices;
    }

    private static Agendas.Wording wording(FormData form, Object suffix, boolean titled) {
        String title = titled ? form.required(field("title", suffix)) : form.optional(field("title", suffix));
        return new Agendas.Wording(title, form.optional(field("motion", suffix)), (int)
                form.number(field("minutes", suffix), n -> n >= 1 && n <= LONGEST, "calling.refused.minutes"));
    }

    private Response add(Request request) {
        Session session = access.moderated(request);
        FormData form = request.form();
        String matter = form.text("matter");
        @Nullable Long id = matter.matches("[0-9]{1,18}") ? Long.valueOf(matter) : null;
        if (id == null && !matter.isEmpty()) {
            form.wrong("matter", "web.form.choose");
        }
        Agendas.Wording wording = wording(form, "new", id == null);
        String key = form.required("key");
        return act(
                request,
                session,
                "#agenda-end",
                by -> agendas.add(session.community(), session.id(), id, wording, key, by));
    }

    private Response edit(Request request) {
        Session session = access.moderated(request);
        long item = request.id("item");
        Agendas.Wording wording = wording(request.form(), item, true);
        return act(
                request,
                session,
                "#item-" + item,
                by -> agendas.edit(session.community(), session.id(), item, wording, by));
    }

    private Response move(Request request) {
        Session session = access.moderated(request);
        long item = request.id("item");
        boolean up = request.form().oneOf("way", List.of(UP, DOWN)).equals(UP);
        int from = (int) request.form().number("from", n -> n > 0 && n < 1000, "web.form.choose");
        return act(
                request,
                session,
                "#item-" + item,
                by -> agendas.move(session.community(), session.id(), item, from, up, by));
    }

    private Response remove(Request request) {
        Session session = access.moderated(request);
        long item = request.id("item");
        return act(request, session, "", by -> agendas.remove(session.community(), session.id(), item, by));
    }

    public interface Act {
        void on(Actor by);
    }

    /** Does something and shows the agenda again; a refusal is said there, and the forms keep what was typed. */
    Response act(Request request, Session session, String anchor, Act act) {
        if (!request.form().good()) {
            // Where it has begun meanwhile, there is no field any more beside which the sentence could stand.
            return show(
                    request,
                    session,
                    422,
                    session.called()
                            ? ""
                            : request.say(
                                    request.form().errors().values().iterator().next()));
        }
        try {
            act.on(SessionAccess.actor(request, session));
        } catch (Refused refused) {
            return show(request, session, 409, request.say(refused.refusal()));
        }
        return Response.to(SessionAccess.url(request, session) + "/agenda" + anchor);
    }
}
