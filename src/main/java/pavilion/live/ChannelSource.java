package pavilion.live;

import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;

/** A kind of room: who may enter, and what it shows. Both run on virtual threads and may wait for the database. */
public interface ChannelSource {
    /** @param key the screen key of the address, empty where none was given */
    boolean mayEnter(@Nullable CurrentUser viewer, int community, long id, String key);

    RenderedParts render(int community, long id);
}
