package pavilion.live;

import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;

/**
 * What one kind of channel shows, and to whom. Both methods run on virtual threads and may wait for the database.
 */
public interface ChannelSource {
    /**
     * @param user nobody where the browser is not signed in
     * @param screenKey from the address, empty where none was given
     */
    boolean mayEnter(@Nullable CurrentUser user, ChannelKey channel, String screenKey);

    RenderedParts render(ChannelKey channel);
}
