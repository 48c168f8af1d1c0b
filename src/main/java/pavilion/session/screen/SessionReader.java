package pavilion.session.screen;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.db.SingleFlight;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.poll.Polls;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionExtension;
import pavilion.session.SessionStore;
import pavilion.session.SessionVote;
import pavilion.session.agenda.AgendaView;
import pavilion.session.floor.FloorView;
import pavilion.session.presence.Quorums;
import pavilion.web.HttpError;

/** Reads what the pages of a session show to everybody, once for pages, live fragments and the projector alike. */
final class SessionReader {
    private static final int MOST = 1_000;

    private record Key(int community, long id) {}

    private final Cache<Key, SessionView> known =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final SingleFlight<Key, SessionView> together = new SingleFlight<>();
    private final Polls polls;
    private final Matters matters;
    private final Clock clock;
    private final Quorums quorums;
    private final SessionExtension extension;

    SessionReader(Polls polls, Matters matters, Quorums quorums, SessionExtension extension, Clock clock) {
        this.polls = polls;
        this.matters = matters;
        this.quorums = quorums;
        this.extension = extension;
        this.clock = clock;
    }

    /** As it was read last, if nothing changed since: when a poll opens, everybody asks for the page at once. */
    SessionView known(Tx tx, int community, long id) {
        return together.read(new Key(community, id), () -> {
            SessionView view = known.getIfPresent(new Key(community, id));
            boolean still = view != null
                    && view.floor().speaking() == null
                    && view.version() == SessionStore.version(tx, community, id);
            return still ? view.at(clock.instant()) : read(tx, community, id);
        });
    }

    SessionView read(Tx tx, int community, long id) {
        SessionView view = fresh(tx, community, id);
        known.put(new Key(community, id), view);
        return view;
    }

    private SessionView fresh(Tx tx, int community, long id) {
        // The version first: whatever is read after it may be newer than it says, never older, and is then sent once
        // more.
        long version = SessionStore.version(tx, community, id);
        Session session = SessionStore.find(tx, community, id).orElseThrow(HttpError::notFound);
        List<AgendaItem> items = SessionStore.items(tx, community, id);
        AgendaItem current = items.get(session.current() - 1);
        Matter matter = current.matter() == null
                ? null
                : matters.find(tx, community, current.matter()).orElse(null);
        List<Poll> put = polls.allOfSession(tx, community, id);
        List<Poll> all = put.stream().filter(poll -> !poll.isVoid()).toList();
        Poll newest = newest(all, current);
        SessionExtension.Shown shown = extension.shown(tx, session, current, all);
        Instant now = clock.instant();
        return new SessionView(
                session,
                AgendaView.of(items, session),
                current,
                matter,
                matter == null || newest != null
                        ? null
                        : SessionVote.refusal(tx, matters, polls, matter).orElse(null),
                quorums.view(tx, session, matter),
                newest == null ? null : PollView.of(newest),
                newest == null ? annulled(put, current) : null,
                FloorView.read(tx, session, current.id(), now),
                shown,
                now,
                version,
                personalVersion(session, newest, shown));
    }

    private static @Nullable Poll newest(List<Poll> polls, AgendaItem current) {
        return polls.stream()
                .filter(poll -> poll.open() || poll.decides())
                .filter(poll -> Objects.equals(poll.question().item(), current.id()))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** The last thing that happened to the item is that its poll was made void. */
    private static @Nullable PollView annulled(List<Poll> polls, AgendaItem current) {
        return polls.stream()
                .filter(poll -> Objects.equals(poll.question().item(), current.id()))
                .reduce((a, b) -> b)
                .filter(Poll::isVoid)
                .map(PollView::of)
                .orElse(null);
    }

    private static String personalVersion(Session session, @Nullable Poll newest, SessionExtension.Shown shown) {
        return session.state().key()
                + session.current()
                + (newest == null ? "" : newest.id() + newest.state().name())
                + shown.personalVersion();
    }
}
