package pavilion.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder belongs to another running process. */
public final class FolderInUse extends RuntimeException {
    public FolderInUse(Path folder, @Nullable Throwable cause) {
        super(folder.toString(), cause);
    }
}
