package pavilion.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pavilion.db.TestDatabase;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.rules.Refused;

class RemarksTest {
    private TestDatabase it;
    private SmallCommunity village;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        village = new SmallCommunity(it.database());
    }

    @AfterEach
    void close() {
        it.close();
    }

    private static void refused(String key, Executable what) {
        assertEquals(key, assertThrows(Refused.class, what).refusal().key());
    }

    @Test
    void aRemarkSentTwiceStandsOnceAndRepliesGoOneLevelDeep() {
        Matter matter = village.announced("消防通道被占", "k1");
        var remarks = village.proposals.remarks();
        for (int i = 0; i < 2; i++) {
            it.database()
                    .run(tx -> remarks.say(
                            tx, 1, matter.id(), null, "for", "早该划线了", "r1", 202, village.relation(202, matter)));
        }
        var said = remarks.of(it.database().plain(), matter);
        assertEquals(1, said.size());
        long first = said.getFirst().id();
        it.database()
                .run(tx -> remarks.say(tx, 1, matter.id(), first, "", "同意", "r2", 203, village.relation(203, matter)));
        long reply = remarks.of(it.database().plain(), matter).getLast().id();
        refused(
                "matter.remark.one-level",
                () -> it.database()
                        .run(tx -> remarks.say(
                                tx, 1, matter.id(), reply, "", "再说一句", "r3", 202, village.relation(202, matter))));
        refused(
                "matter.stop.elsewhere",
                () -> it.database()
                        .run(tx -> remarks.say(
                                tx,
                                1,
                                matter.id(),
                                null,
                                "for",
                                "路过",
                                "r4",
                                SmallCommunity.STRANGER,
                                village.relation(SmallCommunity.STRANGER, matter))));
    }

    @Test
    void whoTookARemarkDownDoesNotAnswerTheAppeal() {
        Matter matter = village.announced("消防通道被占", "k1");
        var remarks = village.proposals.remarks();
        it.database()
                .run(tx -> remarks.say(
                        tx, 1, matter.id(), null, "against", "就你家车多", "r1", 202, village.relation(202, matter)));
        long id = remarks.of(it.database().plain(), matter).getFirst().id();
        Actor moderator = new Actor(SmallCommunity.MODERATOR, "moderator");
        it.database().run(tx -> remarks.hide(tx, matter, id, moderator, "针对个人"));
        assertTrue(remarks.of(it.database().plain(), matter).getFirst().stub());
        refused("matter.appeal.not-yours", () -> it.database().run(tx -> remarks.appeal(tx, matter, id, 203, "替他说")));
        it.database().run(tx -> remarks.appeal(tx, matter, id, 202, "我说的是事实"));
        refused(
                "matter.appeal.other",
                () -> it.database().run(tx -> remarks.answer(tx, matter, id, moderator, "维持", false)));
        Actor supervisor = new Actor(SmallCommunity.SUPERVISOR, "supervision");
        it.database().run(tx -> remarks.answer(tx, matter, id, supervisor, "恢复", true));
        assertFalse(remarks.of(it.database().plain(), matter).getFirst().stub());
    }
}
