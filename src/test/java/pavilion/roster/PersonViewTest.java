package pavilion.roster;

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
        PersonView view = new PersonView(
                7,
                "P-7",
                "王*",
                "",
                true,
                false,
                2,
                "",
                List.of(),
                null,
                List.of(),
                List.of("recorder", "moderator"),
                Map.of("role", "moderator"),
                Map.of());
        Map<String, Object> shared = Map.of(
                "lang", "zh", "size", 18, "scheme", "auto", "asset", "0", "csrf", "c", "path", "/", "at", "/c/x");
        String page = new Templates(new Messages()).render("roster/person", "zh", shared, view);
        assertTrue(page.contains("<option value=\"moderator\" selected>"), page);
    }
}
