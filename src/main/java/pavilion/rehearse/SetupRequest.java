package pavilion.rehearse;

import io.vertx.core.http.HttpClient;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import pavilion.rules.Refused;

/** Asks a running server for a session to rehearse; only a demo has the page for it. */
public final class SetupRequest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private SetupRequest() {}

    /** @throws Refused if the server holds real data, cannot be reached, or wants no more rehearsals */
    public static RehearsedSession session(LoadClient load, ServerAddress server, int people, boolean secret) {
        HttpClient client = load.pages(server);
        try {
            ParsedPage signInPage = LoadClient.within(LIMIT, new HttpBrowser(client, "").getting("/sign-in"));
            ParsedPage.FilledForm form = new ParsedPage.FilledForm(
                            "/rehearsal",
                            signInPage
                                    .form("/sign-in")
                                    .orElseThrow(() -> new Refused("rehearse.refused.no-house", server.toString()))
                                    .fields())
                    .with("people", String.valueOf(people))
                    .with("secret", secret ? "yes" : "no");
            ParsedPage answer =
                    LoadClient.within(LIMIT, new HttpBrowser(client, signInPage.cookies()).sending(form, false));
            if (answer.status() == 404) {
                throw new Refused("rehearse.refused.real", server.toString());
            }
            if (answer.status() != 200) {
                throw new Refused("rehearse.refused.answer", server.toString(), answer.status());
            }
            return RehearsedSession.of(server, new JsonObject(answer.body()));
        } catch (DecodeException | IllegalStateException e) {
            throw new Refused("rehearse.refused.no-house", server.toString());
        } finally {
            client.close();
        }
    }
}
