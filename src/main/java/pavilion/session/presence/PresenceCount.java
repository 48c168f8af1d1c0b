package pavilion.session.presence;

import pavilion.db.Tx;
import pavilion.session.Session;

/**
 * How many voters are present for the item under consideration.
 *
 * @param present as its rule counts
 * @param byProxy of those, through somebody else
 * @param remote of those, not on site
 * @param listening remotely, where its rule does not count them
 */
public record PresenceCount(int present, int byProxy, int remote, int listening) {
    static final PresenceCount NONE = new PresenceCount(0, 0, 0, 0);

    public static PresenceCount of(Tx tx, Session session) {
        return PresenceStore.count(tx, session.community(), session.id());
    }
}
