package pavilion.session;

import java.util.Arrays;
import pavilion.live.ChannelKey;
import pavilion.live.Channels;

/** The pages of a session that keep themselves up to date, each with a channel of its own. */
public enum SessionScreen {
    /** What everybody whom the session concerns sees on their own phone. */
    PHONE("session"),
    /** The moderator's page. */
    CONSOLE("console"),
    PROJECTOR("wall");

    private final String kind;

    SessionScreen(String kind) {
        this.kind = kind;
    }

    /** The kind of its channels: browsers send it when they subscribe. */
    public String kind() {
        return kind;
    }

    /** The channel of this page of one session. */
    public ChannelKey channel(int community, long session) {
        return new ChannelKey(kind, community, session);
    }

    /** Has all pages of a session rendered anew; to be called after the commit. */
    public static void changed(Channels live, int community, long session) {
        Arrays.stream(values()).forEach(screen -> live.touch(screen.channel(community, session)));
    }
}
