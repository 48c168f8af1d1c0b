package pavilion.session;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pavilion.db.Database;
import pavilion.matter.Seat;
import pavilion.proxy.Letter;
import pavilion.proxy.Letters;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** The doorkeeper's roll: who has come, who has left, with or without a phone. */
final class DoorPages {
    private static final Access DOORKEEPERS =
            Access.of(Role.MODERATOR, Role.COMMITTEE, Role.RECORDER, Role.GRID_WORKER);
    private static final int ROLL_PAGE = 60;
    private static final int EVENTS = 30;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Database db;
    private final Sessions sessions;
    private final Attendance attendance;
    private final Letters letters;
    private final SessionPages pages;
    private final Secrets secrets;
    private final Clock clock;

    DoorPages(
            Database db,
            Sessions sessions,
            Attendance attendance,
            Letters letters,
            SessionPages pages,
            Secrets secrets,
            Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.attendance = attendance;
        this.letters = letters;
        this.pages = pages;
        this.secrets = secrets;
        this.clock = clock;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/sessions/:id/door", DOORKEEPERS, this::roll),
                Door.post("/c/:c/sessions/:id/door", DOORKEEPERS, this::door),
                Door.get("/c/:c/sessions/:id/presence", DOORKEEPERS, this::timeline),
                Door.message("/c/:c/sessions/:id/presence", this::hook));
    }

    /** What another check-in system signs its messages with; for this meeting alone. */
    private String hookKey(Session session) {
        return secrets.mark("hook", session.community() + "/" + session.id() + "/" + session.doorKey());
    }

    /**
     * {@code {"code":"HP-017-1-2-502","way":"in","at":"2026-03-16T11:31:00Z"}} with the header {@code X-Signature}: HMAC
     * of the body. Said twice it counts once; older than five minutes it is not taken, so that nobody repeats it later.
     */
    private Answer hook(Visit visit) {
        Session session = pages.session(visit);
        String signed = visit.headers().get("X-Signature");
        if (signed == null || !Secrets.same(Secrets.signature(hookKey(session), visit.body()), signed)) {
            throw Stop.forbidden("session.stop.signature");
        }
        try {
            JsonObject message = new JsonObject(visit.body());
            Duration age = Duration.between(Instant.parse(message.getString("at", "")), clock.instant());
            String way = message.getString("way", "");
            if (age.abs().compareTo(FRESH) > 0 || !List.of("in", "out").contains(way)) {
                throw new Refused("session.refused.hook");
            }
            attendance.hook(session.community(), session.id(), message.getString("code", ""), way.equals("in"));
            return Answer.bytes("text/plain; charset=utf-8", "ok".getBytes(StandardCharsets.UTF_8));
        } catch (DecodeException | DateTimeException | ClassCastException e) {
            throw new Refused("session.refused.hook");
        }
    }

    private Answer roll(Visit visit) {
        SessionView view = pages.view(visit);
        requireDoorkeeper(visit, view.session());
        return visit.page("session/door", rollModel(view, visit.query("q"), ""));
    }

    /**
     * A line of the roll at the door.
     *
     * @param holder who holds a letter of this voter, empty where nobody does
     * @param byProxy whether the voter is there only through that person
     */
    record RollLine(long voter, String label, boolean here, String holder, boolean byProxy) {}

    /** Somebody who holds letters for this meeting. */
    record HolderLine(long person, String name, List<String> labels, boolean here) {}

    private static List<HolderLine> holders(List<Letter> given, Map<Long, Long> represented) {
        Map<Long, List<Letter>> byHolder =
                given.stream().collect(Collectors.groupingBy(Letter::holder, LinkedHashMap::new, Collectors.toList()));
        return byHolder.values().stream()
                .map(held -> new HolderLine(
                        held.getFirst().holder(),
                        held.getFirst().holderName(),
                        held.stream().map(Letter::label).toList(),
                        held.stream().allMatch(letter -> represented.containsKey(letter.voter()))))
                .toList();
    }

    private Map<String, Object> rollModel(SessionView view, String asked, String sentence) {
        Session session = view.session();
        Set<Long> present = new HashSet<>(PresenceStore.present(db.plain(), session.community(), session.id()));
        Map<Long, Long> represented = PresenceStore.represented(db.plain(), session.community(), session.id()).stream()
                .collect(Collectors.toMap(PresenceStore.Represented::voter, PresenceStore.Represented::letter));
        List<Letter> given = letters.inForce(db.plain(), session.community(), session.id());
        Map<Long, String> holders =
                given.stream().collect(Collectors.toMap(Letter::voter, Letter::holderName, (a, b) -> a));
        List<Seat> roll = sessions.roll(db.plain(), session);
        List<RollLine> lines = roll.stream()
                .filter(seat -> Seat.named(seat.label(), asked))
                .limit(ROLL_PAGE)
                .map(seat -> new RollLine(
                        seat.voter(),
                        seat.label(),
                        present.contains(seat.voter()),
                        holders.getOrDefault(seat.voter(), ""),
                        represented.containsKey(seat.voter())))
                .toList();
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("lines", lines);
        model.put("holders", holders(given, represented));
        model.put("hookKey", hookKey(session));
        model.put("events", PresenceStore.events(db.plain(), session, EVENTS));
        model.put("q", asked);
        model.put("more", roll.size() > ROLL_PAGE && lines.size() == ROLL_PAGE);
        model.put("sentence", sentence);
        return model;
    }

    private Answer timeline(Visit visit) {
        SessionView view = pages.view(visit);
        requireDoorkeeper(visit, view.session());
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("moments", Moment.all(PresenceStore.log(db.plain(), view.session()), view.session()));
        return visit.page("session/timeline", model);
    }

    private static void requireDoorkeeper(Visit visit, Session session) {
        Viewer me = visit.me();
        boolean may = ConsolePages.moderates(me, session)
                || me.has(Role.RECORDER, session.community(), session.placePath())
                || me.has(Role.GRID_WORKER, session.community(), session.placePath());
        if (!may) {
            throw Stop.forbidden("session.stop.moderator");
        }
    }

    private Answer door(Visit visit) {
        SessionView view = pages.view(visit);
        requireDoorkeeper(visit, view.session());
        Form form = visit.form();
        long voter = form.number("voter", n -> n > 0, "web.form.choose");
        boolean in = form.oneOf("way", List.of("in", "out")).equals("in");
        try {
            if (form.checked("holder")) {
                attendance.holder(visit.here().id(), view.session().id(), voter, in);
            } else {
                attendance.door(visit.here().id(), view.session().id(), voter, in);
            }
        } catch (Refused refused) {
            return visit.page(409, "session/door", rollModel(view, form.text("q"), visit.say(refused.refusal())));
        }
        String q = URLEncoder.encode(form.text("q"), StandardCharsets.UTF_8);
        return Answer.to(
                "/c/" + visit.here().code() + "/sessions/" + view.session().id() + "/door?q=" + q);
    }
}
