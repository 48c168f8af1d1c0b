package pavilion.session.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.matter.SmallCommunity;
import pavilion.poll.Poll;
import pavilion.rulebook.SampleAdoptedRules;
import pavilion.session.SessionCase;
import pavilion.session.agenda.Agendas;
import pavilion.session.conduct.SessionRecord;

/** Attending remotely: present where the adopted rule says so, otherwise listening. */
final class RemoteAttendanceTest extends SessionCase {
    private void adopt() {
        SampleAdoptedRules.adoptRemote(db, village.clock, "yard.consult");
        db.plain().run("update matter set rule = 'own.1' where id = $1", matter);
    }

    private void remotely(int... people) {
        for (int person : people) {
            attendance.attendRemotely(1, session, 200 + person);
        }
    }

    @Test
    void byTheLawAloneRemotePeopleListenAndAreNotCounted() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        remotely(4, 5);
        assertEquals(3, present());
        assertEquals(2, PresenceCount.of(db.plain(), now()).listening());
        refused("poll.refused.no-quorum", () -> questions.put(1, session, MODERATOR));
        assertEquals(List.of(), Presence.voices(db.plain(), now(), 204));
        SessionRecord log = SessionRecord.read(db.plain(), polls, 1, session).orElseThrow();
        assertEquals(5, log.attended().size());
        assertEquals(3, log.atTheEnd());
        assertEquals(
                List.of(1, 2, 3, 3, 3),
                PresenceChange.all(PresenceStore.log(db.plain(), now()), now()).reversed().stream()
                        .map(PresenceChange::present)
                        .toList());
    }

    @Test
    void underARuleThatSaysSoTheyArePresentAndVote() {
        adopt();
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        remotely(4);
        assertEquals(4, present());
        assertEquals(0, PresenceCount.of(db.plain(), now()).listening());
        assertEquals(1, PresenceCount.of(db.plain(), now()).remote());
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        assertEquals(4, poll.present());
        assertTrue(PersonalPresence.of(db.plain(), now(), 204, 104).remote());
    }

    @Test
    void whoComesInPersonAfterAllIsCountedAndPressingAgainRemovesNobody() {
        sessions.open(1, session, MODERATOR);
        remotely(4, 4);
        arrive(4);
        assertEquals(1, present());
        remotely(4);
        assertEquals(1, present());
        assertEquals(
                PresenceSource.DOOR,
                PersonalPresence.of(db.plain(), now(), 204, 104).how());
        attendance.leave(1, session, 204);
        assertEquals(0, present());
    }

    @Test
    void onlyWhoIsOnTheRollAndOnlyWhileItIsOpen() {
        refused("session.refused.not-open", () -> remotely(1));
        sessions.open(1, session, MODERATOR);
        refused("session.refused.not-on-roll", () -> attendance.attendRemotely(1, session, SmallCommunity.STRANGER));
        refused("session.refused.not-on-roll", () -> attendance.attendRemotely(1, session, SmallCommunity.CHILD));
        assertEquals(0, PresenceCount.of(db.plain(), now()).listening());
    }

    @Test
    void theNextItemsRuleDecidesAnew() {
        adopt();
        report(2, "b");
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
        remotely(4);
        assertEquals(2, present());
        sessions.next(1, session, 1, MODERATOR);
        assertEquals(2, present());
        sessions.next(1, session, 2, MODERATOR);
        assertEquals(1, present());
    }
}
