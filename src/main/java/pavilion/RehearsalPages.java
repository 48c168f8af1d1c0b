package pavilion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import pavilion.rehearse.Stage;
import pavilion.rules.Refusal;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Visit;

/** A door that only the demo has: sets a meeting up to be rehearsed. By its absence {@code rehearse} knows a house with real people. */
final class RehearsalPages {
    private final Stage stage;

    RehearsalPages(Stage stage) {
        this.stage = stage;
    }

    List<Door> doors() {
        return List.of(Door.post("/rehearsal", Access.ANYONE, this::set));
    }

    private Answer set(Visit visit) {
        var form = visit.form();
        long people = form.number("people", n -> n >= 2 && n <= Stage.MOST, "rehearse.people");
        boolean secret = form.text("secret").equals("yes");
        if (!form.good()) {
            return visit.again("roster/sign-in", Map.of("back", "/", "values", form.values(), "errors", form.errors()));
        }
        String name = visit.say(Refusal.of("rehearse.name"));
        byte[] json = stage.set((int) people, secret, name).encode().getBytes(StandardCharsets.UTF_8);
        return Answer.bytes("application/json", json);
    }
}
