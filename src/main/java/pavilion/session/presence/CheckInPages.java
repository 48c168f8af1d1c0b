package pavilion.session.presence;

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
import pavilion.electorate.Voter;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.proxy.ProxyLetter;
import pavilion.proxy.ProxyLetters;
import pavilion.rules.Refused;
import pavilion.session.Session;
import pavilion.session.conduct.Sessions;
import pavilion.session.screen.ConsolePages;
import pavilion.session.screen.SessionPages;
import pavilion.session.screen.SessionView;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The doorkeeper's roll: who has come, who has left, with or without a phone. */
public final class CheckInPages {
    private static final Access DOORKEEPERS =
            Access.of(Role.MODERATOR, Role.COMMITTEE, Role.RECORDER, Role.GRID_WORKER);
    private static final int ROLL_PAGE = 60;
    private static final int EVENTS = 30;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Database db;
    private final Sessions sessions;
    private final Attendance attendance;
    private final ProxyLetters letters;
    private final SessionPages pages;
    private final Tokens secrets;
    private final Clock clock;

    public CheckInPages(
            Database db,
            Sessions sessions,
            Attendance attendance,
            ProxyLetters letters,
            SessionPages pages,
            Tokens secrets,
            Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.attendance = attendance;
        this.letters = letters;
        this.pages = pages;
        this.secrets = secrets;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/sessions/:id/door", DOORKEEPERS, this::roll),
                Route.post("/c/:c/sessions/:id/door", DOORKEEPERS, this::route),
                Route.get("/c/:c/sessions/:id/presence", DOORKEEPERS, this::timeline),
                Route.message("/c/:c/sessions/:id/presence", this::hook));
    }

    /** What another check-in system signs its messages with; for this meeting alone. */
    private String hookKey(Session session) {
        return secrets.mark("hook", session.community() + "/" + session.id() + "/" + session.doorKey());
    }

    /**
     * {@code {"code":"HP-017-1-2-502","way":"in","at":"2026-03-16T11:31:00Z"}} with the header {@code X-Signature}: HMAC
     * of the body. Said twice it counts once; older than five minutes it is not taken, so that nobody repeats it later.
     */
    private Response hook(Request request) {
        Session session = pages.session(request);
        String signed = request.headers().get("X-Signature");
        if (signed == null || !Tokens.same(Tokens.signature(hookKey(session), request.body()), signed)) {
            throw HttpError.forbidden("session.stop.signature");
        }
        try {
            JsonObject message = new JsonObject(request.body());
            Duration age = Duration.between(Instant.parse(message.getString("at", "")), clock.instant());
            String way = message.getString("way", "");
            if (age.abs().compareTo(FRESH) > 0 || !List.of("in", "out").contains(way)) {
                throw new Refused("session.refused.hook");
            }
            attendance.hook(session.community(), session.id(), message.getString("code", ""), way.equals("in"));
            return Response.bytes("text/plain; charset=utf-8", "ok".getBytes(StandardCharsets.UTF_8));
        } catch (DecodeException | DateTimeException | ClassCastException e) {
            throw new Refused("session.refused.hook");
        }
    }

    private Response roll(Request request) {
        SessionView view = pages.view(request);
        requireDoorkeeper(request, view.session());
        return request.page("session/door", rollModel(view, request.query("q"), ""));
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

    private static List<HolderLine> holders(List<ProxyLetter> given, Map<Long, Long> represented) {
        Map<Long, List<ProxyLetter>> byHolder = given.stream()
                .collect(Collectors.groupingBy(ProxyLetter::holder, LinkedHashMap::new, Collectors.toList()));
        return byHolder.values().stream()
                .map(held -> new HolderLine(
                        held.getFirst().holder(),
                        held.getFirst().holderName(),
                        held.stream().map(ProxyLetter::label).toList(),
                        held.stream().allMatch(letter -> represented.containsKey(letter.voter()))))
                .toList();
    }

    private Map<String, Object> rollModel(SessionView view, String asked, String sentence) {
        Session session = view.session();
        Set<Long> present = new HashSet<>(PresenceStore.present(db.plain(), session.community(), session.id()));
        Map<Long, Long> represented = PresenceStore.represented(db.plain(), session.community(), session.id()).stream()
                .collect(Collectors.toMap(PresenceStore.Represented::voter, PresenceStore.Represented::letter));
        List<ProxyLetter> given = letters.inForce(db.plain(), session.community(), session.id());
        Map<Long, String> holders =
                given.stream().collect(Collectors.toMap(ProxyLetter::voter, ProxyLetter::holderName, (a, b) -> a));
        List<Voter> roll = sessions.roll(db.plain(), session);
        List<RollLine> lines = roll.stream()
                .filter(seat -> Voter.named(seat.label(), asked))
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

    private Response timeline(Request request) {
        SessionView view = pages.view(request);
        requireDoorkeeper(request, view.session());
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("moments", PresenceChange.all(PresenceStore.log(db.plain(), view.session()), view.session()));
        return request.page("session/timeline", model);
    }

    private static void requireDoorkeeper(Request request, Session session) {
        CurrentUser me = request.me();
        boolean may = ConsolePages.moderates(me, session)
                || me.has(Role.RECORDER, session.community(), session.placePath())
                || me.has(Role.GRID_WORKER, session.community(), session.placePath());
        if (!may) {
            throw HttpError.forbidden("session.stop.moderator");
        }
    }

    private Response route(Request request) {
        SessionView view = pages.view(request);
        requireDoorkeeper(request, view.session());
        FormData form = request.form();
        long voter = form.number("voter", n -> n > 0, "web.form.choose");
        boolean in = form.oneOf("way", List.of("in", "out")).equals("in");
        try {
            if (form.checked("holder")) {
                attendance.holder(request.here().id(), view.session().id(), voter, in);
            } else {
                attendance.route(request.here().id(), view.session().id(), voter, in);
            }
        } catch (Refused refused) {
            return request.page(409, "session/door", rollModel(view, form.text("q"), request.say(refused.refusal())));
        }
        String q = URLEncoder.encode(form.text("q"), StandardCharsets.UTF_8);
        return Response.to(
                "/c/" + request.here().code() + "/sessions/" + view.session().id() + "/door?q=" + q);
    }
}
