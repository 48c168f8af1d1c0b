package pavilion.live;

import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;

/**
 * Whose sockets are counted together: a person's; or, where nobody is signed in, those of one channel from one address, so
 * that a screen key that became known cannot push out the screen in the hall.
 *
 * @param community the person's own; 0 where nobody is signed in
 * @param person 0 where nobody is signed in
 */
record SocketOwner(int community, long person, String screen) {
    static SocketOwner of(@Nullable CurrentUser user, ChannelKey channel, String address) {
        return user == null
                ? new SocketOwner(0, 0, channel + " " + address)
                : new SocketOwner(user.community(), user.person(), "");
    }
}
