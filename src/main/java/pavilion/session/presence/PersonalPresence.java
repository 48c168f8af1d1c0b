package pavilion.session.presence;

import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.session.Session;

/**
 * Whether one person is present.
 *
 * @param how they or their household came: on site if either is; null where neither is present
 * @param voices whether they speak for anybody present
 */
public record PersonalPresence(@Nullable PresenceSource how, boolean voices) {
    public static final PersonalPresence NONE = new PersonalPresence(null, false);

    public static PersonalPresence of(Tx tx, Session session, long person, long household) {
        return PresenceStore.personal(tx, session, person, household);
    }

    public boolean here() {
        return how != null;
    }

    public boolean remote() {
        return how == PresenceSource.REMOTE;
    }
}
