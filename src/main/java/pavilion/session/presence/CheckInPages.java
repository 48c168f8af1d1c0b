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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pavilion.db.Database;
import pavilion.electorate.Voter;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.proxy.ProxyLetter;
import pavilion.proxy.ProxyLetters;
import pavilion.rules.Refused;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The check-in desk: the roll, on which somebody records who comes and leaves, with or without a phone. */
public final class CheckInPages {
    private static final Role[] POSTS = {Role.MODERATOR, Role.COMMITTEE, Role.RECORDER, Role.GRID_WORKER};
    private static final Access CLERKS = Access.of(POSTS);
    private static final String IN = "in";
    private static final String OUT = "out";
    private static final int ROLL_PAGE = 60;
    private static final int EVENTS = 30;

    private final Database db;
    private final SessionAccess access;
    private final SessionRolls rolls;
    private final Quorums quorums;
    private final Attendance attendance;
    private final ProxyLetters letters;
    private final Tokens tokens;
    private final Clock clock;

    public CheckInPages(
            Database db,
            SessionAccess access,
            SessionRolls rolls,
            Quorums quorums,
            Attendance attendance,
            ProxyLetters letters,
            Tokens tokens,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.rolls = rolls;
        this.quorums = quorums;
        this.attendance = attendance;
        this.letters = letters;
        this.tokens = tokens;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/sessions/:id/door", CLERKS, this::desk),
                Route.post(
                        "/c/:c/sessions/:id/door",
                        CLERKS,
                        this::record,
                        FormField.number("voter"),
                        FormField.checkbox("holder"),
                        FormField.checkbox("self"),
                        FormField.choice("way", IN, OUT),
                        FormField.text("q", 60)),
                Route.get("/c/:c/sessions/:id/presence", CLERKS, this::timeline),
                Route.message("/c/:c/sessions/:id/presence", this::hook));
    }

    /** The key with which another check-in system signs its messages; for this session alone. */
    private String hookKey(Session session) {
        return tokens.mark("hook", session.community() + "/" + session.id() + "/" + session.checkInSecret());
    }

    /**
     * {@code {"code":"HP-017-1-2-502","way":"in","at":"2026-03-16T11:31:00Z"}} with the header {@code X-Signature}: HMAC
     * of the body. A repeated message counts once; one that is more than five minutes off, or older than what was taken about the
     * same code, is refused, so that nobody replays it.
     */
    private Response hook(Request request) {
        Session session = access.session(request);
        String signed = request.headers().get("X-Signature");
        if (signed == null || !Tokens.same(Tokens.signature(hookKey(session), request.body()), signed)) {
            throw HttpError.forbidden("session.stop.signature");
        }
        try {
            JsonObject message = new JsonObject(request.body());
            Instant at = Instant.parse(message.getString("at", ""));
            Duration age = Duration.between(at, clock.instant());
            String way = message.getString("way", "");
            String code = message.getString("code", "");
            boolean readable = List.of(IN, OUT).contains(way) && code.chars().noneMatch(Character::isISOControl);
            if (age.abs().compareTo(CheckInMessage.FRESH) > 0 || !readable) {
                throw new Refused("session.refused.hook");
            }
            attendance.fromOtherSystem(
                    session.community(), session.id(), new CheckInMessage(code, way.equals(IN), at, signed));
            return Response.bytes("text/plain; charset=utf-8", "ok".getBytes(StandardCharsets.UTF_8));
        } catch (DecodeException | DateTimeException | ClassCastException e) {
            throw new Refused("session.refused.hook");
        }
    }

    private Response desk(Request request) {
        return request.page("session/check-in-desk", model(recorded(request), request.query("q"), ""));
    }

    /**
     * A voter on the roll at the check-in desk.
     *
     * @param holder who holds this voter's proxy letter, empty where nobody does
     * @param byProxy whether the voter is present only through that person
     */
    record RollLine(long voter, String label, boolean here, String holder, boolean byProxy) {}

    /**
     * Somebody who holds proxy letters for this session.
     *
     * @param here whether all who gave them are present
     */
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

    private Map<String, Object> shared(Session session) {
        Map<String, Object> model = new HashMap<>();
        model.put("session", session);
        model.put("presence", quorums.view(db.plain(), session));
        return model;
    }

    private Map<String, Object> model(Session session, String asked, String sentence) {
        Presence presence = Presence.of(db.plain(), session);
        Map<Long, Long> represented = presence.letters();
        List<ProxyLetter> given = letters.inForce(db.plain(), session.community(), session.id());
        Map<Long, String> holders =
                given.stream().collect(Collectors.toMap(ProxyLetter::voter, ProxyLetter::holderName, (a, b) -> a));
        List<Voter> roll = rolls.voters(db.plain(), session);
        List<RollLine> lines = roll.stream()
                .filter(voter -> Voter.named(voter.label(), asked))
                .limit(ROLL_PAGE)
                .map(voter -> new RollLine(
                        voter.voter(),
                        voter.label(),
                        presence.voters().contains(voter.voter()),
                        holders.getOrDefault(voter.voter(), ""),
                        represented.containsKey(voter.voter())))
                .toList();
        Map<String, Object> model = shared(session);
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
        Session session = recorded(request);
        Map<String, Object> model = shared(session);
        model.put("changes", PresenceChange.all(PresenceStore.log(db.plain(), session), session));
        return request.page("session/timeline", model);
    }

    /** The session of the path, for those who record who comes and leaves. */
    private Session recorded(Request request) {
        Session session = access.session(request);
        if (!SessionAccess.holds(request.user(), session, POSTS)) {
            throw HttpError.forbidden("session.stop.moderator");
        }
        return session;
    }

    private Response record(Request request) {
        Session session = recorded(request);
        FormData form = request.form();
        long voter = form.number("voter", n -> n > 0, "web.form.choose");
        boolean in = form.oneOf("way", List.of(IN, OUT)).equals(IN);
        if (in && !form.checked("holder") && !form.checked("self")) {
            // That they come in person ends their letter, so a wrong tap is asked about.
            Optional<ProxyLetter> letter = letters.inForce(db.plain(), session.community(), session.id()).stream()
                    .filter(each -> each.voter() == voter)
                    .findFirst();
            if (letter.isPresent()) {
                Map<String, Object> model = model(session, form.text("q"), "");
                model.put("asked", letter.get());
                return request.page("session/check-in-desk", model);
            }
        }
        try {
            if (form.checked("holder")) {
                attendance.holderAtDesk(session.community(), session.id(), voter, in);
            } else {
                attendance.atDesk(session.community(), session.id(), voter, in);
            }
        } catch (Refused refused) {
            return request.page(
                    409, "session/check-in-desk", model(session, form.text("q"), request.say(refused.refusal())));
        }
        String q = URLEncoder.encode(form.text("q"), StandardCharsets.UTF_8);
        return Response.to(SessionAccess.url(request, session) + "/door?q=" + q);
    }
}
