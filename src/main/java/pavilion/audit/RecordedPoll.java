package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.text.CommunityTime;

/**
 * A poll as the acts of its matter record it.
 *
 * @param openedAt milliseconds since 1970, of the act that opened it
 * @param opened what that act says
 * @param closed what the act says that closed it; null where it was never counted
 * @param endedAt of the act that closed it or, where none did, made it void; null while it is open
 * @param voidReason null where it is not void
 */
record RecordedPoll(
        long id,
        long openedAt,
        JsonObject opened,
        @Nullable JsonObject closed,
        @Nullable Long endedAt,
        @Nullable String voidReason) {
    private static final String DECIDES = "decides";
    private static final List<String> PURPOSES = List.of(DECIDES, "amendment", "procedure");
    private static final List<String> KEPT = List.of("slate", "by_hands", "adopted");

    /** @throws RuntimeException if the act does not say what is asked, what for, by which rule, and of whom */
    static RecordedPoll opened(ChainEntry act, JsonObject payload) {
        var poll = new RecordedPoll(Export.whole(payload, "poll"), act.atMillis(), payload, null, null, null);
        if (!PURPOSES.contains(Export.text(payload, "purpose")) || !payload.containsKey("present")) {
            throw new IllegalStateException("purpose");
        }
        Objects.requireNonNull(poll.question());
        Objects.requireNonNull(poll.rule());
        Objects.requireNonNull(poll.electorate());
        return poll;
    }

    /** @throws IllegalStateException if it is not open, or was opened after this act */
    RecordedPoll closed(ChainEntry act, JsonObject payload) {
        if (closed != null || voidReason != null) {
            throw new IllegalStateException("closed twice");
        }
        requireAfter(openedAt, act);
        return new RecordedPoll(id, openedAt, opened, payload, act.atMillis(), null);
    }

    /** @throws IllegalStateException if it is void already, or ended after this act */
    RecordedPoll annulled(ChainEntry act, JsonObject payload) {
        if (voidReason != null) {
            throw new IllegalStateException("void twice");
        }
        requireAfter(endedAt == null ? openedAt : endedAt, act);
        Long ended = endedAt == null ? Long.valueOf(act.atMillis()) : endedAt;
        return new RecordedPoll(id, openedAt, opened, closed, ended, Export.text(payload, "reason"));
    }

    /** The server gives no poll an end before its beginning, whatever its clock does. */
    private static void requireAfter(long before, ChainEntry act) {
        if (act.atMillis() < before) {
            throw new IllegalStateException("before it was opened");
        }
    }

    boolean decides() {
        return Export.text(opened, "purpose").equals(DECIDES);
    }

    /** Whether what it decided stands. */
    boolean stands() {
        return closed != null && voidReason == null;
    }

    String question() {
        return Export.text(opened, "question");
    }

    String rule() {
        return Export.text(opened, "rule");
    }

    /** The day whose version of the rule decides. */
    String ruleDay() {
        return Instant.ofEpochMilli(openedAt)
                .atZone(CommunityTime.ZONE)
                .toLocalDate()
                .toString();
    }

    JsonObject electorate() {
        return Objects.requireNonNull(opened.getJsonObject("electorate"));
    }

    /** Whether area counts, so that every ballot has one. */
    boolean weighs() {
        return electorate().getLong("areaC") > 0;
    }

    /** What the file has to say of it beside what was counted: everything that was fixed when it was opened. */
    JsonObject facts() {
        JsonObject roll = electorate();
        JsonObject facts = new JsonObject()
                .put("id", id)
                .put("purpose", opened.getValue("purpose"))
                .put("question", opened.getValue("question"))
                .put("rule", opened.getValue("rule"))
                .put("rule_day", ruleDay())
                .put("opened", Instant.ofEpochMilli(openedAt).toString())
                .put(
                        "closed",
                        endedAt == null ? null : Instant.ofEpochMilli(endedAt).toString())
                .put("void", voidReason)
                .put("secrecy", opened.getValue("secrecy"))
                .put(
                        "electorate",
                        new JsonObject()
                                .put("kind", roll.getValue("kind"))
                                .put("heads", roll.getValue("heads"))
                                .put("areaC", roll.getValue("areaC")))
                .put("present", opened.getValue("present"));
        KEPT.stream().filter(opened::containsKey).forEach(field -> facts.put(field, opened.getValue(field)));
        return facts;
    }
}
