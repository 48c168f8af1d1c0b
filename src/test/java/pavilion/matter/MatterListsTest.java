package pavilion.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.db.Database;
import pavilion.db.StatementCounter;
import pavilion.db.TestDatabase;
import pavilion.db.Tx;

/** What the lists say of matters at each kind of stage, and how many statements they take for it. */
class MatterListsTest {
    private static final List<String> PATHS = List.of(SmallCommunity.ROOT_PATH);
    private static TestDatabase it;
    private static SmallCommunity village;

    @BeforeAll
    static void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        village = new SmallCommunity(it.database());
    }

    @AfterAll
    static void close() {
        it.close();
    }

    /** One matter at each stage, with an open poll and an open objection where they belong. */
    private static void addOneOfEach(Database db, String mark) {
        Tx tx = db.plain();
        for (var stage : SampleTemplates.courtyard().stages()) {
            long matter = tx.first(
                            row -> row.getLong("id"), """
                            insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                                stage_due, threshold, created_at, changed_at, request_key)
                            values (1, $1, 'T1', 'yard.consult', 20, $1, 'p', 201, $2, $3, 3, now(), now(), $1)
                            returning id
                            """, stage.key() + mark, stage.key(), LocalDate.of(2026, 3, 20))
                    .orElseThrow();
            if (stage.key().equals("notice")) {
                tx.run("""
                        insert into notice (community, matter, version, body, content, sha256, roll_hash, posted_by, posted_at,
                            days, until)
                        values (1, $1, 1, 'b', 'c', 'h', 'r', 'moderator', now(), 7, '2026-03-20')
                        """, matter);
            }
            if (stage.key().equals("poll")) {
                openPoll(tx, matter);
            }
            if (stage.key().equals("publicity")) {
                resolutionWithObjection(tx, matter, mark);
            }
        }
    }

    private static void openPoll(Tx tx, long matter) {
        long poll = tx.first(row -> row.getLong("id"), """
                        insert into poll (community, matter, question, rule, basis, secrecy, state, opened_at, closes_at)
                        values (1, $1, 'q', 'yard.consult', 'household', 'named', 'draft', now(), '2026-03-12T10:00:00Z')
                        returning id
                        """, matter).orElseThrow();
        tx.run("""
                insert into entitlement (community, poll, voter, person, label, heads) values (1, $1, 102, 202, 'x', 1)
                """, poll);
        tx.run("update poll set state = 'open' where community = 1 and id = $1", poll);
    }

    private static void resolutionWithObjection(Tx tx, long matter, String mark) {
        long resolution =
                tx.first(row -> row.getLong("id"), """
                        insert into resolution (community, matter, number, title, body, kind, sha256, posted_at, posted_by,
                            posted_post, notice_until)
                        values (1, $1, $2, 't', 'b', 'agreed', 'h', now(), 291, 'moderator', '2026-03-20') returning id
                        """, matter, "R" + mark).orElseThrow();
        tx.run("""
                insert into objection (community, resolution, person, kind, text, at, request_key)
                values (1, $1, 202, 'count', 'x', now(), $2)
                """, resolution, mark);
    }

    private static MatterLists lists() {
        return new MatterLists(village.matters(), village.matterModule.registry());
    }

    private static Map<String, String> badges(long person) {
        Tx tx = it.database().plain();
        return lists().with(tx, village.viewer(person), MatterListStore.underWay(tx, 1, PATHS, 300)).stream()
                .filter(each -> each.line().number().endsWith("-0"))
                .collect(Collectors.toMap(
                        each -> each.line().stage(), each -> each.fact().badge()));
    }

    private static int statements(int most) {
        StatementCounter counter = new StatementCounter(it.database());
        List<MatterLine> lines = MatterListStore.underWay(counter.tx(), 1, PATHS, most);
        assertEquals(most, lines.size());
        lists().with(counter.tx(), village.viewer(SmallCommunity.CLERK), lines);
        return counter.count();
    }

    @Test
    void theListTakesTheSameStatementsForTwiceAsManyMatters() {
        int kinds = SampleTemplates.courtyard().stages().size();
        for (int i = 0; i < 4; i++) {
            addOneOfEach(it.database(), "-" + i);
        }
        int once = statements(2 * kinds);
        assertEquals(once, statements(4 * kinds));
        // The list itself, and at most one for each kind of stage.
        assertTrue(once <= kinds + 1, "statements: " + once);
        eachStageSaysWhatThisPersonCanDo();
    }

    private static void eachStageSaysWhatThisPersonCanDo() {
        Map<String, String> resident = badges(202);
        assertEquals("propose", resident.get("propose"));
        assertEquals("", resident.get("triage"));
        assertEquals("notice", resident.get("notice"));
        assertEquals("session", resident.get("session"));
        assertEquals("poll", resident.get("poll"));
        assertEquals("", resident.get("publicity"));
        assertEquals("work", resident.get("work"));
        assertEquals("rate", resident.get("rate"));
        Map<String, String> clerk = badges(SmallCommunity.CLERK);
        assertEquals("triage", clerk.get("triage"));
        assertEquals("plan", clerk.get("plan"));
        assertEquals("call", clerk.get("session"));
        assertEquals("", clerk.get("poll"));
        assertEquals("publicity", clerk.get("publicity"));
        // Who posted the resolution answers no objection to it, and nobody endorses their own proposal.
        assertEquals("", badges(SmallCommunity.MODERATOR).get("publicity"));
        assertEquals("", badges(201).get("propose"));
        it.database().run(tx -> tx.run("insert into rated (community, matter, person) select 1, id, 202 from matter"));
        it.database().run(tx -> tx.run("""
                insert into step (community, matter, seq, from_stage, to_stage, move, by_person, by_post, reason, at)
                select 1, id, 1, 'poll', 'publicity', 'next', $1, 'committee', '', now() from matter
                """, SmallCommunity.CLERK));
        assertEquals("", badges(202).get("rate"));
        assertEquals("", badges(SmallCommunity.CLERK).get("publicity"));
    }
}
