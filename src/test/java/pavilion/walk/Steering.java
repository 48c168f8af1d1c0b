package pavilion.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where to go next: now and then anywhere, mostly to a kind of act that was seldom done, at a page where it was seen; and as soon
 * as something happens in a session or with a poll, to those whom it may concern.
 */
final class Steering {
    /** Of which acts at most one in so many is of this kind, because more of them would leave the walk nothing to do. */
    private static final Map<String, Integer> SELDOM = Map.ofEntries(
            // days that pass end what could still be done in them
            Map.entry("POST /clock", 60),
            // a walker who loses a post takes away what only this post may do
            Map.entry("POST /c/:c/desk/people/:id/roles/end", 400),
            // passwords, rolls and whole courtyards of papers cost a second each
            Map.entry("POST /sign-in", 100),
            Map.entry("POST /c/:c/desk/import", 150),
            Map.entry("POST /c/:c/desk/slips", 300),
            Map.entry("POST /sign-out", 200),
            Map.entry("POST /sign-out-everywhere", 200),
            // what was called off or withdrawn comes to no vote
            Map.entry("POST /c/:c/sessions/:id/off", 200),
            Map.entry("POST /c/:c/matters/:id/withdraw", 150),
            Map.entry("POST /c/:c/matters/:id/triage", 60),
            // a meeting that is over, or off to another day, takes no more votes
            Map.entry("POST /c/:c/sessions/:id/close", 100),
            Map.entry("POST /c/:c/sessions/:id/adjourn", 200),
            Map.entry("POST /c/:c/polls/:id/void", 100));

    private static final int SEEN = 12;
    private static final int COMPARED = 5;
    private static final int OFTEN = 2;
    private static final int MOST_VISITS = 150;

    private final List<Walker> walkers;
    private final Map<String, Deque<Step>> seen = new HashMap<>();
    private final Map<String, Use> uses = new TreeMap<>();
    private final Map<String, Integer> followed = new HashMap<>();
    private final Deque<Step> visits = new ArrayDeque<>();
    private int acts;
    private int steps;
    private int forms;

    /** @param key the kind of act to do there; null for any */
    record Step(Walker walker, String path, @Nullable String key) {}

    /** How often a kind of act was tried, and with what answers. */
    private static final class Use {
        private int tried;
        private int accepted;
        private final Map<Integer, Integer> answers = new TreeMap<>();
        private final Map<String, Integer> refusals = new HashMap<>();

        String refused() {
            return refusals.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(2)
                    .map(each -> "\n        " + each.getValue() + " " + each.getKey())
                    .collect(Collectors.joining());
        }
    }

    Steering(List<Walker> walkers) {
        this.walkers = new ArrayList<>(walkers);
    }

    synchronized void saw(Walker walker, ShownPage page) {
        for (PageForm form : page.forms()) {
            if (form.post()) {
                Deque<Step> steps = seen.computeIfAbsent(form.key(), k -> new ArrayDeque<>());
                Step step = new Step(walker, page.path(), form.key());
                if (steps.contains(step)) {
                    continue;
                }
                if (steps.size() == SEEN) {
                    steps.removeFirst();
                }
                steps.addLast(step);
            }
        }
    }

    /** What was seen there is no longer so. */
    synchronized void gone(Step step) {
        seen.getOrDefault(step.key(), new ArrayDeque<>()).remove(step);
    }

    /** Somebody should look at this soon. */
    synchronized void visit(Walker walker, String path) {
        Step step = new Step(walker, path, null);
        if (visits.size() < MOST_VISITS && !visits.contains(step)) {
            visits.addLast(step);
        }
    }

    /** How many of all steps ended with a form that was sent. */
    synchronized void stepped(boolean sent) {
        steps++;
        forms += sent ? 1 : 0;
    }

    synchronized Step next(Random random) {
        int dice = random.nextInt(10);
        if (dice < 4 && !visits.isEmpty()) {
            return visits.removeFirst();
        }
        if (dice < 9 && !seen.isEmpty()) {
            List<String> keys = seen.entrySet().stream()
                    .filter(each -> !each.getValue().isEmpty() && allowed(each.getKey()))
                    .map(Map.Entry::getKey)
                    .toList();
            String key = random.ints(COMPARED, 0, keys.size())
                    .mapToObj(keys::get)
                    .min(Comparator.comparingInt(this::weight))
                    .orElseThrow();
            List<Step> steps = new ArrayList<>(seen.get(key));
            // What was seen last is most likely still there.
            return steps.get(Math.max(random.nextInt(steps.size()), random.nextInt(steps.size())));
        }
        Walker walker = walkers.get(random.nextInt(walkers.size()));
        return new Step(walker, random.nextInt(4) == 0 ? walker.start() : walker.at(), null);
    }

    private int weight(String key) {
        Use use = uses.get(key);
        return use == null ? 0 : use.tried + 2 * use.accepted;
    }

    synchronized boolean allowed(String key) {
        Integer one = SELDOM.entrySet().stream()
                .filter(each -> key.equals(each.getKey()) || key.startsWith(each.getKey() + " "))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        Use use = uses.get(key);
        return one == null || use == null || use.tried * one <= acts;
    }

    /** Of these forms the one that was least done, most of the time. */
    synchronized @Nullable PageForm seldom(List<PageForm> forms, Random random) {
        return forms.stream()
                .filter(each -> each.post() && allowed(each.key()))
                .min(Comparator.comparingDouble(each -> (weight(each.key()) + 1) * random.nextDouble()))
                .orElse(null);
    }

    synchronized void did(String key, int status, String said) {
        acts++;
        Use use = uses.computeIfAbsent(key, k -> new Use());
        use.tried++;
        use.accepted += status == PageAnswer.SEE_OTHER || status == 200 ? 1 : 0;
        use.answers.merge(status, 1, Integer::sum);
        if (!said.isEmpty()) {
            use.refusals.merge(said.substring(0, Math.min(120, said.length())), 1, Integer::sum);
        }
    }

    /** Of the links of a page those that this person followed least; what was followed often already only now and then. */
    synchronized List<String> leastFollowed(Walker walker, List<String> links, int most, Random random) {
        List<String> chosen = links.stream()
                .filter(each -> followed(walker, each) < OFTEN || random.nextInt(150) == 0)
                .map(each -> Map.entry(each, (followed(walker, each) + 1) * random.nextDouble()))
                .sorted(Map.Entry.comparingByValue())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        chosen.forEach(each -> followed.merge(mark(walker, each), 1, Integer::sum));
        return chosen;
    }

    private int followed(Walker walker, String link) {
        return followed.getOrDefault(mark(walker, link), 0);
    }

    private static String mark(Walker walker, String link) {
        return (link.startsWith("/static/") ? "" : walker.kind() + " ") + Addresses.pattern(link);
    }

    synchronized List<Walker> walkers() {
        return List.copyOf(walkers);
    }

    /** More people, who know of what is at their first page. */
    synchronized void join(List<Walker> more) {
        walkers.addAll(more);
        more.forEach(each -> visit(each, each.at()));
    }

    synchronized List<String> told() {
        List<String> lines = new ArrayList<>();
        lines.add("%d steps, %d with a form sent, %d visits left".formatted(steps, forms, visits.size()));
        uses.forEach((key, use) -> lines.add("%5d %s %s%s".formatted(use.tried, key, use.answers, use.refused())));
        seen.keySet().stream()
                .filter(key -> !uses.containsKey(key))
                .sorted()
                .forEach(key -> lines.add("%5d %s".formatted(0, key)));
        return lines;
    }
}
