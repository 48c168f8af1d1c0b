package pavilion.session;

import java.util.List;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.poll.Poll;

/** What another room shows on the pages of a meeting: read for everybody together with it, and for one person. */
public interface SessionExtension {
    SessionExtension NOTHING = new SessionExtension() {
        @Override
        public Shown shown(Tx tx, Session session, AgendaItem item, List<Poll> polls) {
            return new Shown("", Map.of());
        }

        @Override
        public Map<String, Object> mine(Session session, CurrentUser me, boolean voices) {
            return Map.of();
        }
    };

    /**
     * @param me changes whenever the personal part of the page should be asked for again
     * @param model the names that the templates read
     */
    record Shown(String me, Map<String, Object> model) {}

    /** @param item the one in hand */
    Shown shown(Tx tx, Session session, AgendaItem item, List<Poll> polls);

    /** @param voices whether this person speaks for anybody present */
    Map<String, Object> mine(Session session, CurrentUser me, boolean voices);
}
