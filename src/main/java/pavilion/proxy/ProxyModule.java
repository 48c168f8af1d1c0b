package pavilion.proxy;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.document.PaperPrinter;
import pavilion.electorate.Electorates;
import pavilion.matter.Matters;
import pavilion.poll.Polls;
import pavilion.web.Route;

/** Puts the pages of the letters together, and the page of whoever holds several ballots. */
public final class ProxyModule {
    private final List<Route> routes;

    public ProxyModule(
            Database db,
            Clock clock,
            Matters matters,
            Electorates electorates,
            Polls polls,
            ProxyLetters letters,
            PaperPrinter printer) {
        ProxyGrants grants = new ProxyGrants(db, clock, matters, electorates, letters);
        ProxyLetterForm form = new ProxyLetterForm(grants, letters);
        // The addresses of the forms come before the address of one letter, which would match them too.
        this.routes = Stream.of(
                        new MultiBallotPages(db, polls, letters).routes(),
                        new ProxyGrantPages(db, grants, letters, form).routes(),
                        new ProxyLetterPages(db, letters, form, printer).routes(),
                        new PaperLetterPages(db, grants, letters, form).routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<Route> routes() {
        return routes;
    }
}
