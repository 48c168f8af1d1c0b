package pavilion.audit;

import java.util.List;

/** Who must sign a count: two people who watch, one of them a scrutineer. The server and the check of an export ask here. */
public final class CountSigners {
    private static final int NEEDED = 2;

    private CountSigners() {}

    /** @param posts keys of roles, one of each person who signed */
    public static boolean enough(List<String> posts) {
        return posts.size() >= NEEDED && posts.contains("scrutineer");
    }
}
