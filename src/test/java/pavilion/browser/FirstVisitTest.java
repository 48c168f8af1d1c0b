package pavilion.browser;

import org.junit.jupiter.api.Test;

final class FirstVisitTest {
    private final StoryCast theatre = StoryCast.open();

    @Test
    void theFrontDoorIsGoodInBothLanguages() {
        try (BrowserWindow phone = BrowserWindow.phone(theatre).open();
                BrowserWindow english =
                        BrowserWindow.phone(theatre).language("en").dark().open()) {
            ScreenCheck.good(phone.go("/").shoot("home"));
            ScreenCheck.good(english.go("/").shoot("home"));
        }
    }
}
