package pavilion.walk;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import pavilion.db.Tx;
import pavilion.demo.DemoAccount;

/** Who walks: one person of every part of the demo, the households of one courtyard, nobody, and now and then a small rehearsal. */
final class Walkers {
    private static final int REHEARSING = 5;

    private Walkers() {}

    static List<Walker> of(WalkedServer server, List<DemoAccount> offered) {
        List<Walker> all = new ArrayList<>();
        for (DemoAccount each : offered) {
            all.add(walker(server, each.part(), each.community(), each.communityId(), each.person(), all.size()));
        }
        Tx tx = server.database().plain();
        List<Long> households =
                tx.list(r -> r.getLong(0), "select person from account where community = 1 order by person");
        for (Long person : households) {
            if (offered.stream().noneMatch(each -> each.communityId() == 1 && each.person() == person)) {
                all.add(walker(server, "household " + person, "hepinglu", 1, person, all.size()));
            }
        }
        all.add(new Walker(server, "nobody", "hepinglu", null, "en"));
        return all;
    }

    private static Walker walker(WalkedServer server, String part, String code, int community, long person, int n) {
        Walker walker = new Walker(
                server, part, code, new Walker.Account(community, person), n % 2 == 0 ? "zh-CN,zh;q=0.9" : "en");
        walker.signIn();
        return walker;
    }

    /** A session whose whole roll walks: there the votes are quorate. */
    static List<Walker> rehearsal(WalkedServer server, boolean secret) {
        WalkBrowser browser = new WalkBrowser(server, "en");
        ShownPage page = ShownPage.of("/sign-in", browser.get("/sign-in").text());
        String csrf = page.document().select("input[name=csrf]").first().attr("value");
        PageAnswer answer = browser.post(
                "/rehearsal",
                List.of(
                        FormEntry.of("csrf", csrf),
                        FormEntry.of("people", String.valueOf(REHEARSING)),
                        FormEntry.of("secret", secret ? "yes" : "no")),
                false);
        if (answer.status() != 200) {
            throw new AssertionError("no rehearsal: " + answer.status() + " " + answer.sentence());
        }
        JsonObject set = new JsonObject(answer.text());
        String kind = secret ? "secret" : "named";
        List<Walker> all = new ArrayList<>();
        String hall = set.getString("at") + "/sessions/" + set.getLong("session");
        String moderator = set.getString("moderator");
        all.add(signedIn(server, kind + " rehearsal's moderator", moderator, hall + "/console")
                .of(hall));
        for (int i = 0; i < REHEARSING; i++) {
            String token = set.getJsonArray("people").getString(i);
            all.add(signedIn(server, kind + " rehearsal's " + (i + 1), token, hall)
                    .of(hall));
        }
        return all;
    }

    private static Walker signedIn(WalkedServer server, String part, String token, String at) {
        Tx tx = server.database().plain();
        Walker.Account account = tx.first(
                        r -> new Walker.Account(r.getInteger(0), r.getLong(1)),
                        "select community, person from sign_in where token_hash = decode($1, 'hex')",
                        pavilion.rules.Sha256.of(token))
                .orElseThrow();
        Walker walker = new Walker(server, part, "rehearsal", account, "en");
        walker.browser.signedInBy(token);
        walker.goTo(at);
        return walker;
    }
}
