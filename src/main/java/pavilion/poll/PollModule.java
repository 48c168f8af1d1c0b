package pavilion.poll;

import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.web.Route;

/** Puts the pages of polls together: those of voters, and those of the people who take ballots by hand. */
public final class PollModule {
    private final Database db;
    private final Polls polls;
    private final PollPages pages;

    /** @param holders told on the page of whoever has entrusted a ballot */
    public PollModule(Database db, Polls polls, BallotHolders holders) {
        this.db = db;
        this.polls = polls;
        this.pages = new PollPages(db, polls, holders);
    }

    public Polls polls() {
        return polls;
    }

    public PollPages pages() {
        return pages;
    }

    public List<Route> routes() {
        PollAccess access = new PollAccess(db, polls);
        return Stream.of(
                        pages.routes(),
                        new ScrutinyPages(db, polls).routes(),
                        new AssistedBallotPages(db, access, polls).routes(),
                        new PaperEntryPages(db, access, polls).routes(),
                        new ManualCountPages(db, access, polls.counting()).routes())
                .flatMap(List::stream)
                .toList();
    }
}
