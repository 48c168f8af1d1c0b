package pavilion.proxy;

import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.matter.Actor;
import pavilion.matter.Seat;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** Letters at the desk: the list of one meeting or matter, and a letter of paper typed in by a clerk. */
final class DeskPages {
    private static final Role[] CLERKS = {Role.COMMITTEE, Role.RECORDER, Role.MODERATOR};
    private static final int MOST = 20;

    private final Database db;
    private final Letters letters;

    DeskPages(Database db, Letters letters) {
        this.db = db;
        this.letters = letters;
    }

    List<Door> doors() {
        Access clerks = Access.of(CLERKS);
        return List.of(
                Door.get("/c/:c/desk/proxies", clerks, this::show),
                Door.post("/c/:c/desk/proxies", clerks, this::enter));
    }

    static boolean clerk(Viewer me, int community, String path) {
        for (Role role : CLERKS) {
            if (me.has(role, community, path)) {
                return true;
            }
        }
        return false;
    }

    private Scope scope(Visit visit, Form asked) {
        Scope scope = LetterPages.scope(letters, visit, asked).orElseThrow(Stop::notFound);
        if (!clerk(visit.me(), scope.community(), scope.path())) {
            throw Stop.forbidden("session.stop.moderator");
        }
        return scope;
    }

    private Answer show(Visit visit) {
        Form asked = visit.asked();
        return visit.page("proxy/desk", model(scope(visit, asked), asked));
    }

    private Map<String, Object> model(Scope scope, Form asked) {
        Map<String, Object> model = LetterPages.blankForm(letters, scope, asked.values());
        String door = asked.text("door");
        String who = asked.text("who");
        model.put(
                "letters",
                LetterStore.all(db.plain(), scope).stream()
                        .map(letter -> new LetterPages.Line(letter, letter.state(letters.today())))
                        .toList());
        model.put("searched", !door.isEmpty() && !who.isEmpty());
        if (!door.isEmpty() && !who.isEmpty()) {
            model.put(
                    "voters",
                    letters.roll(db.plain(), scope).stream()
                            .filter(seat -> Seat.named(seat.label(), door))
                            .limit(MOST)
                            .toList());
            model.put("people", HolderStore.search(db.plain(), scope.community(), scope.path(), who, MOST));
        }
        return model;
    }

    private Answer enter(Visit visit) {
        Form form = visit.form();
        Scope scope = scope(visit, form);
        Letters.Wish wish = LetterPages.wish(form, true);
        long holder = form.number("holder", n -> n > 0, "web.form.choose");
        if (form.good()) {
            try {
                letters.enter(scope, wish, holder, Actor.of(visit.me(), scope.community(), scope.path()));
                return Answer.to("/c/" + visit.here().code() + "/desk/proxies?" + scope.query());
            } catch (Refused refused) {
                LetterPages.refused(form, refused, "holder");
            }
        }
        Map<String, Object> model = model(scope, form);
        model.put("errors", form.errors());
        return visit.again("proxy/desk", model);
    }
}
