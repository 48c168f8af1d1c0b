package pavilion.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import pavilion.db.Database;
import pavilion.matter.Actor;
import pavilion.rules.Refused;
import pavilion.rules.procedure.SpeakingOrder;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Visit;

/** Raising a hand on the phone; giving and taking the word at the console. */
final class FloorPages {
    private static final Access MODERATORS = Access.of(Role.MODERATOR, Role.COMMITTEE);
    private static final List<String> SIDES = Arrays.stream(SpeakingOrder.Side.values())
            .map(side -> side.name().toLowerCase(Locale.ROOT))
            .toList();
    // Whom to give the floor to, and who was speaking when the button was drawn.
    private static final Pattern CALLED = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    private final Database db;
    private final SessionPages pages;
    private final ConsolePages console;
    private final Turns turns;

    FloorPages(Database db, SessionPages pages, ConsolePages console, Turns turns) {
        this.db = db;
        this.pages = pages;
        this.console = console;
        this.turns = turns;
    }

    List<Door> doors() {
        return List.of(
                Door.post("/c/:c/sessions/:id/speak", Access.SIGNED_IN, this::speak),
                Door.post("/c/:c/sessions/:id/floor/give", MODERATORS, v -> console.act(v, (s, by) -> give(v, s, by))),
                Door.post(
                        "/c/:c/sessions/:id/floor/end",
                        MODERATORS,
                        v -> console.act(v, (s, by) -> turns.end(s.community(), s.id(), by))),
                Door.post(
                        "/c/:c/sessions/:id/floor/drop",
                        MODERATORS,
                        v -> console.act(v, (s, by) -> turns.drop(s.community(), s.id(), called(v)[0]))),
                Door.post("/c/:c/sessions/:id/floor/name", MODERATORS, v -> console.act(v, (s, by) -> name(v, s))),
                Door.post(
                        "/c/:c/sessions/:id/floor/limits",
                        MODERATORS,
                        v -> console.act(v, (s, by) -> limits(v, s, by))));
    }

    private Answer speak(Visit visit) {
        Session session = pages.mine(visit);
        String speaker = Turn.person(visit.me().person());
        if (visit.form().text("side").equals("none")) {
            turns.withdraw(session.community(), session.id(), speaker);
        } else {
            String name = TurnStore.name(db.plain(), visit.me());
            turns.ask(session.community(), session.id(), speaker, name, side(visit.form()));
        }
        return Answer.to(SessionPages.url(visit, session));
    }

    private static SpeakingOrder.Side side(Form form) {
        String side = form.oneOf("side", SIDES);
        if (!form.good()) {
            throw new Refused(form.errors().get("side"));
        }
        return SpeakingOrder.Side.valueOf(side.toUpperCase(Locale.ROOT));
    }

    private void give(Visit visit, Session session, Actor by) {
        long[] called = called(visit);
        turns.give(session.community(), session.id(), called[0], called[1], by);
    }

    private static long[] called(Visit visit) {
        var match = CALLED.matcher(visit.form().text("turn"));
        if (!match.matches()) {
            throw new Refused("web.form.choose");
        }
        return new long[] {Long.parseLong(match.group(1)), Long.parseLong(match.group(2))};
    }

    private void name(Visit visit, Session session) {
        Form form = visit.form();
        String name = form.required("name", 40);
        if (!form.good()) {
            throw new Refused(form.errors().get("name"));
        }
        turns.ask(session.community(), session.id(), Turn.named(name), name, side(form));
    }

    private void limits(Visit visit, Session session, Actor by) {
        Form form = visit.form();
        long seconds = form.number("seconds", n -> n >= 15 && n <= 1800, "session.refused.seconds");
        long each = form.number("each", n -> n >= 1 && n <= 20, "session.refused.each");
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        turns.limits(session.community(), session.id(), (int) seconds, (int) each, by);
    }
}
