package pavilion;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.audit.AuditStore;
import pavilion.catalogue.RuleBook;
import pavilion.db.Database;
import pavilion.db.HouseStore;
import pavilion.roster.CommunityStore;
import pavilion.roster.RosterStore;
import pavilion.web.Assets;
import pavilion.web.Door;
import pavilion.web.Doors;
import pavilion.web.Front;
import pavilion.web.Limits;
import pavilion.web.Live;
import pavilion.web.Messages;
import pavilion.web.Problems;
import pavilion.web.Secrets;
import pavilion.web.Templates;
import pavilion.web.Viewers;

/** Who needs whom: everything is made once, here, and handed in. */
final class Wiring {
    private final HouseClock clock;
    private final Assets assets;
    private final Live live;
    private final Doors doors;
    private final Database db;
    private final List<Door> listing = new ArrayList<>();

    private Wiring(Config config, Vertx vertx, Database db, Clock base) {
        this.db = db;
        this.clock = new HouseClock(base, ahead(db));
        this.assets = new Assets();
        Messages messages = new Messages();
        Templates templates = new Templates(messages);
        RuleBook rules = RuleBook.load();
        AuditStore audit = new AuditStore();
        CommunityStore communities = new CommunityStore(db);
        Viewers viewers = new Viewers(vertx, new RosterStore(db, clock));
        Limits limits = new Limits(120, 60);
        Map<String, Object> shared = new HashMap<>();
        shared.put("asset", assets.version());
        shared.put("demo", config.demo());
        Front front = new Front(
                templates,
                messages,
                communities,
                viewers,
                new Secrets(HouseStore.getOrPut(db.plain(), "secret", Secrets.token())),
                config.https(),
                config.proxied(),
                shared);
        this.live = new Live(vertx, front);
        String uploads = Path.of(System.getProperty("java.io.tmpdir"), "pavilion-uploads")
                .toString();
        this.doors = new Doors(vertx, front, new Problems(), limits, uploads);
    }

    static Wiring of(Config config, Vertx vertx, Database db, Clock base) {
        return new Wiring(config, vertx, db, base);
    }

    private static Duration ahead(Database db) {
        return HouseStore.get(db.plain(), "clock")
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    HouseClock clock() {
        return clock;
    }

    Assets assets() {
        return assets;
    }

    Live live() {
        return live;
    }

    Doors doors() {
        return doors;
    }

    List<Door> listing() {
        return listing;
    }

    Future<?> healthy() {
        return db.answers();
    }

    String demoSignIns() {
        return "";
    }
}
