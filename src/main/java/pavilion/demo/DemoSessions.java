package pavilion.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import pavilion.db.Database;
import pavilion.decision.Questions;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.session.SessionKind;
import pavilion.session.SessionStore;
import pavilion.session.call.Calls;
import pavilion.text.CommunityTime;
import pavilion.text.Messages;

/** In the demo a meeting is called wherever a matter is ready for one, and a poll runs wherever one is due. */
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

    /** Does nothing where it was done before. */
    public void load() {
        String title = messages.say("zh", "session.title.default");
        String venue = messages.say("zh", "session.demo.venue");
        for (SessionStore.Ready ready : SessionStore.ready(db.plain(), COMMUNITY, "session")) {
            Matter matter = matters.find(db.plain(), COMMUNITY, ready.matter()).orElseThrow();
            Calls.Call call = new Calls.Call(SessionKind.COURTYARD, title, venue, evening(1));
            calls.call(COMMUNITY, matter.id(), call, ready.option(), MODERATOR);
        }
        List<SessionStore.Ready> due = SessionStore.ready(db.plain(), COMMUNITY, "poll");
        for (SessionStore.Ready ready : due) {
            questions.openLong(COMMUNITY, ready.matter(), ready.option(), evening(3), MODERATOR);
        }
    }

    private Instant evening(int days) {
        LocalDate day = LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(days)), CommunityTime.ZONE);
        return day.atTime(EVENING, 30).atZone(CommunityTime.ZONE).toInstant();
    }
}
