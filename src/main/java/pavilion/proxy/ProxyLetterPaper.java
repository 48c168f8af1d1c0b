package pavilion.proxy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pavilion.document.Paper;
import pavilion.rules.Refusal;

/**
 * A letter of authorisation, or the blank form of one.
 *
 * @param subject title of the session or matter it is for, empty where that is to be filled in by hand
 * @param session whether it is for a session, and so for as long as that lasts
 * @param letter null for the blank form
 */
record ProxyLetterPaper(
        String lang,
        String community,
        String subject,
        boolean session,
        @Nullable ProxyLetter letter) implements Paper {
    @Override
    public String template() {
        return "document/letter";
    }

    @Override
    public Instant made() {
        return letter == null ? Instant.EPOCH : letter.granted().at();
    }

    @Override
    public String fileName() {
        return "proxy-letter";
    }

    @Override
    public Refusal title() {
        return Refusal.of("proxy.letter");
    }
}
