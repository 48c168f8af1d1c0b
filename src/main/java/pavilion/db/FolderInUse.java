package pavilion.db;

import java.nio.file.Path;

/** The data folder belongs to another running process. */
public final class FolderInUse extends RuntimeException {
    FolderInUse(Path folder) {
        super(folder.toString());
    }
}
