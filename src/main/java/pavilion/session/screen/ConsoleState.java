package pavilion.session.screen;

import java.util.Locale;

/** What the moderator can do next; each has a partial of its own, {@code session/console-}key. */
enum ConsoleState {
    /** Closed, or called off: nothing more. */
    ENDED,
    /** Called or paused: it can be opened. */
    WAITING,
    /** A poll is open: it can be closed. */
    VOTING,
    /** A poll is counted: its result can be shown. */
    COUNTED,
    /** The motion can be put to the vote. */
    READY,
    /** The item is done: the next one can be taken up. */
    NEXT,
    /** The last item is done: the session can be closed. */
    LAST,
    /** The item is debated, and cannot be put to the vote yet. */
    DEBATE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ConsoleState of(SessionView view) {
        if (view.session().ended()) {
            return ENDED;
        }
        if (!view.session().isOpen()) {
            return WAITING;
        }
        if (view.pollOpen()) {
            return VOTING;
        }
        if (view.resultWaits()) {
            return COUNTED;
        }
        if (view.done()) {
            return view.hasNext() ? NEXT : LAST;
        }
        return view.mayOpenPoll() ? READY : DEBATE;
    }
}
