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

    public RosterModule(Database db, Clock clock, UserCache users) {
        this.db = db;
        this.clock = clock;
        this.users = users;
        this.people = new People(db, clock, users);
    }

    public People people() {
        return people;
    }

    public List<Route> routes() {
        return Stream.of(
                        new PeoplePages(people).routes(),
                        new RollPages(db, new Rolls(db, clock), new RollExport(db), users).routes())
                .flatMap(List::stream)
                .toList();
    }
}
