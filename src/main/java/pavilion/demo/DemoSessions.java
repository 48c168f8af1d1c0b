package pavilion.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import pavilion.db.Database;
import pavilion.decision.Questions;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.rules.procedure.PollLength;
import pavilion.session.CallNotice;
import pavilion.session.Session;
import pavilion.session.SessionKind;
import pavilion.session.call.Calls;
import pavilion.text.CommunityTime;
import pavilion.text.Messages;

/** In the demo a session is called for each matter that waits for one, and a poll opened for each that waits for a vote. */
public final class DemoSessions {
    private static final int COMMUNITY = 1;
    private static final int EVENING = 19;
    private static final Actor MODERATOR = new Actor(null, "moderator");

    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final Calls calls;
    private final Questions questions;
    private final Messages messages;

    public DemoSessions(
            Database db, Clock clock, Matters matters, Calls calls, Questions questions, Messages messages) {
        this.db = db;
        this.clock = clock;
        this.matters = matters;
        this.calls = calls;
        this.questions = questions;
        this.messages = messages;
    }

    /** Called again, it finds nothing that waits. */
    public void load() {
        String title = messages.say("zh", "session.title.default");
        String venue = messages.say("zh", "session.demo.venue");
        for (DemoSessionStore.Ready ready : DemoSessionStore.ready(db.plain(), COMMUNITY, "session")) {
            Matter matter = matters.find(db.plain(), COMMUNITY, ready.matter()).orElseThrow();
            Session.Call call = new Session.Call(
                    SessionKind.COURTYARD, title, venue, evening(1, new CallNotice(matters).earliest(matter)));
            calls.call(COMMUNITY, matter.id(), call, ready.option(), MODERATOR);
        }
        for (DemoSessionStore.Ready ready : DemoSessionStore.ready(db.plain(), COMMUNITY, "poll")) {
            Matter matter = matters.find(db.plain(), COMMUNITY, ready.matter()).orElseThrow();
            PollLength length = PollLength.of(
                    matters.stage(matter), matters.today(), matters.book().holidays());
            questions.openLong(COMMUNITY, matter.id(), ready.option(), evening(3, length.earliest()), MODERATOR);
        }
    }

    // So many days from today, or as soon as the law allows.
    private Instant evening(int days, LocalDate earliest) {
        LocalDate usual = LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(days)), CommunityTime.ZONE);
        LocalDate day = usual.isBefore(earliest) ? earliest : usual;
        return day.atTime(EVENING, 30).atZone(CommunityTime.ZONE).toInstant();
    }
}
