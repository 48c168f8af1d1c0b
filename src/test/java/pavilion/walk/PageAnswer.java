package pavilion.walk;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered.
 *
 * @param type without the character set: {@code text/html}
 * @param location where a 303 leads to
 */
record PageAnswer(int status, String type, @Nullable String location, byte[] body) {
    static final int SEE_OTHER = 303;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int TOO_OFTEN = 429;

    boolean html() {
        return type.equals("text/html");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** 2xx, or 303. */
    boolean good() {
        return status >= 200 && status < 300 || status == SEE_OTHER;
    }

    boolean fault() {
        return status >= 500;
    }

    /** What a refusal says; empty where it says nothing. */
    String sentence() {
        if (!html()) {
            return "";
        }
        var page = Jsoup.parse(text());
        var said = page.select("p.sentence, .refusal, .error, [role=alert], .now .what, form span.grave");
        return said.text();
    }
}
