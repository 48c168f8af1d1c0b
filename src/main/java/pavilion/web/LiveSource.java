package pavilion.web;

import org.jspecify.annotations.Nullable;

/** A kind of room: who may enter, and what it shows. Both run on virtual threads and may wait for the database. */
public interface LiveSource {
    /** @param key the screen key of the address, empty where none was given */
    boolean mayEnter(@Nullable Viewer viewer, int community, long id, String key);

    Fragments render(int community, long id);
}
