package pavilion.rehearse;

import io.vertx.core.http.HttpClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pavilion.rules.Refused;

/**
 * A meeting that somebody called by hand, in a house with real people, for test accounts of theirs: {@code {"session":
 * "/c/yard/sessions/12", "moderator": {"name", "password"}, "people": [{"name", "password"}]}}.
 */
public final class TestAccounts {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** A house takes thirty sign-ins a minute from one address. */
    private static final Duration PAUSE = Duration.ofMillis(2_100);

    private TestAccounts() {}

    /** @throws Refused where the file is not of that form, or somebody is not let in */
    public static RehearsedSession meeting(LoadClient crowd, ServerAddress site, String text) throws InterruptedException {
        HttpClient client = crowd.pages(site);
        try {
            JsonObject file = new JsonObject(text);
            String path = file.getString("session");
            List<String> people = new ArrayList<>();
            String moderator = signIn(client, site, file.getJsonObject("moderator"));
            for (Object guest : file.getJsonArray("people")) {
                Thread.sleep(PAUSE);
                people.add(signIn(client, site, (JsonObject) guest));
            }
            ParsedPage page =
                    LoadClient.within(LIMIT, new HttpBrowser(client, RehearsedSession.cookie(moderator)).getting(path));
            String channel = page.between("data-channel=\"", "\"");
            if (channel.isEmpty() || people.size() < 2 || people.size() > SessionSetup.MOST) {
                throw new Refused("rehearse.refused.file");
            }
            String[] parts = path.split("/sessions/");
            return new RehearsedSession(site, parts[0], Long.parseLong(parts[1]), channel, moderator, people);
        } catch (RuntimeException e) {
            throw e instanceof Refused refused ? refused : new Refused("rehearse.refused.file");
        } finally {
            client.close();
        }
    }

    private static String signIn(HttpClient client, ServerAddress site, JsonObject guest) {
        ParsedPage webContext = LoadClient.within(LIMIT, new HttpBrowser(client, "").getting("/sign-in"));
        ParsedPage.Filled form = webContext
                .form("/sign-in")
                .orElseThrow(() -> new Refused("rehearse.refused.no-house", site.toString()))
                .with("name", guest.getString("name"))
                .with("password", guest.getString("password"));
        ParsedPage in = LoadClient.within(LIMIT, new HttpBrowser(client, webContext.cookies()).sending(form, false));
        String token = in.cookies().replaceFirst("^.*?\\bpavilion=([^;]*).*$", "$1");
        if (token.isEmpty() || token.equals(in.cookies())) {
            throw new Refused("rehearse.refused.sign-in", guest.getString("name"));
        }
        return token;
    }
}
