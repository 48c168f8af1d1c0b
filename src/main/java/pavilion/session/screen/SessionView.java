package pavilion.session.screen;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.document.PaperPrinter;
import pavilion.matter.Matter;
import pavilion.poll.PollView;
import pavilion.rules.Refusal;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionExtension;
import pavilion.session.agenda.AgendaView;
import pavilion.session.floor.FloorView;
import pavilion.session.presence.PresenceView;

/**
 * Everything that the pages of a session show to everybody, read once: pages, live fragments and the projector alike.
 *
 * @param current the agenda item under consideration
 * @param matter of that item, null where there is nothing to decide
 * @param unaskable why that matter cannot be put to the vote here, null where it can
 * @param poll the newest on that item, open or counted
 * @param annulled the last poll on that item, where it was made void and nothing was put since
 * @param version of all this: it grows with every change
 * @param personalVersion changes whenever one person's part of the page should be fetched again
 */
record SessionView(
        Session session,
        AgendaView agenda,
        AgendaItem current,
        @Nullable Matter matter,
        @Nullable Refusal unaskable,
        PresenceView presence,
        @Nullable PollView poll,
        @Nullable PollView annulled,
        FloorView floor,
        SessionExtension.Shown shown,
        Instant now,
        long version,
        String personalVersion) {

    /** What the printed call cannot show of its words. */
    String unprintable() {
        Stream<String> titles = agenda.lines().stream().map(AgendaView.Line::title);
        return PaperPrinter.unprintable(
                Stream.concat(Stream.of(session.title(), session.call().venue()), titles)
                        .toArray(String[]::new));
    }

    /** Its moment has come, or comes shortly. */
    boolean mayOpen() {
        Instant from = session.opensFrom();
        return from != null && !now.isBefore(from);
    }

    /** The same, looked at later. */
    SessionView at(Instant later) {
        return new SessionView(
                session,
                agenda,
                current,
                matter,
                unaskable,
                presence,
                poll,
                annulled,
                floor,
                shown,
                later,
                version,
                personalVersion);
    }

    /** What the moderator can do next. */
    ConsoleState consoleState() {
        return ConsoleState.of(this);
    }

    ProjectorState projectorState() {
        return ProjectorState.of(this);
    }

    /** There is something to vote on, and enough voters are present. */
    boolean mayAsk() {
        return session.isOpen()
                && presence.quorate()
                && poll == null
                && unaskable == null
                && current.debate().ready();
    }

    boolean mayOpenPoll() {
        return mayAsk() && !current.motion().isBlank();
    }

    /** It is counted, and the projector does not show it yet. */
    boolean resultWaits() {
        return poll != null && poll.isClosed() && !poll.shown();
    }

    boolean pollOpen() {
        return poll != null && poll.isOpen();
    }

    /** People speak to the item under consideration until it is put to the vote. */
    boolean talks() {
        return session.isOpen() && poll == null && current.debate().ending() == null;
    }

    /** Nothing is left to decide on the item: it was voted on, it ended without a vote, or there is nothing to vote on. */
    boolean done() {
        return poll != null || matter == null || current.debate().ending() != null;
    }

    boolean hasNext() {
        return session.current() < agenda.count();
    }

    /** The names that every template of a session reads. */
    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>(shown.model());
        model.put("view", this);
        model.put("session", session);
        model.put("agenda", agenda);
        model.put("current", current);
        model.put("presence", presence);
        model.put("version", version);
        model.put("floor", floor);
        model.put("now", now);
        if (poll != null) {
            model.put("poll", poll);
            model.put("pollId", poll.poll().id());
        }
        if (annulled != null) {
            model.put("annulled", annulled);
        }
        if (matter != null) {
            model.put("matter", matter);
        }
        return model;
    }
}
