package pavilion.roster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pavilion.text.Messages;
import pavilion.web.Templates;

/** What a person's page shows when its form comes back. */
class PersonViewTest {
    @Test
    void chosenRoleStaysChosenWhenTheFormComesBack() {
        String page = page("王*", false);
        assertTrue(page.contains("<option value=\"moderator\" selected>"), page);
    }

    @Test
    void theClerkIsToldWhichSignOfTheNameNoInvitationShows() {
        String page = page("吴𠮷", true);
        assertTrue(page.contains("这些字印不出来：𠮷"), page);
        assertFalse(page("吴吉", true).contains("印不出来"), page);
        assertFalse(page("吴𠮷", false).contains("印不出来"), "who prints no invitation");
    }

    private static String page(String name, boolean committee) {
        PersonView view = new PersonView(
                7,
                "P-7",
                name,
                "",
                true,
                false,
                2,
                "",
                List.of(),
                null,
                null,
                List.of("recorder", "moderator"),
                Map.of("role", "moderator"),
                Map.of());
        Map<String, Object> shared = Map.of(
                "lang",
                "zh",
                "size",
                18,
                "scheme",
                "auto",
                "asset",
                "0",
                "csrf",
                "c",
                "path",
                "/",
                "at",
                "/c/x",
                "roles",
                Map.of("committee", committee));
        return new Templates(new Messages()).render("roster/person", "zh", shared, view);
    }
}
