package pavilion.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.matter.Matter;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.web.StepLine;

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
        FloorView floor,
        Beside.Shown beside,
        Instant now,
        long version,
        String me) {

    /** An agenda item and where it stands: done, now or later. */
    record Item(
            int ordinal,
            String title,
            int minutes,
            String state,
            @Nullable String ended) {
        static Item of(AgendaItem item, Session session) {
            String state = session.isClosed() || item.ordinal() < session.current()
                    ? "done"
                    : item.ordinal() == session.current() ? "now" : "later";
            return new Item(
                    item.ordinal(),
                    item.title(),
                    item.minutes(),
                    state,
                    item.debate().ended());
        }
    }

    /** The same, looked at later. */
    SessionView at(Instant later) {
        return new SessionView(
                session, items, current, matter, present, quorum, newestPoll, poll, floor, beside, later, version, me);
    }

    boolean quorate() {
        return quorum != null && quorum.met();
    }

    /** There is something to vote on, and enough are here. */
    boolean mayAsk() {
        return session.isOpen()
                && quorate()
                && newestPoll == null
                && current.debate().ready();
    }

    boolean mayOpenPoll() {
        return mayAsk() && !current.motion().isBlank();
    }

    boolean pollOpen() {
        return newestPoll != null && newestPoll.open();
    }

    /** Nothing is left to do on the item in hand: it was put to the vote, or ended without one. */
    boolean settled() {
        return newestPoll != null || current.debate().ended() != null;
    }

    /** People speak to the item in hand until it is put to the vote. */
    boolean talks() {
        return session.isOpen() && !settled();
    }

    boolean hasNext() {
        return session.current() < items.size();
    }

    int count() {
        return items.size();
    }

    /** The names that every template of a session reads. */
    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>(beside.model());
        model.put("view", this);
        model.put("session", session);
        model.put("items", items);
        model.put("current", current);
        model.put("present", present);
        model.put("version", version);
        model.put("floor", floor);
        model.put("now", now);
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
