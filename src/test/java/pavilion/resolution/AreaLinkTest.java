package pavilion.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pavilion.audit.AreaCommitment;
import pavilion.audit.Export;
import pavilion.audit.ExportedPoll;
import pavilion.audit.PublishedBallot;
import pavilion.audit.Verify;
import pavilion.matter.SmallCommunity;
import pavilion.rules.Sha256;

/** A neighbour who knows the area of every flat tries to find out from the open export who voted what. */
final class AreaLinkTest extends HouseCase {
    private static ExportedPoll poll(Export export) {
        return export.polls().getFirst();
    }

    @Test
    void aBallotShowsItsReceiptItsChoiceAndALockAndTheTotalsFollowFromTheLocks() {
        Export export = export(house("yes", "yes", "yes", "no", "no", "abstain", "yes"));
        assertTrue(check(export).ok(), () -> check(export).toString());
        assertTrue(check(export).findings().stream().anyMatch(each -> each.key().equals("audit.verify.area")));
        JsonObject file = new JsonObject(new String(export.write(), StandardCharsets.UTF_8));
        for (Object each : file.getJsonArray("polls").getJsonObject(0).getJsonArray("ballots")) {
            JsonObject ballot = (JsonObject) each;
            assertEquals(Set.of("receipt", "choice", "area", "heads"), ballot.fieldNames());
            assertTrue(ballot.getString("area").matches("0[23][0-9a-f]{64}"));
            assertEquals(1, ballot.getInteger("heads"));
        }
        JsonObject tally = poll(export).facts().getJsonObject("tally");
        assertEquals(PLAN.get(0) + PLAN.get(1) + PLAN.get(2) + PLAN.get(6), tally.getLong("yesArea"));
        assertEquals(PLAN.get(3) + PLAN.get(4), tally.getLong("noArea"));
    }

    @Test
    void whoKnowsThePlanOfTheHouseOpensNoLockButThatOfABallotAloneInItsTotal() {
        Export export = export(house("yes", "yes", "yes", "no", "no", "abstain", "yes"));
        ExportedPoll poll = poll(export);
        Set<String> keys = new TreeSet<>();
        // Every text of the file that may be a key, and the obvious ones.
        new String(export.write(), StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> Pattern.compile("[0-9a-f]{64}").matcher(line).results())
                .forEach(found -> keys.add(found.group()));
        keys.add("0".repeat(64));
        poll.ballots().forEach(ballot -> keys.add(Sha256.of(ballot.receipt())));
        Set<String> opened = new TreeSet<>();
        for (String key : keys) {
            for (long area : PLAN) {
                String lock;
                try {
                    lock = AreaCommitment.of(area, key);
                } catch (IllegalArgumentException noKey) {
                    continue;
                }
                poll.ballots().stream()
                        .filter(each -> lock.equals(each.area()))
                        .forEach(each -> opened.add(each.choice()));
            }
        }
        // The total of those who abstained is the area of the only one: that stands in the result itself.
        assertEquals(Set.of("abstain"), opened);
    }

    @Test
    void noHashOfTheFileIsThatOfAnAreaBesideItsReceipt() {
        Export export = export(house("yes", "no"));
        List<PublishedBallot> ballots = poll(export).ballots();
        String text = new String(export.write(), StandardCharsets.UTF_8);
        for (long one : PLAN) {
            for (long other : PLAN) {
                String lines = line(ballots.getFirst(), one) + "\n" + line(ballots.getLast(), other);
                assertFalse(text.contains(Sha256.of(lines)), "the seal of the box gives the areas away");
                assertFalse(text.contains(Sha256.of(line(ballots.getFirst(), one))));
            }
        }
    }

    private static String line(PublishedBallot ballot, long areaC) {
        return ballot.receipt() + ":" + ballot.choice() + ":" + areaC + ":" + ballot.heads();
    }

    @Test
    void flatsOfOneSizeAndTheSameHouseAgainHaveOtherLocks() {
        // The second and the seventh flat are of one size.
        assertEquals(PLAN.get(1), PLAN.get(6));
        var locks = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            poll(export(house("yes", "yes", "yes", "yes", "yes", "yes", "yes")))
                    .ballots()
                    .forEach(each -> locks.add(each.area()));
        }
        assertEquals(14, Set.copyOf(locks).size());
    }

    @Test
    void theScrutineersFileOpensEveryLockAndAnyOtherAreaIsFound() {
        long id = house("yes", "yes", "no", "no", "abstain");
        Export export = export(id);
        byte[] open = export.write();
        JsonObject areas = new JsonObject(new String(openings(id).write(), StandardCharsets.UTF_8));
        Map<Long, Integer> counts = new HashMap<>();
        areas.getJsonArray("ballots")
                .forEach(each -> counts.merge(((JsonObject) each).getLong("areaC"), 1, Integer::sum));
        assertEquals(Set.copyOf(PLAN.subList(0, 5)), counts.keySet());
        assertEquals("audit.verify.areas", with(open, areas));
        JsonObject first = areas.getJsonArray("ballots").getJsonObject(0);
        JsonObject second = areas.getJsonArray("ballots").getJsonObject(1);
        long area = first.getLong("areaC");
        first.put("areaC", second.getLong("areaC"));
        assertEquals("audit.verify.areas.bad", with(open, areas));
        first.put("areaC", area);
        assertEquals("audit.verify.areas", with(open, areas));
        String key = first.getString("key");
        first.put("key", second.getString("key"));
        assertEquals("audit.verify.areas.bad", with(open, areas));
        first.put("key", key);
        areas.getJsonArray("ballots").remove(1);
        assertEquals("audit.verify.areas.bad", with(open, areas));
        assertEquals("audit.verify.areas.none", with(open, areas.copy().put("poll", 1)));
        assertEquals("audit.verify.areas.none", with(open, new JsonObject()));
    }

    private static String with(byte[] open, JsonObject areas) {
        var report = new Verify(SmallCommunity.RULES.catalogue())
                .check(open, null, List.of(areas.encode().getBytes(StandardCharsets.UTF_8)));
        return report.findings().getLast().key();
    }
}
