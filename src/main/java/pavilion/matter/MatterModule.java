package pavilion.matter;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.electorate.Electorates;
import pavilion.rulebook.AdoptedRules;
import pavilion.rulebook.RuleBook;
import pavilion.web.Route;

/** The engine and its pages put together. Other packages add their stages and panels through {@link #registry}. */
public final class MatterModule {
    private final Database db;
    private final MatterRegistry registry = new MatterRegistry();
    private final Electorates electorates = new Electorates();
    private final Matters matters;
    private final MatterMoves moves;
    private final MatterAccess access;
    private final StageRecordPages records;

    public MatterModule(Database db, RuleBook book, Clock clock) {
        this.db = db;
        this.matters = new Matters(new AdoptedRules(db, book), clock, registry);
        this.moves = new MatterMoves(matters, registry);
        this.access = new MatterAccess(matters);
        this.records = new StageRecordPages(db, matters, access);
        registry.panels(records);
    }

    public Database db() {
        return db;
    }

    public MatterRegistry registry() {
        return registry;
    }

    public Matters matters() {
        return matters;
    }

    public MatterMoves moves() {
        return moves;
    }

    public MatterAccess access() {
        return access;
    }

    public Electorates electorates() {
        return electorates;
    }

    /** @throws IllegalStateException if a template names a stage or a document that no package registered */
    public void freeze() {
        registry.freeze(matters.book().templates().values());
    }

    /** Moves on what the calendar alone ends. Any server may call it as often as it likes. @return how many moved */
    public int advanceDue() {
        return new DueStages(db, matters, registry).advance();
    }

    public List<Route> routes() {
        MatterLists lists = new MatterLists(matters, registry);
        StageTimeline timeline = new StageTimeline(matters, registry);
        MatterLineViews lines = new MatterLineViews(matters, timeline);
        return Stream.of(
                        new TodayPages(db, matters, access, lists, lines, registry).routes(),
                        new MatterListPages(db, matters, access, lists, lines).routes(),
                        new MatterPages(db, matters, moves, access, lists, timeline, registry).routes(),
                        new MatterBoardPages(db, matters, access, lists, timeline).routes(),
                        records.routes())
                .flatMap(List::stream)
                .toList();
    }
}
