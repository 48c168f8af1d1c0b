package pavilion.proxy;

import java.util.List;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.web.Access;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** One letter: read, printed, revoked; and the blank form to be filled in by hand. */
final class ProxyLetterPages {
    private final Database db;
    private final ProxyLetters letters;
    private final ProxyLetterForm form;
    private final PaperPrinter printer;

    ProxyLetterPages(Database db, ProxyLetters letters, ProxyLetterForm form, PaperPrinter printer) {
        this.db = db;
        this.letters = letters;
        this.form = form;
        this.printer = printer;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/proxies/blank.pdf", Access.SIGNED_IN, this::blank),
                Route.get("/c/:c/proxies/:id", Access.SIGNED_IN, request -> show(request, letter(request), "")),
                Route.get("/c/:c/proxies/:id/letter.pdf", Access.SIGNED_IN, this::pdf),
                Route.post("/c/:c/proxies/:id/revoke", Access.SIGNED_IN, this::revoke));
    }

    /** For its principal, its holder, and those who do the check-in or keep the files of its place. */
    private ProxyLetter letter(Request request) {
        ProxyLetter letter = ProxyLetterStore.find(
                        db.plain(), request.community().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
        CurrentUser me = request.user();
        boolean holder = me.community() == letter.community() && me.person() == letter.holder();
        if (!holder && !mayRevoke(me, letter)) {
            throw HttpError.forbidden("proxy.stop.not-yours");
        }
        return letter;
    }

    private static boolean mayRevoke(CurrentUser me, ProxyLetter letter) {
        boolean own = me.community() == letter.community() && letter.grantedBy(me.person());
        return own
                || PaperLetterPages.clerk(
                        me, letter.community(), letter.subject().path());
    }

    private Response show(Request request, ProxyLetter letter, String note) {
        return request.page(
                "proxy/letter",
                new ProxyViews.LetterPage(
                        letter,
                        letter.state(letters.today()).key(),
                        letter.ended() == null && mayRevoke(request.user(), letter),
                        note));
    }

    private Response revoke(Request request) {
        ProxyLetter letter = letter(request);
        if (!mayRevoke(request.user(), letter)) {
            throw HttpError.forbidden("proxy.stop.not-yours");
        }
        String post = Actor.of(
                        request.user(), letter.community(), letter.subject().path())
                .post();
        HeldBallotStore.Held held = letters.revoke(letter.community(), letter.id(), post);
        String done = held.returned() ? "proxy.revoked.returned" : "proxy.revoked.done";
        return show(request, letter(request), held.stands() ? "proxy.revoked.stands" : done);
    }

    private Response pdf(Request request) {
        ProxyLetter letter = letter(request);
        return print(new ProxyLetterPaper(
                request.lang(),
                request.community().name(),
                letter.subject().title(),
                letter.term().to() == null,
                letter));
    }

    private Response blank(Request request) {
        Optional<ProxySubject> subject = form.scope(request, request.asked()).map(ProxyScope::subject);
        return print(new ProxyLetterPaper(
                request.lang(),
                request.community().name(),
                subject.map(ProxySubject::title).orElse(""),
                subject.map(ProxySubject::session).isPresent(),
                null));
    }

    private Response print(ProxyLetterPaper paper) {
        return Response.file(
                PaperFormat.PDF.type(), PaperFormat.PDF.fileName(paper), printer.print(paper, PaperFormat.PDF));
    }
}
