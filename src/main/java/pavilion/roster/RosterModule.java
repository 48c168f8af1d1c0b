package pavilion.roster;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.identity.UserCache;
import pavilion.web.Route;

/** Puts the pages of the roll and of its people together. */
public final class RosterModule {
    private final Database db;
    private final Clock clock;
    private final UserCache users;
    private final People people;
    private final FirstSteps firstSteps;

    public RosterModule(Database db, Clock clock, UserCache users) {
        this.db = db;
        this.clock = clock;
        this.users = users;
        this.people = new People(db, clock, users);
        this.firstSteps = new FirstSteps(db);
    }

    public People people() {
        return people;
    }

    public FirstSteps firstSteps() {
        return firstSteps;
    }

    public List<Route> routes() {
        Rolls rolls = new Rolls(db, clock);
        return Stream.of(
                        new PeoplePages(people).routes(),
                        new CourtyardPages(db, rolls, firstSteps).routes(),
                        new RollPages(db, rolls, new RollExport(db), users, firstSteps).routes())
                .flatMap(List::stream)
                .toList();
    }
}
