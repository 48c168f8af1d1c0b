package pavilion.account;

import java.util.regex.Pattern;
import pavilion.identity.Tokens;
import pavilion.rules.Sha256;

/**
 * Where somebody signs in from.
 *
 * @param address of the browser, or of the hall's or the household's network that it is behind
 * @param browser what this browser was given when somebody signed in with it; empty for a new one
 */
record SignInOrigin(String address, String browser) {
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9_-]{32}");

    SignInOrigin {
        browser = GIVEN.matcher(browser).matches() ? browser : "";
    }

    /** This browser's own, or a new one for a browser that has none. */
    String kept() {
        return browser.isEmpty() ? Tokens.token() : browser;
    }

    /** Hex SHA-256 by which the database knows that this person was signed in with this browser. */
    static String mark(String browser, int community, long person) {
        return Sha256.of(browser + "/" + community + "/" + person);
    }
}
