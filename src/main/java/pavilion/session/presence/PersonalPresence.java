package pavilion.session.presence;

import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.session.Session;

/**
 * Whether one person is present.
 *
 * @param how they or their household came: on site if either is; null where neither is present
 * @param voices whether they speak for anybody present
 * @param listed whether they speak for anybody on a roll that was locked; true too where none is locked yet
 */
public record PersonalPresence(@Nullable PresenceSource how, boolean voices, boolean listed) {
    public static final PersonalPresence NONE = new PersonalPresence(null, false, true);

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
