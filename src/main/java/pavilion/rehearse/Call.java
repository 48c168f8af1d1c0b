package pavilion.rehearse;

import io.vertx.core.http.HttpClient;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import pavilion.rules.Refused;

/** Asks a running house for a meeting to rehearse; only a demo has such a door. */
public final class Call {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Call() {}

    /** @throws Refused if the house holds real data, cannot be reached, or wants no more rehearsals */
    public static Meeting meeting(Crowd crowd, Site site, int people, boolean secret) {
        HttpClient client = crowd.pages(site);
        try {
            Page front = Crowd.within(LIMIT, new Browser(client, "").getting("/sign-in"));
            Page.Filled form = new Page.Filled(
                            "/rehearsal",
                            front.form("/sign-in")
                                    .orElseThrow(() -> new Refused("rehearse.refused.no-house", site.toString()))
                                    .fields())
                    .with("people", String.valueOf(people))
                    .with("secret", secret ? "yes" : "no");
            Page answer = Crowd.within(LIMIT, new Browser(client, front.cookies()).sending(form, false));
            if (answer.status() == 404) {
                throw new Refused("rehearse.refused.real", site.toString());
            }
            if (answer.status() != 200) {
                throw new Refused("rehearse.refused.answer", site.toString(), answer.status());
            }
            return Meeting.of(site, new JsonObject(answer.body()));
        } catch (DecodeException | IllegalStateException e) {
            throw new Refused("rehearse.refused.no-house", site.toString());
        } finally {
            client.close();
        }
    }
}
