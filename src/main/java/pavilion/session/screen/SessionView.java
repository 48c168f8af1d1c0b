package pavilion.session.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.matter.Matter;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionExtension;
import pavilion.session.floor.FloorView;
import pavilion.web.ReasoningLine;

/** Everything that a room sees of its meeting, read once: pages, live fragments and the wall all show this. */
public record SessionView(
        Session session,
        List<Item> items,
        AgendaItem current,
        @Nullable Matter matter,
        int present,
        int listening,
        String unit,
        int byProxy,
        @Nullable ReasoningLine quorum,
        @Nullable Poll newestPoll,
        @Nullable PollView poll,
        FloorView floor,
        SessionExtension.Shown beside,
        Instant now,
        long version,
        String me) {

    /**
     * An agenda item and where it stands: done, now or later.
     *
     * @param hour when it is expected to begin, as long as the meeting itself has not begun
     */
    public record Item(
            long id,
            int ordinal,
            @Nullable Long matterId,
            String title,
            int minutes,
            String state,
            @Nullable Instant hour,
            @Nullable String ended) {
        static List<Item> all(List<AgendaItem> items, Session session) {
            Instant hour = session.called() || session.adjourned() ? session.comesAt() : null;
            int from = session.called() ? 1 : session.current();
            List<Item> all = new ArrayList<>();
            for (AgendaItem item : items) {
                boolean ahead = hour != null && item.ordinal() >= from;
                all.add(new Item(
                        item.id(),
                        item.ordinal(),
                        item.matter(),
                        item.title(),
                        item.minutes(),
                        state(item, session),
                        ahead ? hour : null,
                        item.debate().ended()));
                hour = ahead ? hour.plus(Duration.ofMinutes(item.minutes())) : hour;
            }
            return all;
        }

        private static String state(AgendaItem item, Session session) {
            if (session.isClosed() || item.ordinal() < session.current()) {
                return "done";
            }
            return item.ordinal() == session.current() && session.openedAt() != null ? "now" : "later";
        }
    }

    /** The same, looked at later. */
    SessionView at(Instant later) {
        return new SessionView(
                session,
                items,
                current,
                matter,
                present,
                listening,
                unit,
                byProxy,
                quorum,
                newestPoll,
                poll,
                floor,
                beside,
                later,
                version,
                me);
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

    /** It is counted, and the wall does not show it yet. */
    boolean resultWaits() {
        return session.isOpen() && newestPoll != null && newestPoll.closed() && !newestPoll.shown();
    }

    boolean pollOpen() {
        return newestPoll != null && newestPoll.open();
    }

    /** People speak to the item in hand until it is put to the vote. */
    boolean talks() {
        return session.isOpen() && newestPoll == null && current.debate().ended() == null;
    }

    /** Nothing is left to decide on the item in hand: it was voted on, it ended without, or there is nothing to vote on. */
    boolean done() {
        return newestPoll != null || matter == null || current.debate().ended() != null;
    }

    /** Planned for all items together. */
    int minutes() {
        return items.stream().mapToInt(Item::minutes).sum();
    }

    boolean hasNext() {
        return session.current() < items.size();
    }

    boolean several() {
        return items.size() > 1;
    }

    int count() {
        return items.size();
    }

    /** The names that every template of a session reads. */
    public Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>(beside.model());
        model.put("view", this);
        model.put("session", session);
        model.put("items", items);
        model.put("current", current);
        model.put("present", present);
        model.put("unit", unit);
        model.put("byProxy", byProxy);
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
