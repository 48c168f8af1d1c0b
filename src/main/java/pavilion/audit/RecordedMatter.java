package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What the chain of a matter says of it, read act by act. An export has to say the same. Acts that change nothing that an
 * export says are passed over.
 */
final class RecordedMatter {
    /** An act that cannot follow on those before it, or cannot be read. */
    static final class Contradiction extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long seq;

        private Contradiction(long seq, RuntimeException cause) {
            super("act " + seq, cause);
            this.seq = seq;
        }

        long seq() {
            return seq;
        }
    }

    private final JsonObject facts = new JsonObject();
    private final Map<Long, RecordedPoll> polls = new LinkedHashMap<>();
    private final Map<Long, List<String>> signers = new HashMap<>();
    private final Map<Long, Long> objections = new HashMap<>();
    private final List<RecordedResolution> resolutions = new ArrayList<>();

    private RecordedMatter() {}

    /** @throws Contradiction at the first act that cannot be */
    static RecordedMatter of(List<ChainEntry> acts) {
        var matter = new RecordedMatter();
        for (ChainEntry act : acts) {
            try {
                matter.take(act);
            } catch (RuntimeException e) {
                // A payload may hold anything, so whatever is thrown means that this act is none that was written here.
                throw new Contradiction(act.seq(), e);
            }
        }
        return matter;
    }

    /** {@code number, title, place, template, rule}, as they stand after the last act. */
    JsonObject facts() {
        return facts;
    }

    /** In the order in which they were opened. */
    List<RecordedPoll> polls() {
        return List.copyOf(polls.values());
    }

    List<RecordedResolution> resolutions() {
        return List.copyOf(resolutions);
    }

    private void take(ChainEntry act) {
        // A chain begins with the act that opened its matter, and with no other.
        require(act.act().equals("open") == facts.isEmpty());
        switch (act.act()) {
            case "open" -> keep(payload(act), "number", "title", "place", "template", "rule");
            case "correct" -> keep(payload(act), "title");
            case "stage.reroute" -> keep(payload(act), "template", "rule");
            case "poll.opened" -> opened(RecordedPoll.opened(act, payload(act)));
            case "poll.closed" -> poll(payload(act), poll -> poll.closed(act, payload(act)));
            case "poll.void" -> annulled(act, payload(act));
            case "poll.unsigned" -> require(signers.putIfAbsent(counted(payload(act)), new ArrayList<>()) == null);
            case "poll.objected" -> objections.merge(counted(payload(act)), 1L, Long::sum);
            case "poll.signed" -> signed(act, payload(act));
            case "resolution" -> posted(payload(act));
            case "resolution.minority" ->
                change(RecordedResolution::inForce, each -> each.with(Export.text(payload(act), "text")));
            case "objection.answer" -> answered(payload(act));
            default -> {
                // Nothing in the file repeats it.
            }
        }
    }

    /** @throws IllegalStateException if it is not as it was written: a name given twice shows two readers two payloads */
    private static JsonObject payload(ChainEntry act) {
        JsonObject payload = new JsonObject(act.payload());
        require(payload.encode().equals(act.payload()));
        return payload;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException();
        }
    }

    private void keep(JsonObject payload, String... fields) {
        for (String field : fields) {
            facts.put(field, Export.text(payload, field));
        }
    }

    private void opened(RecordedPoll poll) {
        // A matter is put to the vote again only after the poll before was made void.
        require(!poll.decides()
                || polls.values().stream().noneMatch(each -> each.decides() && each.voidReason() == null));
        require(polls.putIfAbsent(poll.id(), poll) == null);
    }

    private void poll(JsonObject payload, UnaryOperator<RecordedPoll> change) {
        RecordedPoll poll = Objects.requireNonNull(polls.get(Export.whole(payload, "poll")));
        polls.put(poll.id(), change.apply(poll));
    }

    // Whoever signs takes back what they objected before; the act says how many that were, and not who.
    private void signed(ChainEntry act, JsonObject payload) {
        long poll = counted(payload);
        Objects.requireNonNull(signers.get(poll)).add(act.by());
        long left = objections.getOrDefault(poll, 0L) - Export.whole(payload, "lifts");
        require(left >= 0);
        objections.put(poll, left);
    }

    private long counted(JsonObject payload) {
        long poll = Export.whole(payload, "poll");
        require(Objects.requireNonNull(polls.get(poll)).stands());
        return poll;
    }

    /** Whether its count has to be signed and is not, so that nothing was posted yet. */
    boolean unsigned(long poll) {
        List<String> posts = signers.get(poll);
        return posts != null && (objections.getOrDefault(poll, 0L) > 0 || !CountSigners.enough(posts));
    }

    private void annulled(ChainEntry act, JsonObject payload) {
        poll(payload, poll -> poll.annulled(act, payload));
        Long id = Export.whole(payload, "poll");
        if (resolutions.stream().anyMatch(each -> each.inForce() && id.equals(each.poll()))) {
            change(
                    each -> each.inForce() && id.equals(each.poll()),
                    each -> each.withdrawn(payload.getString("reason")));
        }
    }

    private void posted(JsonObject payload) {
        var fresh = new RecordedResolution(payload, facts.copy(), Export.text(payload, "minority"), null);
        String number = fresh.number();
        require(payload.containsKey("poll"));
        require(resolutions.stream()
                .noneMatch(each -> each.inForce() || each.number().equals(number)));
        Long poll = fresh.poll();
        List<RecordedPoll> deciding = polls.values().stream()
                .filter(each -> each.decides() && each.stands())
                .toList();
        // What was decided by a poll says by which, and says it once; a count that has to be signed is signed before.
        require(poll == null || !unsigned(poll));
        require(
                poll == null
                        ? deciding.isEmpty()
                        : deciding.stream().anyMatch(each -> each.id() == poll)
                                && resolutions.stream().noneMatch(each -> poll.equals(each.poll())));
        resolutions.add(fresh);
    }

    private void answered(JsonObject payload) {
        String number = Export.text(payload, "resolution");
        require(resolutions.stream().anyMatch(each -> each.number().equals(number)));
        boolean upheld = Export.text(payload, "decision").equals("upheld");
        if (upheld
                && resolutions.stream()
                        .anyMatch(each -> each.inForce() && each.number().equals(number))) {
            change(each -> each.number().equals(number), each -> each.withdrawn(Export.text(payload, "answer")));
        }
    }

    /** Changes the only one of that kind. */
    private void change(Predicate<RecordedResolution> which, UnaryOperator<RecordedResolution> change) {
        List<RecordedResolution> meant = resolutions.stream().filter(which).toList();
        require(meant.size() == 1);
        resolutions.replaceAll(each -> each.equals(meant.getFirst()) ? change.apply(each) : each);
    }
}
