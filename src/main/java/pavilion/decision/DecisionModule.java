package pavilion.decision;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.matter.MatterModule;
import pavilion.poll.PollAccess;
import pavilion.poll.PollPages;
import pavilion.poll.Polls;
import pavilion.proxy.ProxyLetters;
import pavilion.session.Console;
import pavilion.session.call.CallPages;
import pavilion.session.conduct.SessionModule;
import pavilion.web.Route;

/** How matters are put to the vote, made once. */
public final class DecisionModule {
    private final Database db;
    private final Polls polls;
    private final Questions questions;
    private final LongPollPages longPolls;

    public DecisionModule(
            Database db,
            Clock clock,
            MatterModule module,
            Polls polls,
            PollPages pollPages,
            ProxyLetters letters,
            SessionModule sessions) {
        this.db = db;
        this.polls = polls;
        this.questions = new Questions(db, clock, module.matters(), module.electorates(), polls, letters, sessions);
        this.longPolls = new LongPollPages(db, module.matters(), polls, pollPages, questions);
        module.registry().panels(longPolls);
    }

    public Questions questions() {
        return questions;
    }

    /**
     * @param console where the moderator puts questions in a session
     * @param calls where a poll over days is opened instead of a session
     */
    public List<Route> routes(Console console, CallPages calls) {
        return Stream.of(
                        longPolls.routes(calls),
                        new QuestionPages(questions, polls, new PollAccess(db, polls), console).routes())
                .flatMap(List::stream)
                .toList();
    }
}
