package pavilion.session;

import java.time.Instant;
import java.util.List;
import pavilion.document.Paper;
import pavilion.document.Qr;
import pavilion.rules.Refusal;

/**
 * The call to a session, for the notice board.
 *
 * @param communityName who calls
 * @param url the page of the session, which the QR code leads to
 */
public record CallPaper(String lang, String communityName, Session session, List<SessionView.Item> items, String url)
        implements Paper {
    @Override
    public String template() {
        return "document/call";
    }

    @Override
    public Instant made() {
        return session.startsAt();
    }

    @Override
    public String fileName() {
        return "call-" + session.id();
    }

    @Override
    public Refusal title() {
        return Refusal.of("document.call.title", session.title());
    }

    String qr() {
        return Qr.pngData(url);
    }
}
