package pavilion.document;

import java.time.Instant;
import java.util.Map;

/** Prints the papers of the house, each from its template in the language asked for. */
public final class PaperPrinter {
    private final Renderer renderer;
    private final Pdf pdf = new Pdf();

    public PaperPrinter(Renderer renderer) {
        this.renderer = renderer;
    }

    public byte[] slips(InvitationPaper slips, String lang, Instant made) {
        return pdf.print(renderer.render("document/slips", lang, slips), made);
    }

    /** @param minutes as the page reads them */
    public byte[] minutes(Map<String, Object> minutes, String lang, Instant made) {
        return pdf.print(renderer.render("document/minutes", lang, minutes), made);
    }

    /** @param call as the page reads it */
    public byte[] call(Map<String, Object> call, String lang, Instant made) {
        return pdf.print(renderer.render("document/call", lang, call), made);
    }

    /** @param letter of authorisation, as its page reads it; empty lines where it has none */
    public byte[] letter(Map<String, Object> letter, String lang, Instant made) {
        return pdf.print(renderer.render("document/letter", lang, letter), made);
    }

    public byte[] resolution(ResolutionPaper paper, String lang, Instant made) {
        return pdf.print(renderer.render("document/resolution", lang, paper), made);
    }
}
