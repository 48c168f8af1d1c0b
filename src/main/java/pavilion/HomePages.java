package pavilion;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.db.HouseStore;
import pavilion.roster.CommunityStore;
import pavilion.roster.DemoCommunity;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Communities.Community;
import pavilion.web.Door;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** The front door, and in the demo the clock that can be moved and the page of all components. */
final class HomePages {
    private static final int MOST_DAYS = 400;
    private final Config config;
    private final Database db;
    private final HouseClock clock;
    private final CommunityStore communities;
    private final List<DemoCommunity.Guest> guests;
    private final Runnable chores;

    /** @param chores what time alone moves; done at once after the clock was moved */
    HomePages(
            Config config,
            Database db,
            HouseClock clock,
            CommunityStore communities,
            List<DemoCommunity.Guest> guests,
            Runnable chores) {
        this.config = config;
        this.db = db;
        this.clock = clock;
        this.communities = communities;
        this.guests = guests;
        this.chores = chores;
    }

    List<Door> doors() {
        Door home = Door.get("/", Access.ANYONE, this::home);
        return config.demo()
                ? List.of(
                        home,
                        Door.get("/style", Access.ANYONE, v -> style(v, "style")),
                        Door.get("/style/wall", Access.ANYONE, v -> style(v, "style-wall")),
                        Door.get("/clock", Access.ANYONE, this::clock),
                        Door.post("/clock", Access.SIGNED_IN, this::forward))
                : List.of(home);
    }

    private Answer home(Visit visit) {
        Viewer viewer = visit.viewer();
        if (viewer != null) {
            Community home =
                    Optional.ofNullable(communities.byId(viewer.community())).orElseThrow();
            return Answer.to("/c/" + home.code() + "/today");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("communities", communities.all());
        model.put("guests", guests.stream().map(this::guest).toList());
        model.put("password", guests.isEmpty() ? "" : DemoCommunity.password());
        return visit.page("home", model);
    }

    private Map<String, String> guest(DemoCommunity.Guest guest) {
        Community lives = communities.byId(guest.communityId());
        return Map.of(
                "name",
                guest.name(),
                "part",
                guest.part(),
                "community",
                lives == null ? guest.community() : lives.name());
    }

    private static Answer style(Visit visit, String template) {
        return visit.page(template, StyleSample.of(visit.lang()));
    }

    private Answer clock(Visit visit) {
        Map<String, Object> model = new HashMap<>();
        model.put("now", clock.instant());
        model.put("ahead", clock.ahead().toDays());
        return visit.page("clock", model);
    }

    private Answer forward(Visit visit) {
        long days = visit.form().number("days", n -> n >= 1 && n <= MOST_DAYS, "web.clock.days");
        if (!visit.form().good()) {
            Map<String, Object> model = new HashMap<>();
            model.put("now", clock.instant());
            model.put("ahead", clock.ahead().toDays());
            model.put("values", visit.form().values());
            model.put("errors", visit.form().errors());
            return visit.again("clock", model);
        }
        clock.forward(Duration.ofDays(days));
        HouseStore.put(db.plain(), "clock", String.valueOf(clock.ahead().toSeconds()));
        chores.run();
        return Answer.to("/clock");
    }
}
