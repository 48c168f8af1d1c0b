package pavilion.session.floor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.rules.Refused;
import pavilion.rules.procedure.SpeakingOrder;
import pavilion.session.Console;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Asking to speak on the phone; giving and ending turns at the console. */
public final class FloorPages {
    private static final List<String> SIDES = Arrays.stream(SpeakingOrder.Side.values())
            .map(side -> side.name().toLowerCase(Locale.ROOT))
            .toList();
    // The button of somebody who waits and no longer wants to speak.
    private static final String NONE = "none";

    // Whom to give the floor to, and who was speaking when the button was drawn.
    private static final Pattern CALLED = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final FormField TURN = FormField.choice("turn");

    private final Database db;
    private final SessionAccess access;
    private final Console console;
    private final SpeakersList speakers;

    public FloorPages(Database db, SessionAccess access, Console console, SpeakersList speakers) {
        this.db = db;
        this.access = access;
        this.console = console;
        this.speakers = speakers;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(
                        "/c/:c/sessions/:id/speak",
                        Access.SIGNED_IN,
                        this::speak,
                        FormField.choice(
                                "side",
                                Stream.concat(Stream.of(NONE), SIDES.stream()).toArray(String[]::new))),
                Route.post(
                        "/c/:c/sessions/:id/floor/give",
                        SessionAccess.MODERATORS,
                        v -> console.act(v, (s, by) -> give(v, s, by)),
                        TURN),
                Route.post(
                        "/c/:c/sessions/:id/floor/end",
                        SessionAccess.MODERATORS,
                        v -> console.act(v, (s, by) -> speakers.end(s.community(), s.id(), by))),
                Route.post(
                        "/c/:c/sessions/:id/floor/drop",
                        SessionAccess.MODERATORS,
                        v -> console.act(v, (s, by) -> speakers.drop(s.community(), s.id(), called(v)[0])),
                        TURN),
                Route.post(
                        "/c/:c/sessions/:id/floor/name",
                        SessionAccess.MODERATORS,
                        v -> console.act(v, (s, by) -> name(v, s)),
                        FormField.text("name", 40),
                        FormField.choice("side", SIDES.toArray(String[]::new))),
                Route.post(
                        "/c/:c/sessions/:id/floor/limits",
                        SessionAccess.MODERATORS,
                        v -> console.act(v, (s, by) -> limits(v, s, by)),
                        FormField.number("seconds"),
                        FormField.number("each")));
    }

    private Response speak(Request request) {
        Session session = access.mine(request);
        String speaker = SpeakerTurn.person(request.user().person());
        if (request.form().text("side").equals(NONE)) {
            speakers.withdraw(session.community(), session.id(), speaker);
        } else {
            String name = SpeakersList.name(db.plain(), request.user());
            speakers.ask(session.community(), session.id(), speaker, name, side(request.form()));
        }
        return Response.to(SessionAccess.url(request, session));
    }

    private static SpeakingOrder.Side side(FormData form) {
        String side = form.oneOf("side", SIDES);
        if (!form.good()) {
            throw new Refused(form.errors().get("side"));
        }
        return SpeakingOrder.Side.valueOf(side.toUpperCase(Locale.ROOT));
    }

    private void give(Request request, Session session, Actor by) {
        long[] called = called(request);
        speakers.give(session.community(), session.id(), called[0], called[1], by);
    }

    private static long[] called(Request request) {
        var match = CALLED.matcher(request.form().text("turn"));
        if (!match.matches()) {
            throw new Refused("web.form.choose");
        }
        return new long[] {Long.parseLong(match.group(1)), Long.parseLong(match.group(2))};
    }

    private void name(Request request, Session session) {
        FormData form = request.form();
        String name = form.required("name");
        if (!form.good()) {
            throw new Refused(form.errors().get("name"));
        }
        speakers.ask(session.community(), session.id(), SpeakerTurn.named(name), name, side(form));
    }

    private void limits(Request request, Session session, Actor by) {
        FormData form = request.form();
        long seconds = form.number("seconds", n -> n >= 15 && n <= 1800, "session.refused.seconds");
        long each = form.number("each", n -> n >= 1 && n <= 20, "session.refused.each");
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        speakers.limits(session.community(), session.id(), (int) seconds, (int) each, by);
    }
}
