package pavilion.session.screen;

import java.util.Locale;
import pavilion.poll.PollView;

/** What the projector shows in the middle; each has a partial of its own, {@code session/projector-}key. */
enum ProjectorState {
    /** A poll is counted, and the moderator has not shown its result yet. */
    COUNTED,
    RESULT,
    /** A poll is open. */
    VOTING,
    /** The item under consideration is debated. */
    DEBATE,
    /** Called, but not open; or closed. */
    RECESS,
    /** It continues on another day. */
    ADJOURNED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProjectorState of(SessionView view) {
        PollView poll = view.poll();
        if (poll != null && poll.isClosed()) {
            return poll.shown() ? RESULT : COUNTED;
        }
        if (!view.session().isOpen()) {
            return view.session().adjourned() ? ADJOURNED : RECESS;
        }
        return poll != null && poll.isOpen() ? VOTING : DEBATE;
    }
}
