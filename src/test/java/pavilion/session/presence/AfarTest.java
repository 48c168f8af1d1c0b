package pavilion.session.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.matter.SmallCommunity;
import pavilion.poll.Poll;
import pavilion.rulebook.SampleAdoptedRules;
import pavilion.session.AgendaItem;
import pavilion.session.SessionCase;
import pavilion.session.agenda.AgendaStore;
import pavilion.session.agenda.Agendas;
import pavilion.session.conduct.SessionRecord;

/** Attending from afar: present where the adopted rule says so, otherwise listening. */
final class AfarTest extends SessionCase {
    private void adopt() {
        SampleAdoptedRules.adoptRemote(db, village.clock, "yard.consult");
        db.plain().run("update matter set rule = 'own.1' where id = $1", matter);
    }

    private void afar(int... people) {
        for (int person : people) {
            attendance.fromAfar(1, session, 200 + person);
        }
    }

    @Test
    void byTheLawAloneWhoIsFarAwayListensAndIsNotCounted() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        afar(4, 5);
        assertEquals(3, present());
        assertEquals(2, PresenceStore.there(db.plain(), 1, now().id()).listening());
        refused("poll.refused.no-quorum", () -> questions.open(1, session, MODERATOR));
        assertEquals(List.of(), PresenceStore.voices(db.plain(), now(), 204));
        SessionRecord log = SessionRecord.read(db.plain(), polls, 1, session).orElseThrow();
        assertEquals(5, log.attended().size());
        assertEquals(3, log.atTheEnd());
        assertEquals(
                List.of(1, 2, 3, 3, 3),
                PresenceChange.all(PresenceStore.log(db.plain(), now()), now()).reversed().stream()
                        .map(PresenceChange::there)
                        .toList());
    }

    @Test
    void underARuleThatSaysSoTheyArePresentAndVote() {
        adopt();
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        afar(4);
        assertEquals(4, present());
        assertEquals(0, PresenceStore.there(db.plain(), 1, now().id()).listening());
        Poll poll =
                polls.find(db.plain(), 1, questions.open(1, session, MODERATOR)).orElseThrow();
        assertEquals(4, poll.present());
        assertEquals("remote", PresenceStore.stands(db.plain(), now(), 204, 104).how());
    }

    @Test
    void whoComesToTheHallAfterAllIsCountedAndPressingAgainTakesNobodyOut() {
        sessions.open(1, session, MODERATOR);
        afar(4, 4);
        arrive(4);
        assertEquals(1, present());
        afar(4);
        assertEquals(1, present());
        assertEquals("door", PresenceStore.stands(db.plain(), now(), 204, 104).how());
        attendance.goHome(1, session, 204);
        assertEquals(0, present());
    }

    @Test
    void onlyWhoIsOnTheRollAndOnlyWhileItIsOpen() {
        refused("session.refused.not-open", () -> afar(1));
        sessions.open(1, session, MODERATOR);
        refused("session.refused.not-on-roll", () -> attendance.fromAfar(1, session, SmallCommunity.STRANGER));
        refused("session.refused.not-on-roll", () -> attendance.fromAfar(1, session, SmallCommunity.CHILD));
        assertEquals(0, PresenceStore.there(db.plain(), 1, now().id()).listening());
    }

    @Test
    void theNextItemsRuleDecidesAnew() {
        adopt();
        AgendaStore.add(db.plain(), now(), AgendaItem.fresh(2, null, "b", ""), null);
        long other = db.plain()
                .first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, 'N2', 'T1', 'yard.consult', $1, 't', 'p', 201, 'session', 1, now(), now(), 'k2') returning id
                        """, SmallCommunity.YARD)
                .orElseThrow();
        agendas.add(1, session, other, new Agendas.Wording("", "", 5), "k", MODERATOR);
        sessions.open(1, session, MODERATOR);
        arrive(1);
        afar(4);
        assertEquals(2, present());
        sessions.next(1, session, 1, MODERATOR);
        assertEquals(2, present());
        sessions.next(1, session, 2, MODERATOR);
        assertEquals(1, present());
    }
}
