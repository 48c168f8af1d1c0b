package pavilion.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import pavilion.rehearse.SessionSetup;
import pavilion.rules.Refusal;
import pavilion.web.Access;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/**
 * Sets up a session to rehearse. Only the demo has this route; where it is missing, {@code rehearse} knows that the server
 * holds real data.
 */
final class RehearsalPages {
    private static final String YES = "yes";
    private final SessionSetup setup;

    RehearsalPages(SessionSetup setup) {
        this.setup = setup;
    }

    List<Route> routes() {
        return List.of(Route.post(
                "/rehearsal",
                Access.ANYONE,
                this::set,
                FormField.number("people"),
                FormField.choice("secret", YES, "no")));
    }

    private Response set(Request request) {
        var form = request.form();
        long people = form.number("people", n -> n >= 2 && n <= SessionSetup.MOST, "rehearse.people");
        boolean secret = form.text("secret").equals(YES);
        if (!form.good()) {
            return request.again(
                    "account/sign-in", Map.of("back", "/", "values", form.values(), "errors", form.errors()));
        }
        String name = request.say(Refusal.of("rehearse.name"));
        byte[] json = setup.set((int) people, secret, name).encode().getBytes(StandardCharsets.UTF_8);
        return Response.bytes("application/json", json);
    }
}
