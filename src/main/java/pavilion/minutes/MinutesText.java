package pavilion.minutes;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.audit.ChainEntry;
import pavilion.motion.Motion;
import pavilion.motion.MotionLog;
import pavilion.poll.Annulment;
import pavilion.poll.Poll;
import pavilion.rules.Sha256;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.conduct.SessionRecord;
import pavilion.session.floor.SpeakerTurn;

/**
 * The text of the minutes (D05, D06, D10) as JSON. All of it was stored before, by the log, the count or the recorder;
 * nothing is computed anew. Page, paper and file are made from this, and it is what the hash covers.
 */
final class MinutesText {
    private MinutesText() {}

    /**
     * @param moved amendments and procedural motions
     * @param acts the chain of the session
     * @param quorum the outcome of the quorum at the end, as stored data; null where no rule asks for one, and where votes
     *     were taken: each says by itself how many were there
     * @param points the recorder's text, by the item's id
     */
    static JsonObject of(
            SessionRecord log,
            List<MotionLog.Entry> moved,
            List<ChainEntry> acts,
            @Nullable JsonObject quorum,
            Map<Long, String> points,
            String remark,
            Map<Long, String> numbers) {
        Session session = log.session();
        JsonArray items = new JsonArray();
        log.items()
                .forEach(item -> items.add(item(log, item, moved, acts, points.getOrDefault(item.id(), ""), numbers)));
        JsonArray attended = new JsonArray();
        log.attended()
                .forEach(each -> attended.add(new JsonObject()
                        .put("label", each.label())
                        .put("how", each.how().key())
                        .put("counted", each.counted(session))
                        .put("proxy", each.proxy())
                        .put("holder", each.holder())
                        .put("came", each.came().toString())
                        .put("left", text(each.left()))));
        JsonArray sittings = new JsonArray();
        log.sittings()
                .forEach(each -> sittings.add(new JsonObject()
                        .put("opened", text(each.opened()))
                        .put("ended", text(each.ended()))
                        .put("there", each.present())
                        .put("reason", each.reason())));
        return new JsonObject()
                .put("title", session.title())
                .put("kind", session.call().kind().key())
                .put("place", session.place().name())
                .put("venue", session.call().venue())
                .put("opened", text(session.progress().openedAt()))
                .put("closed", text(session.progress().closedAt()))
                .put("sittings", sittings)
                .put("chair", by(acts, "session.opened"))
                .put("members", session.counting().members())
                .put("present", log.present())
                .put("quorum", quorum)
                .put("items", items)
                .put("attended", attended)
                .put("remark", remark);
    }

    private static JsonObject item(
            SessionRecord log,
            AgendaItem item,
            List<MotionLog.Entry> moved,
            List<ChainEntry> acts,
            String points,
            Map<Long, String> numbers) {
        JsonArray motions = new JsonArray();
        for (ChainEntry act : acts) {
            JsonObject put = new JsonObject(act.payload());
            if (act.act().equals("motion.put") && put.getInteger("item", 0) == item.ordinal()) {
                motions.add(new JsonObject()
                        .put("at", Instant.ofEpochMilli(act.atMillis()).toString())
                        .put("text", put.getString("motion")));
            }
        }
        JsonArray speeches = new JsonArray();
        for (SpeakerTurn turn : log.turns()) {
            if (turn.item() == item.id() && turn.endedAt() != null) {
                speeches.add(new JsonObject()
                        .put("name", turn.name())
                        .put("side", turn.side().name().toLowerCase(Locale.ROOT))
                        .put("seconds", turn.seconds(turn.endedAt())));
            }
        }
        JsonArray polls = new JsonArray();
        log.polls().stream()
                .filter(poll -> Objects.equals(poll.question().item(), item.id()) && poll.decides())
                .forEach(poll -> polls.add(poll(poll)));
        return new JsonObject()
                .put("title", item.title())
                .put("number", item.matter() == null ? "" : numbers.getOrDefault(item.matter(), ""))
                .put("motion", item.motion())
                .put("motions", motions)
                .put("speeches", speeches)
                .put("moved", moved(log, item, moved))
                .put(
                        "ended",
                        item.debate().ending() == null
                                ? null
                                : item.debate().ending().key())
                .put("points", points)
                .put("polls", polls);
    }

    private static JsonArray moved(SessionRecord log, AgendaItem item, List<MotionLog.Entry> moved) {
        JsonArray all = new JsonArray();
        moved.stream().filter(each -> each.motion().item() == item.id()).forEach(each -> {
            Motion motion = each.motion();
            all.add(new JsonObject()
                    .put("number", motion.number())
                    .put("kind", motion.kind().key())
                    .put("name", motion.name())
                    .put("detail", motion.detail())
                    .put("before", each.before())
                    .put("after", each.after())
                    .put("state", motion.state().key())
                    .put("how", motion.how() == null ? null : motion.how().key())
                    .put("objected", motion.objected())
                    .put("decided", text(motion.decidedAt()))
                    .put("annulled", annulled(log, motion))
                    .put(
                            "poll",
                            log.polls().stream()
                                    .filter(poll -> Objects.equals(poll.id(), motion.poll()) && !poll.isVoid())
                                    .map(MinutesText::poll)
                                    .findFirst()
                                    .orElse(null)));
        });
        return all;
    }

    /** Votes on a motion that were made void before it was decided, or remained undecided. */
    private static JsonArray annulled(SessionRecord log, Motion motion) {
        JsonArray all = new JsonArray();
        log.polls().stream()
                .filter(poll -> poll.isVoid() && Objects.equals(poll.question().subject(), motion.id()))
                .forEach(poll -> all.add(poll(poll)));
        return all;
    }

    private static JsonObject poll(Poll poll) {
        JsonObject put = new JsonObject()
                .put("question", poll.question().text())
                .put("purpose", poll.question().purpose().name().toLowerCase(Locale.ROOT))
                .put("by_hands", poll.question().byHands())
                .put("state", poll.state().name().toLowerCase(Locale.ROOT))
                .put("secrecy", poll.secrecy().name().toLowerCase(Locale.ROOT))
                .put("rule", poll.rule())
                .put("electorate", poll.electorate())
                .put("electorate_sha256", poll.electorateSha())
                .put("present", poll.present())
                .put("gone", poll.turnout().gone())
                .put("cast", poll.castCount())
                .put("opened", text(poll.openedAt()))
                .put("closed", text(poll.closedAt()))
                .put("tally", poll.tally())
                .put("outcome", poll.outcome())
                .put("box_sha256", poll.boxSha());
        Annulment annulment = poll.annulment();
        if (annulment != null) {
            put.put(
                    "void",
                    new JsonObject()
                            .put("reason", annulment.reason())
                            .put("at", annulment.at().toString())
                            .put("post", annulment.post()));
        }
        if (poll.optionSet() != null) {
            put.put("slate", new JsonObject(poll.optionSet().toMap()));
        }
        return put;
    }

    // The post, never a name.
    private static String by(List<ChainEntry> acts, String act) {
        return acts.stream()
                .filter(each -> each.act().equals(act))
                .map(ChainEntry::by)
                .findFirst()
                .orElse("");
    }

    static String sha256(JsonObject text) {
        return Sha256.of(text.encode());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
