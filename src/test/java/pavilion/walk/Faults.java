package pavilion.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, each kind with its first cases, so that it can be done again. */
final class Faults {
    private static final int SHOWN = 3;
    private static final int MOST_KINDS = 60;

    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private int all;

    /**
     * @param kind what is wrong and where, without ids: cases of one kind are told together
     * @param how who did what, and what came of it
     */
    synchronized void add(String kind, String how) {
        all++;
        List<String> cases = found.computeIfAbsent(kind, k -> new ArrayList<>());
        if (cases.size() < SHOWN) {
            cases.add(how);
        } else {
            cases.set(SHOWN - 1, how);
        }
    }

    synchronized boolean none() {
        return found.isEmpty();
    }

    synchronized boolean tooMany() {
        return found.size() >= MOST_KINDS;
    }

    synchronized String told() {
        StringBuilder text = new StringBuilder(all + " faults of " + found.size() + " kinds\n");
        found.forEach((kind, cases) -> {
            text.append("- ").append(kind).append('\n');
            cases.forEach(each -> text.append("    ").append(each).append('\n'));
        });
        return text.toString();
    }
}
