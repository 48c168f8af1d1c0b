package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.matter.SmallCommunity;
import pavilion.poll.PhoneBallots;
import pavilion.poll.Poll;
import pavilion.rulebook.SampleAdoptedRules;
import pavilion.session.SessionCase;

/** A vote under a rule that the community adopted itself. */
final class AdoptedPollTest extends SessionCase {
    @Test
    void threeOfFourPassByTheLawAndFailByTheCourtyardsOwnThreeQuartersAndMore() {
        SampleAdoptedRules.adopt(db, village.clock, "yard.consult", List.of("yes more than 3/4 of present"));
        db.plain().run("update matter set rule = 'own.1' where id = $1", matter);
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        for (int i = 1; i <= 4; i++) {
            assertTrue(
                    assisted.cast(poll, 100 + i, i < 4 ? "yes" : "no", "k" + i).isEmpty());
        }
        Poll closed = polls.closing().close(1, poll.id(), null, "moderator", "");
        assertTrue(closed.outcome().getBoolean("quorate"));
        assertFalse(closed.outcome().getBoolean("passed"));
        assertEquals("own.1", closed.outcome().getString("rule"));
        String opened = db.plain()
                .first(
                        row -> row.getString(0),
                        "select payload from audit where chain = $1 and act = 'poll.opened'",
                        poll.chain())
                .orElseThrow();
        assertEquals(
                "yard.consult", new JsonObject(opened).getJsonObject("adopted").getString("base"));
    }

    @Test
    void ownersOfParkingSpacesAloneVoteOnlyUnderARuleByWhichTheyCount() {
        db.plain().run("insert into owner (community, id, name, kind, voter) values (1, 502, 'o2', 'person', 205)");
        db.plain().run("""
                insert into unit (community, place, code, kind, area_c, owner) values (1, 105, 'P2', 'parking', 1300, 502)
                """);
        Instant ahead = village.clock.instant().plus(Duration.ofDays(3));
        db.plain().run("update matter set rule = 'cc278.ordinary' where id = $1", matter);
        Poll law = polls.find(db.plain(), 1, questions.openLong(1, matter, "?", ahead, MODERATOR))
                .orElseThrow();
        assertEquals(1, law.electorate());
        polls.closing().cancel(1, law.id(), "moderator", "r");
        int n = SampleAdoptedRules.adoptParking(db, village.clock, "cc278.ordinary");
        db.plain().run("update matter set rule = $2 where id = $1", matter, "own." + n);
        Poll own = polls.find(db.plain(), 1, questions.openLong(1, matter, "?", ahead, MODERATOR))
                .orElseThrow();
        assertEquals(2, own.electorate());
        cast(own, 502, "yes");
        cast(own, 501, "no");
        refused("poll.refused.runs", () -> polls.closing().close(1, own.id(), null, "moderator", ""));
        village.clock.reach(own.closesAt());
        Poll closed = polls.closing().close(1, own.id(), null, "moderator", "");
        assertEquals(1300, closed.tally().getInteger("yesArea"));
        assertEquals(10_000, closed.tally().getInteger("noArea"));
    }

    @Test
    void aSessionFreezesTheRollThatTheRuleOfItsMatterAsksFor() {
        int n = SampleAdoptedRules.adoptParking(db, village.clock, "cc278.ordinary");
        db.plain().run("update matter set rule = $2 where id = $1", matter, "own." + n);
        assertEquals(
                List.of("OWNERS+PARKING" + SmallCommunity.YARD_PATH),
                List.copyOf(module.rolls().freeze(db.plain(), now()).keySet()));
    }

    private void cast(Poll poll, long owner, String choice) {
        long person = db.plain()
                .first(
                        row -> row.getLong(0),
                        "select coalesce(person, 0) from entitlement where poll = $1 and voter = $2",
                        poll.id(),
                        owner)
                .orElseThrow();
        PhoneBallots.cast(polls, poll, owner, person, choice);
    }
}
