package pavilion.session.call;

import java.time.Instant;
import pavilion.document.Paper;
import pavilion.document.Qr;
import pavilion.rules.Refusal;
import pavilion.session.Session;
import pavilion.session.agenda.AgendaView;

/**
 * The call to a session, for the notice board.
 *
 * @param communityName who calls
 * @param url the page of the session, which the QR code leads to
 */
public record CallPaper(String lang, String communityName, Session session, AgendaView agenda, String url)
        implements Paper {
    @Override
    public String template() {
        return "document/call";
    }

    @Override
    public Instant made() {
        return session.call().startsAt();
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
