package pavilion.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pavilion.db.TestDatabase;
import pavilion.identity.Actor;
import pavilion.matter.BrowserlessClient;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.matter.VoteResult;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.procedure.Ending;

/** A village whose meeting has come to its end, and people who walk through the pages from there. */
public class DecidedMatter {
    public TestDatabase it;
    public SmallCommunity village;
    public BrowserlessClient walk;
    public String resident;
    public String neighbour;
    public String clerk;
    public String supervisor;
    public String moderator;

    @BeforeEach
    protected void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        village = new SmallCommunity(it.database());
        walk = new BrowserlessClient(village.routes());
        resident = walk.in(village.viewer(201));
        neighbour = walk.in(village.viewer(202));
        clerk = walk.in(village.viewer(SmallCommunity.CLERK));
        supervisor = walk.in(village.viewer(SmallCommunity.SUPERVISOR));
        moderator = walk.in(village.viewer(SmallCommunity.MODERATOR));
    }

    @AfterEach
    protected void close() {
        walk.close();
        it.close();
    }

    protected static String whole(BrowserlessClient.Page page) {
        assertEquals(200, page.status(), page.body());
        assertFalse(page.body().matches("(?s).*\\[(matter|part|rules|resolution|task|web)\\.[a-z].*"), page.body());
        return page.body();
    }

    protected static String outcome(long yes) {
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

    /** Concluded and posted by the moderator on Tuesday 10 March 2026. */
    protected Matter concluded(Ending ending, long yes) {
        return village.post(counted(ending, yes).id());
    }

    /** Concluded and not posted. */
    protected Matter counted(Ending ending, long yes) {
        Matter matter = village.readyToMeet("消防通道被占", "k1");
        assertEquals("session", matter.stage());
        return it.database()
                .transact(tx -> village.matters()
                        .concluded(
                                tx,
                                1,
                                matter.id(),
                                new VoteResult(ending, null, outcome(yes), "通道划线，错时停放。", "少数户担心车位不够。"),
                                new Actor(SmallCommunity.MODERATOR, "moderator")));
    }
}
