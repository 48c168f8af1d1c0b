package pavilion.rehearse;

import io.vertx.core.http.HttpClient;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import pavilion.rules.Refused;

/** Asks a running house for a meeting to rehearse; only a demo has such a door. */
public final class SetupRequest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private SetupRequest() {}

    /** @throws Refused if the house holds real data, cannot be reached, or wants no more rehearsals */
    public static RehearsedSession meeting(LoadClient crowd, ServerAddress site, int people, boolean secret) {
        HttpClient client = crowd.pages(site);
        try {
            ParsedPage webContext = LoadClient.within(LIMIT, new HttpBrowser(client, "").getting("/sign-in"));
            ParsedPage.Filled form = new ParsedPage.Filled(
                            "/rehearsal",
                            webContext
                                    .form("/sign-in")
                                    .orElseThrow(() -> new Refused("rehearse.refused.no-house", site.toString()))
                                    .fields())
                    .with("people", String.valueOf(people))
                    .with("secret", secret ? "yes" : "no");
            ParsedPage answer = LoadClient.within(LIMIT, new HttpBrowser(client, webContext.cookies()).sending(form, false));
            if (answer.status() == 404) {
                throw new Refused("rehearse.refused.real", site.toString());
            }
            if (answer.status() != 200) {
                throw new Refused("rehearse.refused.answer", site.toString(), answer.status());
            }
            return RehearsedSession.of(site, new JsonObject(answer.body()));
        } catch (DecodeException | IllegalStateException e) {
            throw new Refused("rehearse.refused.no-house", site.toString());
        } finally {
            client.close();
        }
    }
}
