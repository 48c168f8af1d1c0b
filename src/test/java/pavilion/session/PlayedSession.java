package pavilion.session;

import java.time.Duration;
import pavilion.poll.Poll;
import pavilion.rules.procedure.SpeakingOrder.Side;
import pavilion.session.floor.SpeakerTurn;

/** For tests of other packages: four of six households came, one spoke for a minute and a half, and they voted 3 : 1. */
public final class PlayedSession extends OpenSession {
    private PlayedSession() {}

    public static PlayedSession open() {
        PlayedSession running = new PlayedSession();
        running.begin();
        running.play();
        return running;
    }

    private void play() {
        sessions.motion(1, session, 1, "换成感应灯", MODERATOR);
        speakers.ask(1, session, SpeakerTurn.person(201), "No. 1", Side.FOR);
        speakers.give(1, session, 0, 0, MODERATOR);
        village.clock.forward(Duration.ofSeconds(90));
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        for (int i = 1; i <= 4; i++) {
            assisted.cast(poll, 100 + i, i < 4 ? "yes" : "no", "k" + i);
        }
        polls.closing().close(1, poll.id(), null, "moderator", "");
    }

    /** It goes on the next day, and three of the four come again. */
    public void anotherDay() {
        calls.adjourn(1, session, village.clock.instant().plus(Duration.ofDays(1)), "夜深了", MODERATOR);
        village.clock.forward(Duration.ofDays(1));
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
    }

    public void end() {
        sessions.close(1, session, MODERATOR);
    }

    public long id() {
        return session;
    }

    public long itemId() {
        return item().id();
    }
}
