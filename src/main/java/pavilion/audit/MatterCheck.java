package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.audit.RecordedMatter.Contradiction;
import pavilion.rules.Catalogue;
import pavilion.rules.Sha256;
import pavilion.rules.procedure.Ending;

/** Everything that an export says, held against what its acts say: the matter, its polls, its resolutions. */
final class MatterCheck {
    private final Catalogue law;
    private final Export export;
    private final List<Finding> found;
    /** What has to be in the file of each poll that could be checked. */
    private final Map<Long, JsonObject> polls = new HashMap<>();

    MatterCheck(Catalogue law, Export export, List<Finding> found) {
        this.law = law;
        this.export = export;
        this.found = found;
    }

    void check() {
        try {
            RecordedMatter recorded = RecordedMatter.of(export.acts());
            matter(recorded);
            if (samePolls(recorded)) {
                polls(recorded);
                resolutions(recorded);
            }
        } catch (Contradiction wrong) {
            found.add(Finding.bad("audit.verify.acts.bad", wrong.seq()));
        }
    }

    private void matter(RecordedMatter recorded) {
        String number = String.valueOf(recorded.facts().getString("number"));
        found.add(JsonDifference.first(recorded.facts(), export.matter())
                .map(other -> Finding.bad("audit.verify.matter.bad", other.path(), other.said(), other.expected()))
                .orElseGet(() -> Finding.good("audit.verify.matter", number)));
    }

    /** Whether the file has the polls that were opened, all of them and no others, in their order. */
    private boolean samePolls(RecordedMatter recorded) {
        List<Object> opened =
                recorded.polls().stream().map(each -> (Object) each.id()).toList();
        List<Object> said = export.polls().stream().map(MatterCheck::id).toList();
        if (opened.equals(said)) {
            if (opened.isEmpty()) {
                found.add(Finding.good("audit.verify.poll.none"));
            }
            return true;
        }
        List<Finding> lost = opened.stream()
                .filter(each -> !said.contains(each))
                .map(each -> Finding.bad("audit.verify.poll.lost", String.valueOf(each)))
                .toList();
        List<Finding> added = said.stream()
                .filter(each -> !opened.contains(each))
                .map(each -> Finding.bad("audit.verify.poll.added", String.valueOf(each)))
                .toList();
        found.addAll(lost);
        found.addAll(added);
        if (lost.isEmpty() && added.isEmpty()) {
            found.add(Finding.bad("audit.verify.poll.order"));
        }
        return false;
    }

    private static Object id(ExportedPoll poll) {
        Object id = poll.facts().getValue("id");
        return id instanceof Integer number ? Long.valueOf(number) : String.valueOf(id);
    }

    private void polls(RecordedMatter recorded) {
        List<RecordedPoll> opened = recorded.polls();
        for (int i = 0; i < opened.size(); i++) {
            RecordedPoll poll = opened.get(i);
            new PollCheck(law, poll, export.polls().get(i), found)
                    .check()
                    .ifPresent(facts -> polls.put(poll.id(), facts));
        }
    }

    private void resolutions(RecordedMatter recorded) {
        List<RecordedResolution> posted = recorded.resolutions();
        recorded.polls().stream()
                .filter(poll -> poll.decides() && poll.stands() && !recorded.unsigned(poll.id()))
                .filter(poll -> posted.stream().noneMatch(each -> Objects.equals(each.poll(), poll.id())))
                .forEach(
                        poll -> found.add(Finding.good("audit.verify.resolution.unposted", String.valueOf(poll.id()))));
        if (posted.size() != export.resolutions().size()) {
            found.add(Finding.bad(
                    "audit.verify.resolution.count", export.resolutions().size(), posted.size()));
            return;
        }
        for (int i = 0; i < posted.size(); i++) {
            RecordedResolution each = posted.get(i);
            try {
                found.add(resolution(each, export.resolutions().get(i)));
            } catch (RuntimeException e) {
                // It may be of any shape; one that cannot be read is not the one that was posted.
                found.add(Finding.bad("audit.verify.resolution.bad", each.number()));
            }
        }
    }

    private Finding resolution(RecordedResolution recorded, JsonObject said) {
        String text = Export.text(said, "content");
        if (!Sha256.of(text).equals(recorded.posted().getString("sha256"))) {
            return Finding.bad("audit.verify.resolution.text", recorded.number());
        }
        JsonObject content = new JsonObject(text);
        Long id = recorded.poll();
        JsonObject poll = id == null ? null : polls.get(id);
        if (id != null && poll == null) {
            return Finding.bad("audit.verify.resolution.bad", recorded.number());
        }
        JsonObject around = new JsonObject()
                .put("content", text)
                .put("minority", recorded.minority())
                .put("withdrawn", recorded.withdrawn());
        Optional<JsonDifference> other = JsonDifference.first(around, said)
                .or(() -> JsonDifference.first(content(recorded, poll, content), content))
                .or(() -> JsonDifference.first(kind(recorded.posted()), kind(content)));
        if (other.isPresent()) {
            JsonDifference at = other.get();
            return Finding.bad(
                    "audit.verify.resolution.differs", recorded.number(), at.path(), at.said(), at.expected());
        }
        return id == null
                ? Finding.good("audit.verify.resolution.alone", recorded.number())
                : Finding.good("audit.verify.resolution", recorded.number(), id.toString());
    }

    /** What a resolution has to say; where no poll stands behind it, its words are vouched for by its hash alone. */
    private static JsonObject content(RecordedResolution recorded, @Nullable JsonObject poll, JsonObject said) {
        JsonObject posted = recorded.posted();
        JsonObject matter = recorded.matter();
        JsonObject content = new JsonObject()
                .put("number", posted.getValue("number"))
                .put("matter", matter.getValue("number"))
                .put("title", matter.getValue("title"))
                .put("kind", posted.getValue("kind"))
                .put("rule", matter.getValue("rule"))
                .put("body", said.getValue("body"))
                .put("outcome", null)
                .put("poll", posted.getValue("poll"))
                .put("posted", posted.getValue("posted"))
                .put("until", posted.getValue("until"));
        if (poll == null) {
            return content;
        }
        JsonObject outcome = poll.getJsonObject("outcome");
        return content.put("kind", ending(outcome))
                .put("outcome", outcome)
                .put("body", ExportedPoll.decided(poll.getString("question"), outcome));
    }

    private static JsonObject kind(JsonObject posted) {
        return new JsonObject().put("kind", posted.getValue("kind"));
    }

    private static String ending(JsonObject outcome) {
        return Ending.ofVote(outcome.getBoolean("passed"), outcome.getBoolean("quorate"))
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
