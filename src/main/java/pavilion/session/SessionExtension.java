package pavilion.session;

import java.util.List;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.poll.Poll;

/** What another package shows on the pages of a session: the same for everybody, and something for one person. */
public interface SessionExtension {
    /**
     * @param personalVersion changes whenever the personal part of the page should be fetched again
     * @param model the names that the templates read
     */
    record Shown(String personalVersion, Map<String, Object> model) {}

    /** @param item the one under consideration */
    Shown shown(Tx tx, Session session, AgendaItem item, List<Poll> polls);

    /** @param voices whether this person speaks for anybody present */
    Map<String, Object> mine(Session session, CurrentUser me, boolean voices);
}
