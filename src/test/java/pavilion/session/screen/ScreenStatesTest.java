package pavilion.session.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pavilion.motion.MotionModule;
import pavilion.poll.Poll;
import pavilion.poll.Question;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.session.SessionCase;
import pavilion.text.Messages;
import pavilion.web.Templates;

/** What the console offers and what the projector shows, from the call to the close. */
final class ScreenStatesTest extends SessionCase {
    private final Templates templates = new Templates(new Messages());

    private SessionView view() {
        MotionModule motions = new MotionModule(db, village.clock, module, questions, polls);
        return new SessionReader(polls, village.matterModule.matters(), module.quorums(), motions, village.clock)
                .read(db.plain(), 1, session);
    }

    private String render(String template) {
        return templates.render(template, "zh", Map.of("lang", "zh", "at", "/c/x", "csrf", "c"), view().model());
    }

    /** @param form the id of the form with the one red button, empty where there is none */
    private void shows(ConsoleState console, String form, ProjectorState projector) {
        assertEquals(console, view().consoleState());
        assertEquals(projector, view().projectorState());
        String buttons = render("session/buttons");
        assertEquals(form.isEmpty() ? 0 : 1, buttons.split("class=\"go\"", -1).length - 1, buttons);
        assertTrue(form.isEmpty() || buttons.contains("<form id=\"" + form + "\""), buttons);
        assertTrue(render("session/wall-main").contains("id=\"wall-main\""));
    }

    private Poll vote() {
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        shows(ConsoleState.VOTING, "close-poll", ProjectorState.VOTING);
        for (int i = 1; i <= 4; i++) {
            assisted.cast(poll, 100 + i, "yes", "k" + i);
        }
        return polls.closing().close(1, poll.id(), null, "moderator", "");
    }

    @Test
    void theConsoleOffersOneNextStepAtATime() {
        report(2, "b");
        shows(ConsoleState.WAITING, "open-session", ProjectorState.RECESS);
        sessions.open(1, session, MODERATOR);
        shows(ConsoleState.DEBATE, "", ProjectorState.DEBATE);
        arrive(1, 2, 3, 4);
        shows(ConsoleState.READY, "open-poll", ProjectorState.DEBATE);
        Poll poll = vote();
        shows(ConsoleState.COUNTED, "show-result", ProjectorState.COUNTED);
        polls.closing().show(1, poll.id());
        shows(ConsoleState.NEXT, "next", ProjectorState.RESULT);
        sessions.next(1, session, 1, MODERATOR);
        shows(ConsoleState.LAST, "close-session", ProjectorState.DEBATE);
        sessions.pause(1, session, MODERATOR);
        shows(ConsoleState.WAITING, "open-session", ProjectorState.RECESS);
        sessions.open(1, session, MODERATOR);
        calls.adjourn(1, session, village.clock.instant().plusSeconds(300), "夜深了", MODERATOR);
        shows(ConsoleState.WAITING, "open-session", ProjectorState.ADJOURNED);
        sessions.open(1, session, MODERATOR);
        sessions.close(1, session, MODERATOR);
        shows(ConsoleState.ENDED, "", ProjectorState.RECESS);
    }

    @Test
    void theButtonToOpenComesWhenTheSessionCanBeOpened() {
        sessions.open(1, session, MODERATOR);
        calls.adjourn(1, session, village.clock.instant().plusSeconds(660), "夜深了", MODERATOR);
        shows(ConsoleState.WAITING, "", ProjectorState.ADJOURNED);
        assertTrue(render("session/buttons").contains("id=\"opens-later\""));
        village.clock.forward(Duration.ofMinutes(1));
        shows(ConsoleState.WAITING, "open-session", ProjectorState.ADJOURNED);
        sessions.open(1, session, MODERATOR);
    }

    @Test
    void projectorNamesThePlansWhileTheyAreVotedOnAndInTheResult() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        OptionSet plans = OptionSet.of(Method.PLURALITY, List.of("两盏灯", "四盏灯"), 1);
        long poll = questions.put(
                1, session, item -> Question.motion(item.id(), item.motion()).choosing(plans), MODERATOR);
        assertTrue(render("session/wall-main").contains("四盏灯"));
        Poll asked = polls.find(db.plain(), 1, poll).orElseThrow();
        for (int i = 1; i <= 4; i++) {
            assisted.cast(asked, 100 + i, "1", "k" + i);
        }
        polls.closing().close(1, poll, null, "moderator", "");
        polls.closing().show(1, poll);
        assertTrue(render("session/wall-main").contains("两盏灯"));
    }

    @Test
    void everyStateHasAPartialOfItsOwn() {
        Stream.concat(
                        Stream.of(ConsoleState.values()).map(state -> "session/console-" + state.key()),
                        Stream.of(ProjectorState.values()).map(state -> "session/projector-" + state.key()))
                .forEach(name -> assertNotNull(templates.compile(name)));
    }
}
