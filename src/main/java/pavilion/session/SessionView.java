package pavilion.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.poll.Polling;
import pavilion.rules.Outcome;
import pavilion.web.StepLine;
import pavilion.web.Stop;

/** Everything that a room sees of its meeting, read once: pages, live fragments and the wall all show this. */
record SessionView(
        Session session,
        List<Item> items,
        AgendaItem current,
        @Nullable Matter matter,
        int present,
        @Nullable StepLine quorum,
        @Nullable Poll newestPoll,
        @Nullable PollView poll,
        long version,
        String me) {

    /** An agenda item and where it stands: done, now or later. */
    record Item(int ordinal, String title, String state) {}

    static SessionView read(Tx tx, Polling polling, Matters matters, int community, long id) {
        Session session = SessionStore.find(tx, community, id).orElseThrow(Stop::notFound);
        List<AgendaItem> items = SessionStore.items(tx, community, id);
        AgendaItem current = items.get(session.current() - 1);
        Matter matter = current.matter() == null
                ? null
                : matters.find(tx, community, current.matter()).orElse(null);
        int present = SessionStore.presentCount(tx, community, id);
        List<Poll> polls = polling.ofSession(tx, community, id);
        Poll newest = polls.stream()
                .filter(p -> matter != null && p.matter() == matter.id())
                .reduce((a, b) -> b)
                .orElse(null);
        long version =
                session.version() + polls.stream().mapToLong(Poll::version).sum();
        String me = session.state()
                + session.current()
                + (newest == null ? "" : newest.id() + newest.state().name());
        return new SessionView(
                session,
                items.stream().map(i -> item(i, session)).toList(),
                current,
                matter,
                present,
                quorum(polling, matters, session, matter, present),
                newest,
                newest == null ? null : PollView.of(newest),
                version,
                me);
    }

    private static Item item(AgendaItem item, Session session) {
        String state = session.isClosed() || item.ordinal() < session.current()
                ? "done"
                : item.ordinal() == session.current() ? "now" : "later";
        return new Item(item.ordinal(), item.title(), state);
    }

    private static @Nullable StepLine quorum(
            Polling polling, Matters matters, Session session, @Nullable Matter matter, int present) {
        if (matter == null || session.members() == 0) {
            return null;
        }
        Outcome outcome = polling.quorum(matters.rule(matter).id(), session.members(), present);
        return outcome.steps().isEmpty() ? null : StepLine.of(outcome.steps().getFirst());
    }

    boolean quorate() {
        return quorum != null && quorum.met();
    }

    boolean mayOpenPoll() {
        return session.isOpen() && quorate() && !current.motion().isBlank() && (newestPoll == null);
    }

    boolean pollOpen() {
        return newestPoll != null && newestPoll.open();
    }

    boolean hasNext() {
        return session.current() < items.size();
    }

    int count() {
        return items.size();
    }

    /** The names that every template of a session reads. */
    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("view", this);
        model.put("session", session);
        model.put("items", items);
        model.put("current", current);
        model.put("present", present);
        model.put("version", version);
        if (quorum != null) {
            model.put("quorum", quorum);
        }
        if (poll != null && newestPoll != null) {
            model.put("poll", poll);
            model.put("pollId", newestPoll.id());
        }
        if (matter != null) {
            model.put("matter", matter);
        }
        return model;
    }
}
