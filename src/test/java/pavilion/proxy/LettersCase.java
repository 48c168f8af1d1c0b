package pavilion.proxy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import pavilion.poll.MultiBallots;
import pavilion.poll.Poll;
import pavilion.session.SessionCase;
import pavilion.session.presence.PresenceCount;

/** A session with letters of authorisation, and who may cast whose ballot in its polls. */
abstract class LettersCase extends SessionCase {
    SampleLetters given;

    @BeforeEach
    void letters() {
        var grants = new ProxyGrants(
                db, village.clock, village.matterModule.matters(), village.matterModule.electorates(), letters);
        given = new SampleLetters(grants, letters, session);
    }

    int byProxy() {
        return PresenceCount.of(db.plain(), now()).byProxy();
    }

    Poll opened() {
        return polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
    }

    Long caster(Poll poll, long voter) {
        return db.plain()
                .first(
                        row -> row.getLong(0),
                        "select person from entitlement where community = 1 and poll = $1 and voter = $2",
                        poll.id(),
                        voter)
                .orElseThrow();
    }

    long ballots(Poll poll) {
        return db.plain()
                .first(
                        row -> row.getLong(0),
                        "select count(*) from ballot where community = 1 and poll = $1",
                        poll.id())
                .orElseThrow();
    }

    void cast(Poll poll, long person, Map<Long, String> chosen, String key) {
        new MultiBallots(db, polls).cast(poll, village.viewer(person), chosen, key);
    }
}
