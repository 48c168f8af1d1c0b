package pavilion.errand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pavilion.audit.AuditStore;
import pavilion.catalogue.RuleBook;
import pavilion.db.TestDatabase;
import pavilion.matter.Actor;
import pavilion.matter.Conclusion;
import pavilion.matter.Matter;
import pavilion.matter.Village;
import pavilion.matter.Walk;
import pavilion.resolution.ResolutionRoom;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.procedure.Ending;
import pavilion.web.Door;

/** A village whose meeting has come to its end, and people who walk through the pages from there. */
class ConcludedCase {
    TestDatabase it;
    Village village;
    Walk walk;
    String resident;
    String neighbour;
    String clerk;
    String supervisor;
    String moderator;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", Village::fill);
        village = new Village(it.database());
        var resolutions = new ResolutionRoom(it.database(), village.room, new AuditStore(), "http://localhost:8080");
        var errands = new ErrandRoom(it.database(), village.room);
        List<Door> doors = new ArrayList<>(village.room.doors());
        doors.addAll(resolutions.doors());
        doors.addAll(errands.doors());
        walk = new Walk(doors);
        resident = walk.in(village.viewer(201));
        neighbour = walk.in(village.viewer(202));
        clerk = walk.in(village.viewer(Village.CLERK));
        supervisor = walk.in(village.viewer(Village.SUPERVISOR));
        moderator = walk.in(village.viewer(Village.MODERATOR));
    }

    @AfterEach
    void close() {
        walk.close();
        it.close();
    }

    static String whole(Walk.Page page) {
        assertEquals(200, page.status(), page.body());
        assertFalse(page.body().matches("(?s).*\\[(matter|part|rules|resolution|errand|web)\\.[a-z].*"), page.body());
        return page.body();
    }

    static String outcome(long yes) {
        var figures = Figures.none()
                .with(Measure.MEMBERS, 6)
                .with(Measure.PRESENT, 5)
                .with(Measure.VOTED, 5)
                .with(Measure.YES, yes)
                .with(Measure.NO, 5 - yes)
                .with(Measure.ABSTAIN, 0);
        return new JsonObject(RuleBook.load()
                        .catalogue()
                        .rule("yard.consult")
                        .decide(figures)
                        .toMap())
                .encode();
    }

    /** Concluded by the moderator on Tuesday 10 March 2026. */
    Matter concluded(Ending ending, long yes) {
        Matter matter = village.readyToMeet("消防通道被占", "k1");
        assertEquals("session", matter.stage());
        return it.database()
                .transact(tx -> village.room
                        .matters()
                        .concluded(
                                tx,
                                1,
                                matter.id(),
                                new Conclusion(ending, null, outcome(yes), "通道划线，错时停放。", "少数户担心车位不够。"),
                                new Actor(Village.MODERATOR, "moderator")));
    }
}
