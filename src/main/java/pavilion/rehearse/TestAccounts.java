package pavilion.rehearse;

import io.vertx.core.http.HttpClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pavilion.rules.Refused;

/**
 * A session that somebody called by hand on a server with real people, for test accounts of their own: {@code {"session":
 * "/c/yard/sessions/12", "moderator": {"name", "password"}, "people": [{"name", "password"}]}}.
 */
public final class TestAccounts {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** A server takes thirty sign-ins a minute from one address. */
    private static final Duration PAUSE = Duration.ofMillis(2_100);

    private TestAccounts() {}

    /** @throws Refused if the file does not have that form, or an account cannot sign in */
    public static RehearsedSession session(LoadClient load, ServerAddress server, String text)
            throws InterruptedException {
        HttpClient client = load.pages(server);
        try {
            JsonObject file = new JsonObject(text);
            String path = file.getString("session");
            List<String> people = new ArrayList<>();
            String moderator = signIn(client, server, file.getJsonObject("moderator"));
            for (Object account : file.getJsonArray("people")) {
                Thread.sleep(PAUSE);
                people.add(signIn(client, server, (JsonObject) account));
            }
            ParsedPage page =
                    LoadClient.within(LIMIT, new HttpBrowser(client, RehearsedSession.cookie(moderator)).getting(path));
            String channel = page.between("data-channel=\"", "\"");
            if (channel.isEmpty() || people.size() < 2 || people.size() > SessionSetup.MOST) {
                throw new Refused("rehearse.refused.file");
            }
            String[] parts = path.split("/sessions/");
            return new RehearsedSession(server, parts[0], Long.parseLong(parts[1]), channel, moderator, people);
        } catch (RuntimeException e) {
            throw e instanceof Refused refused ? refused : new Refused("rehearse.refused.file");
        } finally {
            client.close();
        }
    }

    private static String signIn(HttpClient client, ServerAddress server, JsonObject account) {
        ParsedPage signInPage = LoadClient.within(LIMIT, new HttpBrowser(client, "").getting("/sign-in"));
        ParsedPage.FilledForm form = signInPage
                .form("/sign-in")
                .orElseThrow(() -> new Refused("rehearse.refused.no-house", server.toString()))
                .with("name", account.getString("name"))
                .with("password", account.getString("password"));
        ParsedPage in = LoadClient.within(LIMIT, new HttpBrowser(client, signInPage.cookies()).sending(form, false));
        String token = in.cookies().replaceFirst("^.*?\\bpavilion=([^;]*).*$", "$1");
        if (token.isEmpty() || token.equals(in.cookies())) {
            throw new Refused("rehearse.refused.sign-in", account.getString("name"));
        }
        return token;
    }
}
