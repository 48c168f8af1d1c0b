package pavilion.browser;

import org.junit.jupiter.api.Test;

final class FirstVisitTest {
    private final BrowserFixture fixture = BrowserFixture.open();

    @Test
    void theStartPageIsGoodInBothLanguages() {
        try (BrowserWindow phone = BrowserWindow.phone(fixture).open();
                BrowserWindow english =
                        BrowserWindow.phone(fixture).language("en").dark().open()) {
            ScreenCheck.good(phone.go("/").shoot("home"));
            ScreenCheck.good(english.go("/").shoot("home"));
        }
    }
}
