package pavilion.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.audit.VerificationReport;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.poll.HousePolls;
import pavilion.poll.PhoneBallots;
import pavilion.poll.Poll;
import pavilion.poll.Question;
import pavilion.rules.procedure.Template;

/** The count of an owners' vote is published once two of those who watch it have signed, and not before. */
final class SignedCountTest extends HouseCase {
    private static final Actor SCRUTINEER = new Actor(281L, "scrutineer");
    private static final Actor ANOTHER = new Actor(282L, "scrutineer");
    private static final Actor SUPERVISOR = new Actor(SmallCommunity.SUPERVISOR, "supervision");
    private static final Actor SECOND_SUPERVISOR = new Actor(293L, "supervision");
    private static final Template OWNERS = SmallCommunity.RULES.template("T3");
    private long id;

    private Poll counted() {
        id = matter("cc278.ordinary");
        db.transact(tx -> village.matterModule
                .moves()
                .reroute(
                        tx,
                        village.matters().locked(tx, 1, id),
                        OWNERS,
                        "cc278.ordinary",
                        OWNERS.stage("poll"),
                        MODERATOR,
                        "r"));
        Poll poll = HousePolls.open(
                db,
                polls,
                id,
                SmallCommunity.RULES
                        .catalogue()
                        .rule("cc278.ordinary", village.matters().today()),
                Question.motion(null, "换物业？"),
                PLAN);
        for (int i = 0; i < 6; i++) {
            PhoneBallots.cast(polls, poll, 601 + i, 201 + i % 5, i < 5 ? "yes" : "no");
        }
        return count(poll, "太贵");
    }

    private Matter here() {
        return village.matters().find(db.plain(), 1, id).orElseThrow();
    }

    private void sign(Poll poll, Actor by, String wrong) {
        later();
        polls.closing().signatures().sign(1, poll.id(), by, wrong);
    }

    private long resolutions() {
        return db.plain()
                .first(row -> row.getLong(0), "select count(*) from resolution where matter = $1", id)
                .orElseThrow();
    }

    private void verifies() {
        VerificationReport report = check(export(id));
        assertTrue(
                report.ok(),
                () -> report.findings().stream()
                        .filter(finding -> !finding.ok())
                        .toList()
                        .toString());
    }

    @Test
    void itWaitsForTwoPeopleAndSaysWhoSignedAndWhen() {
        Poll poll = counted();
        assertEquals("count", here().stage());
        assertEquals(0, resolutions());
        verifies();
        sign(poll, SCRUTINEER, "");
        refused("poll.refused.sign.twice", () -> sign(poll, SCRUTINEER, ""));
        assertEquals("count", here().stage());
        sign(poll, SUPERVISOR, "");
        assertEquals("objections", here().stage());
        assertEquals(1, resolutions());
        verifies();
        assertEquals(
                List.of("scrutineer", "supervision"),
                db.plain()
                        .list(
                                row -> row.getString(0),
                                "select by_post from audit where chain = $1 and act = 'poll.signed' order by seq",
                                here().chain()));
        refused("poll.refused.sign.not-now", () -> sign(poll, ANOTHER, ""));
        refused("poll.refused.stands", () -> annul(poll));
    }

    @Test
    void twoSupervisorsAreNotEnough() {
        Poll poll = counted();
        sign(poll, SUPERVISOR, "");
        sign(poll, SECOND_SUPERVISOR, "");
        assertEquals("count", here().stage());
        sign(poll, SCRUTINEER, "");
        assertEquals("objections", here().stage());
    }

    @Test
    void whoSaysThatItIsWrongHoldsItUntilTheySignOrItIsVoid() {
        Poll poll = counted();
        refused("poll.refused.sign.no-objection", () -> annul(poll));
        sign(poll, SCRUTINEER, "少算了一张纸票");
        sign(poll, ANOTHER, "");
        sign(poll, SUPERVISOR, "");
        assertEquals("count", here().stage());
        annul(poll);
        assertEquals("poll", here().stage());
        assertEquals(0, resolutions());
        verifies();
        Poll gone = polls.find(db.plain(), 1, poll.id()).orElseThrow();
        assertTrue(gone.isVoid() && poll.tally().equals(gone.tally()));
        refused("poll.refused.sign.not-now", () -> sign(poll, SCRUTINEER, ""));
    }

    @Test
    void whoObjectedMaySignOnceItIsClearedUp() {
        Poll poll = counted();
        sign(poll, SCRUTINEER, "少算了一张纸票");
        sign(poll, ANOTHER, "");
        assertEquals("count", here().stage());
        sign(poll, SCRUTINEER, "");
        assertEquals("objections", here().stage());
        verifies();
    }

    @Test
    void nobodyAltersWhatIsSigned() {
        Poll poll = counted();
        sign(poll, SCRUTINEER, "");
        for (String change : List.of(
                "update poll set tally = tally || '{\"yes\": 6}' where id = $1",
                "update count_signature set agrees = false, reason = 'x' where poll = $1",
                "delete from count_signature where poll = $1")) {
            assertThrows(PgException.class, () -> db.plain().run(change, poll.id()), change);
        }
    }

    private void annul(Poll poll) {
        later();
        polls.closing()
                .annul(
                        1,
                        poll.id(),
                        tx -> polls.closing().signatures().requireObjected(tx, 1, poll.id()),
                        291L,
                        "moderator",
                        "少算了一张纸票");
    }
}
