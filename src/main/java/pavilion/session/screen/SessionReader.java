package pavilion.session.screen;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pavilion.db.SingleFlight;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.poll.Polls;
import pavilion.rules.Outcome;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionExtension;
import pavilion.session.SessionStore;
import pavilion.session.floor.FloorView;
import pavilion.session.floor.SpeakerTurnStore;
import pavilion.session.presence.PresenceStore;
import pavilion.web.HttpError;
import pavilion.web.ReasoningLine;

/** Reads what a room sees of its meeting, once, for pages, live fragments and the wall alike. */
public final class SessionReader {
    private static final int MOST = 1_000;
    private static final String HOUSEHOLD = "household";

    private record Key(int community, long id) {}

    private final Map<Key, SessionView> known = new ConcurrentHashMap<>();
    private final SingleFlight<Key, SessionView> together = new SingleFlight<>();
    private final Polls polling;
    private final Matters matters;
    private final Clock clock;
    private volatile SessionExtension beside = SessionExtension.NOTHING;

    public SessionReader(Polls polling, Matters matters, Clock clock) {
        this.polling = polling;
        this.matters = matters;
        this.clock = clock;
    }

    public void show(SessionExtension other) {
        beside = other;
    }

    SessionExtension beside() {
        return beside;
    }

    /** As it was read last, if nothing happened since: when a poll opens, the whole hall asks for its page at once. */
    SessionView known(Tx tx, int community, long id) {
        return together.read(new Key(community, id), () -> {
            SessionView view = known.get(new Key(community, id));
            boolean still = view != null
                    && view.floor().speaking() == null
                    && view.version() == SessionStore.version(tx, community, id);
            return still ? view.at(clock.instant()) : read(tx, community, id);
        });
    }

    SessionView read(Tx tx, int community, long id) {
        SessionView view = fresh(tx, community, id);
        if (known.size() > MOST) {
            known.clear();
        }
        known.put(new Key(community, id), view);
        return view;
    }

    private SessionView fresh(Tx tx, int community, long id) {
        // Before all else: what is read after it may be newer than it says, and is then told once more; never older.
        long version = SessionStore.version(tx, community, id);
        Session session = SessionStore.find(tx, community, id).orElseThrow(HttpError::notFound);
        List<AgendaItem> items = SessionStore.items(tx, community, id);
        AgendaItem current = items.get(session.current() - 1);
        Matter matter = current.matter() == null
                ? null
                : matters.find(tx, community, current.matter()).orElse(null);
        PresenceStore.There there = PresenceStore.there(tx, community, id);
        List<Poll> polls = polling.ofSession(tx, community, id);
        Poll newest = polls.stream()
                .filter(p -> p.open() || p.decides())
                .filter(p -> Objects.equals(p.question().item(), current.id()))
                .reduce((a, b) -> b)
                .orElse(null);
        SessionExtension.Shown shown = beside.shown(tx, session, current, polls);
        String me = session.state()
                + session.current()
                + (newest == null ? "" : newest.id() + newest.state().name())
                + shown.me();
        Instant now = clock.instant();
        return new SessionView(
                session,
                SessionView.Item.all(items, session),
                current,
                matter,
                there.present(),
                there.listening(),
                matter == null ? HOUSEHOLD : matters.rule(matter).basis().name().toLowerCase(Locale.ROOT),
                there.byProxy(),
                quorum(session, matter, there.present()),
                newest,
                newest == null ? null : PollView.of(newest),
                FloorView.of(SpeakerTurnStore.ofItem(tx, session, current.id()), now),
                shown,
                now,
                version,
                me);
    }

    private @Nullable ReasoningLine quorum(Session session, @Nullable Matter matter, int present) {
        if (matter == null || session.members() == 0) {
            return null;
        }
        Outcome outcome = polling.quorum(session.community(), matter.rule(), session.members(), present);
        return outcome.steps().isEmpty()
                ? null
                : ReasoningLine.of(outcome.steps().getFirst());
    }
}
