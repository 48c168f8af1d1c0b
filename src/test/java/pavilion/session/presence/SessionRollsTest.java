package pavilion.session.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pavilion.matter.SmallCommunity;
import pavilion.poll.Poll;
import pavilion.roster.RollEffects;
import pavilion.roster.RollReport;
import pavilion.roster.Rolls;
import pavilion.session.SessionCase;
import pavilion.session.SessionKind;
import pavilion.session.SessionStore;
import pavilion.session.agenda.Agendas;

/** One session decides matters of several rolls. */
final class SessionRollsTest extends SessionCase {
    @TempDir
    Path folder;

    private long matter(String number, String rule, long place, String stage) {
        return db.plain()
                .first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, $1, 'T1', $2, $3, $1, 'p', 201, $4, 1, now(), now(), $1) returning id
                        """, number, rule, place, stage)
                .orElseThrow();
    }

    private void add(String title, String key) {
        agendas.add(1, session, null, new Agendas.Wording(title, "", 10), key, MODERATOR);
    }

    private void put(long id, String key) {
        agendas.add(1, session, id, new Agendas.Wording("", "做不做", 20), key, MODERATOR);
    }

    private void representatives(int... people) {
        for (int person : people) {
            db.plain()
                    .run(
                            "insert into role values (1, 1, $1, 'resident_rep', $2, '2026-01-01', null)",
                            200L + person,
                            SmallCommunity.YARD);
        }
    }

    @Test
    void eachItemIsCountedByTheRollAndTheQuorumOfItsOwnRule() {
        representatives(1, 2, 3);
        put(matter("N2", "rc28.reps", SmallCommunity.YARD, "session"), "k1");
        add("散会前的话", "k2");
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        int reps = module.rolls().freeze(db.plain(), now()).values().stream()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertEquals(6, now().counting().members());
        assertEquals(4, present());
        assertTrue(module.quorums().view(db.plain(), now()).quorate());
        sessions.next(1, session, 1, MODERATOR);
        assertEquals(reps, now().counting().members());
        assertEquals(3, present());
        assertEquals(2, Presence.voices(db.plain(), now(), 201).size());
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        assertEquals(3, poll.present());
        assertEquals(reps, poll.electorate());
        polls.closing().cancel(1, poll.id(), "moderator", "r");
        sessions.next(1, session, 2, MODERATOR);
        assertEquals(reps, now().counting().members());
        assertEquals(4, PresenceStore.log(db.plain(), now()).size());
    }

    @Test
    void whoIsPresentCountsOnARollThatComesOntoTheAgendaLater() {
        representatives(1, 2, 5);
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        put(matter("N2", "rc28.reps", SmallCommunity.YARD, "session"), "k1");
        sessions.next(1, session, 1, MODERATOR);
        assertEquals(2, present());
        scan(205);
        assertEquals(3, present());
        attendance.leave(1, session, 201);
        assertEquals(2, present());
    }

    @Test
    void aRollThatComesOntoTheAgendaLaterIsLockedWhenItComes() {
        representatives(1, 2);
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        put(matter("N2", "rc28.reps", SmallCommunity.YARD, "session"), "k1");
        long locked = db.plain()
                .first(
                        row -> row.getLong(0),
                        "select count(*) from session_voter where session = $1 and roll like 'REPS%'",
                        session)
                .orElseThrow();
        representatives(3);
        sessions.next(1, session, 1, MODERATOR);
        assertEquals(locked, now().counting().members());
        assertEquals(2, present(), "who became a representative meanwhile counts from the end of the session");
    }

    @Test
    void aSessionOfTheWholeCommunityAsksTheCourtyardAboutTheCourtyard() {
        long id = calls.call(1, SmallCommunity.ROOT, call(SessionKind.COURTYARD), List.of("开场"), "k", MODERATOR);
        db.plain().run("insert into role values (1, 1, 231, 'household_rep', 131, '2026-01-01', null)");
        long inside = matter("N2", "yard.consult", SmallCommunity.OTHER, "session");
        agendas.add(1, id, inside, new Agendas.Wording("", "做不做", 20), "k1", MODERATOR);
        sessions.open(1, id, MODERATOR);
        assertEquals(
                1, SessionStore.find(db.plain(), 1, id).orElseThrow().counting().members());
        refused("session.refused.not-on-roll", () -> attendance.atDesk(1, id, 101, true));
        attendance.atDesk(1, id, 131, true);
        assertEquals(
                1,
                PresenceCount.of(
                                db.plain(), SessionStore.find(db.plain(), 1, id).orElseThrow())
                        .present());
    }

    @Test
    void whatIsImportedWhileItIsOpenCountsFromItsEnd() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        db.plain()
                .run(
                        "insert into place (community, id, parent, kind, code, name, path)"
                                + " values (1, 190, $1, 'household', 'Y-9-901', '901', $2)",
                        SmallCommunity.YARD,
                        path());
        db.plain()
                .run("insert into person (community, id, household, name, code, adult, permanent, tenant)"
                        + " values (1, 990, 190, 'n', 'Y-9-901-1', true, true, false)");
        db.plain().run("insert into role values (1, 1, 990, 'household_rep', 190, '2026-01-01', null)");
        refused("session.refused.not-on-roll", () -> attendance.atDesk(1, session, 190, true));
        refused("session.refused.not-on-roll", () -> scan(990));
        assertEquals(4, present());
        assertFalse(PersonalPresence.of(db.plain(), now(), 990, 190).listed());
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        assertEquals(6, poll.electorate());
    }

    @Test
    void aRepresentativeWhoIsMovedIsStillOnTheLockedRoll() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        db.plain()
                .run(
                        "update role set to_day = '2026-01-02' where community = 1 and person = 201 and role = 'household_rep'");
        assertEquals(6, module.rolls().voters(db.plain(), now()).size());
        assertTrue(PersonalPresence.of(db.plain(), now(), 201, 101).listed());
        attendance.atDesk(1, session, 101, false);
        assertEquals(2, present());
        scan(201);
        assertEquals(3, present());
    }

    @Test
    void anImportSaysWhatIsOpenForItsHouseholdsAndWhoIsLeftWithoutARepresentative() throws IOException {
        RollReport before = imported();
        assertEquals(List.of(), before.effects().running());
        assertEquals(List.of("HP-017-1"), before.effects().unrepresented());
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        assertEquals(
                List.of(new RollEffects.Running(true, "HP-017", "院落议事会")),
                imported().effects().running());
        questions.put(1, session, MODERATOR);
        assertEquals(1, imported().effects().running().size());
    }

    private RollReport imported() throws IOException {
        Path file = Files.writeString(folder.resolve("roll"), """
                院落编号,楼栋,户编号,建筑面积（平方米）,人员编号,姓名,成年,租户,户代表
                HP-017,,HP-017-9,,P990,新来,是,否,是
                HP-017,,HP-017-2,,P201,居民1,是,否,是
                """);
        return new Rolls(db, village.clock).take(1, file, "", true, "test", (done, all) -> {});
    }

    private static String path() {
        return "/" + SmallCommunity.ROOT + "/" + SmallCommunity.YARD + "/190/";
    }
}
