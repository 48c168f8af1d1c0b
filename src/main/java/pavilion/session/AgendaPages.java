package pavilion.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.matter.Actor;
import pavilion.matter.Speech;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Secrets;
import pavilion.web.Visit;

/** The agenda as whoever called the meeting arranges it: plain forms and buttons, on a phone and without script. */
final class AgendaPages {
    private static final String PATH = "/c/:c/sessions/:id/agenda";
    private static final int TITLE = 80;
    private static final int MOTION = 500;
    private static final int LONGEST = 600;

    private final Database db;
    private final SessionPages pages;
    private final Agendas agendas;

    AgendaPages(Database db, SessionPages pages, Agendas agendas) {
        this.db = db;
        this.pages = pages;
        this.agendas = agendas;
    }

    List<Door> doors() {
        return List.of(
                Door.get(PATH, ConsolePages.MODERATORS, v -> show(v, session(v), 200, "")),
                Door.post(PATH, ConsolePages.MODERATORS, this::add),
                Door.post(PATH + "/:item", ConsolePages.MODERATORS, this::edit),
                Door.post(PATH + "/:item/move", ConsolePages.MODERATORS, this::move),
                Door.post(PATH + "/:item/remove", ConsolePages.MODERATORS, this::remove));
    }

    /** The meeting of the path, for those who moderate it. */
    Session session(Visit visit) {
        Session session = pages.session(visit);
        ConsolePages.requireModerator(visit, session);
        return session;
    }

    static Actor actor(Visit visit, Session session) {
        return Actor.of(visit.me(), session.community(), session.placePath());
    }

    /**
     * An item and its form.
     *
     * @param up whether it may go up; likewise down
     */
    record Row(
            SessionView.Item item,
            boolean free,
            boolean up,
            boolean down,
            Map<String, String> values,
            Map<String, Refusal> errors,
            List<AttachmentStore.Line> files) {
        boolean wrong() {
            return !errors.isEmpty();
        }
    }

    /** @param sentence why something was refused; then what was typed stands in the forms again */
    Answer show(Visit visit, Session session, int status, String sentence) {
        SessionView view = pages.view(visit);
        Form form = visit.form();
        Map<String, Object> model = new HashMap<>(view.model());
        List<AttachmentStore.Line> files = AttachmentStore.of(db.plain(), session.community(), session.id());
        model.put("rows", rows(view, form, files));
        model.put("files", files.stream().filter(file -> file.item() == null).toList());
        model.put("waiting", waiting(visit, session, form.text("matter")));
        model.put("missing", missing(session, view));
        model.put("key", form.text("key").isEmpty() ? Secrets.token() : form.text("key"));
        model.put("targets", targets(view, Speech.of(visit), form.text("item")));
        model.put("values", form.values());
        model.put("errors", form.errors());
        model.put("sentence", sentence);
        return visit.page(status, "session/arrange", model);
    }

    private static boolean missing(Session session, SessionView view) {
        return !MeetingKind.of(session.kind()).orElseThrow().free()
                && view.items().stream().allMatch(item -> item.matterId() == null);
    }

    private List<Row> rows(SessionView view, Form form, List<AttachmentStore.Line> files) {
        Session session = view.session();
        int first = session.ended() ? Integer.MAX_VALUE : Agendas.firstFree(session);
        List<Row> rows = new ArrayList<>();
        List<AgendaItem> items = SessionStore.items(db.plain(), session.community(), session.id());
        for (int i = 0; i < items.size(); i++) {
            AgendaItem item = items.get(i);
            boolean free = item.ordinal() >= first;
            rows.add(new Row(
                    view.items().get(i),
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

    private static Map<String, String> typed(Form form, AgendaItem item) {
        Map<String, String> stored =
                Map.of("title", item.title(), "minutes", Integer.toString(item.minutes()), "motion", item.motion());
        Map<String, String> values = new HashMap<>(stored);
        stored.keySet()
                .forEach(name -> values.computeIfPresent(
                        name, (n, old) -> form.values().getOrDefault(field(n, item.id()), old)));
        return values;
    }

    private static Map<String, Refusal> wrong(Form form, AgendaItem item) {
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

    private List<Map<String, Object>> waiting(Visit visit, Session session, String chosen) {
        List<Map<String, Object>> choices = new ArrayList<>();
        choices.add(CallForm.choice("", Speech.of(visit).say("calling.matter.none"), chosen.isEmpty()));
        for (AgendaStore.Waiting each : agendas.waiting(db.plain(), session)) {
            String id = Long.toString(each.id());
            choices.add(CallForm.choice(id, each.number() + " " + each.title(), id.equals(chosen)));
        }
        return choices;
    }

    private static List<Map<String, Object>> targets(SessionView view, Speech speech, String chosen) {
        List<Map<String, Object>> choices = new ArrayList<>();
        choices.add(CallForm.choice("", speech.say("calling.attach.whole"), chosen.isEmpty()));
        view.items().forEach(item -> {
            String id = Long.toString(item.id());
            choices.add(CallForm.choice(id, item.ordinal() + ". " + item.title(), id.equals(chosen)));
        });
        return choices;
    }

    private static Agendas.Wording wording(Form form, Object suffix, boolean titled) {
        String title =
                titled ? form.required(field("title", suffix), TITLE) : form.optional(field("title", suffix), TITLE);
        return new Agendas.Wording(title, form.optional(field("motion", suffix), MOTION), (int)
                form.number(field("minutes", suffix), n -> n >= 1 && n <= LONGEST, "calling.refused.minutes"));
    }

    private Answer add(Visit visit) {
        Session session = session(visit);
        Form form = visit.form();
        String matter = form.text("matter");
        @Nullable Long id = matter.matches("[0-9]{1,18}") ? Long.valueOf(matter) : null;
        if (id == null && !matter.isEmpty()) {
            form.wrong("matter", "web.form.choose");
        }
        Agendas.Wording wording = wording(form, "new", id == null);
        String key = form.required("key", 64);
        return act(
                visit,
                session,
                "#agenda-end",
                by -> agendas.add(session.community(), session.id(), id, wording, key, by));
    }

    private Answer edit(Visit visit) {
        Session session = session(visit);
        long item = visit.id("item");
        Agendas.Wording wording = wording(visit.form(), item, true);
        return act(
                visit,
                session,
                "#item-" + item,
                by -> agendas.edit(session.community(), session.id(), item, wording, by));
    }

    private Answer move(Visit visit) {
        Session session = session(visit);
        long item = visit.id("item");
        boolean up = visit.form().oneOf("way", List.of("up", "down")).equals("up");
        int from = (int) visit.form().number("from", n -> n > 0 && n < 1000, "web.form.choose");
        return act(
                visit,
                session,
                "#item-" + item,
                by -> agendas.move(session.community(), session.id(), item, from, up, by));
    }

    private Answer remove(Visit visit) {
        Session session = session(visit);
        long item = visit.id("item");
        return act(visit, session, "", by -> agendas.remove(session.community(), session.id(), item, by));
    }

    interface Act {
        void on(Actor by);
    }

    /** Does it and shows the agenda; or says why not, beside what was typed. */
    Answer act(Visit visit, Session session, String anchor, Act act) {
        if (!visit.form().good()) {
            return show(visit, session, 422, "");
        }
        try {
            act.on(actor(visit, session));
        } catch (Refused refused) {
            return show(visit, session, 409, visit.say(refused.refusal()));
        }
        return Answer.to(SessionPages.url(visit, session) + "/agenda" + anchor);
    }
}
