package pavilion.browser;

import org.junit.jupiter.api.Test;

final class FrontDoorTest {
    private final Theatre theatre = Theatre.open();

    @Test
    void theFrontDoorIsGoodInBothLanguages() {
        try (Window phone = Window.phone(theatre).open();
                Window english = Window.phone(theatre).language("en").dark().open()) {
            Look.good(phone.go("/").shoot("home"));
            Look.good(english.go("/").shoot("home"));
        }
    }
}
