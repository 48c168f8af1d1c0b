package pavilion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.db.Database;

/** A letter written on the phone and one of paper, the holder at the door, four ballots on one screen. */
final class ProxiesTest {
    private final BrowserFixture fixture = BrowserFixture.open();
    private final Database db = fixture.database.database();

    private record Home(long voter, String label, long person, String name) {}

    private record Yard(int community, String code, long place, String path, long holder) {}

    private Yard yard() {
        return db.plain()
                .first(
                        row -> new Yard(
                                row.getInteger("community"),
                                row.getString("code"),
                                row.getLong("id"),
                                row.getString("path"),
                                row.getLong("person")),
                        """
                        select y.community, c.code, y.id, y.path, a.person from account a
                        join person n on n.community = a.community and n.id = a.person
                        join place h on h.community = n.community and h.id = n.household
                        join place y on y.community = h.community and y.kind = 'courtyard' and starts_with(h.path, y.path)
                        join community c on c.id = y.community where a.display_name = $1
                        """,
                        fixture.name("household"))
                .orElseThrow();
    }

    private List<Home> homes(Yard yard) {
        return db.plain()
                .list(
                        row -> new Home(
                                row.getLong("id"),
                                row.getString("label"),
                                row.getLong("person"),
                                row.getString("name")),
                        """
                select h.id, h.name as label, r.person, n.name from place h
                join role r on r.community = h.community and r.place = h.id and r.role = 'household_rep' and r.to_day is null
                join person n on n.community = r.home and n.id = r.person
                where h.community = $1 and h.kind = 'household' and starts_with(h.path, $2) order by h.code
                """,
                        yard.community(),
                        yard.path());
    }

    private long matter(Yard yard) {
        return db.plain()
                .first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values ($1, 'PX-' || nextval('ids'), 'T1', 'yard.consult', $2, '楼道灯换成感应灯', 'p', $3, 'session', 1,
                            now(), now(), 'px' || nextval('ids')) returning id
                        """, yard.community(), yard.place(), yard.holder())
                .orElseThrow();
    }

    @Test
    void aHolderOfFourBallotsIsWrittenLettersComesInAndCastsThemOnOneScreen() {
        Yard yard = yard();
        String at = "/c/" + yard.code();
        List<Home> others =
                homes(yard).stream().filter(h -> h.person() != yard.holder()).toList();
        try (BrowserWindow moderator = BrowserWindow.desktop(fixture).as("moderator");
                BrowserWindow holder = BrowserWindow.phone(fixture).as("household");
                BrowserWindow english = BrowserWindow.phone(fixture)
                        .language("en")
                        .withoutScript()
                        .as("household")) {
            moderator.go(at + "/matters/" + matter(yard)).follow("session.call");
            moderator.fill("starts", fixture.hour()).fill("motion", "换成感应灯").press("session.call.send");
            String meeting = moderator.path().replace("/console", "");
            String session = meeting.substring(meeting.lastIndexOf('/') + 1);
            moderator.press("session.open");

            holder.go(at + "/proxies")
                    .press("proxy.code.make")
                    .reads("proxy.code.show")
                    .shoot("proxy-01-code");
            ScreenCheck.good(holder);
            holder.go(meeting).follow("proxy.invite").fill("code", "AAAAAAAAAA");
            holder.page.locator("#sign").check();
            holder.press("proxy.give").reads("proxy.refused.code").shoot("proxy-02-give");
            holder.forgive();
            ScreenCheck.good(holder);
            english.go(at + "/proxies/new?session=" + session).shoot("proxy-02-give");
            paper(moderator, at, session, others.getFirst(), yard.holder());
            moderator.reads("proxy.state.good").shoot("proxy-03-desk");
            ScreenCheck.good(moderator);
            others.subList(1, 3).forEach(home -> letter(yard, Long.parseLong(session), home));

            moderator.go(meeting + "/door").shoot("proxy-04-door-before");
            moderator
                    .page
                    .locator("button[aria-label^='" + moderator.said("proxy.door.in") + "']")
                    .click();
            moderator.reads("proxy.count", 3).shoot("proxy-05-door");
            ScreenCheck.good(moderator);
            admit(moderator, meeting, others.subList(3, others.size()));
            moderator.go(meeting + "/console").press("session.poll.open").reads("poll.cast", 0);

            holder.go(meeting).reads("proxy.several.way", 4).shoot("proxy-06-way");
            holder.follow("proxy.several.go").shoot("proxy-07-several");
            ScreenCheck.good(holder);
            english.go(holder.path()).shoot("proxy-07-several");
            List<com.microsoft.playwright.Locator> ballots =
                    english.page.locator("fieldset.one").all();
            assertEquals(4, ballots.size());
            for (int i = 0; i < 4; i++) {
                ballots.get(i).locator("label").nth(i == 2 ? 1 : 0).click();
            }
            english.press("proxy.several.send").reads("proxy.sure", 4).readsText("3 " + english.said("poll.yes"));
            english.shoot("proxy-08-sure");
            english.press("proxy.sure.again");
            for (int i = 0; i < 3; i++) {
                holder.page
                        .locator("fieldset.one")
                        .nth(i)
                        .locator("label")
                        .nth(i == 2 ? 1 : 0)
                        .click();
            }
            assertThat(holder.page.locator("[data-sum]"))
                    .hasText("2 " + holder.said("poll.yes") + " / 1 " + holder.said("poll.no"));
            holder.page.locator("fieldset.one").nth(3).locator("label").first().click();
            holder.shoot("proxy-09-sum").press("proxy.several.send").reads("proxy.several.done");
            holder.shoot("proxy-10-done");
            ScreenCheck.good(holder);
            moderator.go(meeting + "/console").reads("poll.cast", 4);
            holder.quiet();
        }
    }

    private static void paper(BrowserWindow clerk, String at, String session, Home home, long holder) {
        clerk.go(at + "/desk/proxies?session=" + session);
        clerk.fill("door", home.label()).fill("who", "");
        clerk.page.locator("#who").fill(name(holder));
        clerk.press("session.door.search");
        clerk.page.locator("#voter" + home.voter()).check();
        clerk.page.locator("#holder" + holder).check();
        clerk.page.locator("main button.go").click();
    }

    private static String name(long holder) {
        return BrowserFixture.open()
                .database
                .database()
                .plain()
                .first(row -> row.getString(0), "select name from person where id = $1", holder)
                .orElseThrow();
    }

    private void letter(Yard yard, long session, Home home) {
        db.plain()
                .run(
                        """
                insert into proxy_letter (community, session, voter, label, principal, principal_name, holder, holder_name,
                    from_day, to_day, signed_on, given_at, request_key)
                select $1, $2, $3, $4, $5, $6, n.id, n.name, '2026-01-01', '2026-12-31', '2026-01-01', now(), 'k' || $3::bigint
                from person n where n.community = $1 and n.id = $7
                """,
                        yard.community(),
                        session,
                        home.voter(),
                        home.label(),
                        home.person(),
                        home.name(),
                        yard.holder());
    }

    private static void admit(BrowserWindow moderator, String meeting, List<Home> homes) {
        String csrf = moderator.page.locator("input[name=csrf]").first().getAttribute("value");
        for (Home home : homes) {
            moderator
                    .context
                    .request()
                    .post(
                            meeting + "/door",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("csrf", csrf)
                                            .set("voter", Long.toString(home.voter()))
                                            .set("way", "in")));
        }
    }
}
