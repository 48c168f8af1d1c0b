package pavilion.motion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;

/** Every motion of a session, for the minutes. */
public final class MotionLog {
    private MotionLog() {}

    /**
     * @param before the text that an amendment changed or wished to change, null where it is none
     * @param after the text as it became, or would have
     */
    public record Entry(
            Motion motion,
            @Nullable String before,
            @Nullable String after) {}

    /** In the order in which they were moved, item by item. */
    public static List<Entry> read(Tx tx, int community, long session) {
        Map<Long, Map<Integer, String>> texts = new HashMap<>();
        return MotionStore.ofSession(tx, community, session).stream()
                .map(motion -> {
                    Motion.Change change = motion.change();
                    String before = change == null
                            ? null
                            : texts.computeIfAbsent(
                                            motion.item(), item -> MotionStore.texts(tx, community, session, item))
                                    .get(change.base());
                    return new Entry(motion, before, change == null ? null : change.text());
                })
                .toList();
    }
}
