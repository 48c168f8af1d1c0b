package pavilion.session.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.matter.SmallCommunity;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.session.Session;
import pavilion.session.SessionCase;
import pavilion.session.SessionKind;
import pavilion.session.SessionStore;
import pavilion.session.agenda.Agendas;

/** A session is called, moved and opened so that whoever read its call in time comes in time. */
final class CallNoticeTest extends SessionCase {
    private Session of(long id) {
        return SessionStore.find(db.plain(), 1, id).orElseThrow();
    }

    private Instant later(int hours) {
        return village.clock.instant().plus(Duration.ofHours(hours));
    }

    /** Another matter of the yard that waits for its session, decided by the residents' meeting. */
    private long binding() {
        long id = db.plain()
                .first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, 'N2', 'T1', 'rc26.meeting', $1, 't', 'p', 201, 'session', 1, now(), now(), 'k2') returning id
                        """, SmallCommunity.YARD)
                .orElseThrow();
        open(id);
        return id;
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T11:30:00Z");
    }

    private static Session.Call on(String day) {
        return new Session.Call(SessionKind.RESIDENTS, "居民会议", "亭", at(day));
    }

    @Test
    void aResidentsMeetingIsCalledTenFullDaysAheadAsItsLawSays() {
        long id = binding();
        Refusal refusal = assertThrows(Refused.class, () -> calls.call(1, id, on("2026-03-12"), "换灯", MODERATOR))
                .refusal();
        assertEquals("rules.refused.notice_short.by", refusal.key());
        assertEquals(List.of(10, "2026-03-02", "2026-03-13"), refusal.args().subList(0, 3));
        assertEquals(
                SmallCommunity.RULES.catalogue().rule("rc26.meeting").source(),
                refusal.args().getLast());
        long meeting = calls.call(1, id, on("2026-03-13"), "换灯", MODERATOR);
        village.clock.forward(Duration.ofDays(5));
        refused("rules.refused.notice_short.by", () -> calls.move(1, meeting, at("2026-03-15"), "亭", "下雨", MODERATOR));
        calls.move(1, meeting, at("2026-03-13"), "活动室", "亭子在修", MODERATOR);
        calls.move(1, meeting, at("2026-03-18"), "亭", "下雨", MODERATOR);
        assertEquals(at("2026-03-13"), of(meeting).progress().movedFrom());
    }

    @Test
    void aMatterIsNotAddedToACalledSessionWithinTheDaysOfItsRule() {
        long id = binding();
        var wording = new Agendas.Wording("", "换灯", 15);
        refused("rules.refused.notice_short.by", () -> agendas.add(1, session, id, wording, "a", MODERATOR));
        long later = calls.call(1, SmallCommunity.YARD, on("2026-03-13"), List.of("通报"), "k", MODERATOR);
        agendas.add(1, later, id, wording, "b", MODERATOR);
        assertEquals(2, SessionStore.items(db.plain(), 1, later).size());
    }

    @Test
    void norToOneThatIsGoingOnOrContinuesBeforeTheyHaveRun() {
        long id = binding();
        var wording = new Agendas.Wording("", "换灯", 15);
        sessions.open(1, session, MODERATOR);
        Refusal open = assertThrows(Refused.class, () -> agendas.add(1, session, id, wording, "a", MODERATOR))
                .refusal();
        assertEquals("rules.refused.notice_short.by", open.key());
        assertEquals(List.of(10, "2026-03-02", "2026-03-13"), open.args().subList(0, 3));
        sessions.pause(1, session, MODERATOR);
        refused("rules.refused.notice_short.by", () -> agendas.add(1, session, id, wording, "b", MODERATOR));
        sessions.open(1, session, MODERATOR);
        calls.adjourn(1, session, null, "停电", MODERATOR);
        refused("calling.refused.notice-unannounced.by", () -> agendas.add(1, session, id, wording, "c", MODERATOR));
        calls.move(1, session, at("2026-03-12"), "亭", "", MODERATOR);
        refused("rules.refused.notice_short.by", () -> agendas.add(1, session, id, wording, "d", MODERATOR));
        calls.move(1, session, at("2026-03-14"), "亭", "下雨", MODERATOR);
        agendas.add(1, session, id, wording, "e", MODERATOR);
        assertEquals(2, SessionStore.items(db.plain(), 1, session).size());
        village.clock.forward(Duration.ofDays(5));
        refused("rules.refused.notice_short.by", () -> calls.move(1, session, at("2026-03-12"), "亭", "r", MODERATOR));
        calls.move(1, session, at("2026-03-13"), "亭", "十三日满期", MODERATOR);
    }

    @Test
    void whatNeedsNoNoticeJoinsASessionThatIsGoingOn() {
        long id = binding();
        db.plain().run("update matter set rule = 'yard.consult' where id = $1", id);
        sessions.open(1, session, MODERATOR);
        village.clock.forward(Duration.ofDays(1));
        agendas.add(1, session, id, new Agendas.Wording("", "换灯", 15), "a", MODERATOR);
        assertEquals(2, SessionStore.items(db.plain(), 1, session).size());
    }

    @Test
    void whoComesOnTimeDoesNotFindItBegun() {
        calls.move(1, session, later(24), "亭", "改到明天", MODERATOR);
        refused("calling.refused.early", () -> sessions.open(1, session, MODERATOR));
        village.clock.forward(Duration.ofMinutes(24 * 60 - 11));
        refused("calling.refused.early", () -> sessions.open(1, session, MODERATOR));
        village.clock.forward(Duration.ofMinutes(1));
        sessions.open(1, session, MODERATOR);
        assertNull(now().progress().movedFrom());
        assertEquals("", now().progress().movedWhy());
        calls.adjourn(1, session, later(24), "太晚了", MODERATOR);
        refused("calling.refused.early", () -> sessions.open(1, session, MODERATOR));
    }
}
