package pavilion.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.matter.Relation;
import pavilion.text.Phrases;

/** Remarks as a page shows them: three columns of the same rank, replies under what they answer, stubs in their place. */
public record RemarkThreads(
        List<Map<String, Object>> pro, List<Map<String, Object>> con, List<Map<String, Object>> ask, boolean any) {

    public static RemarkThreads of(Phrases phrases, List<RemarkStore.Remark> remarks, Relation relation, long me) {
        Map<Long, List<Map<String, Object>>> replies = new HashMap<>();
        Map<String, List<Map<String, Object>>> sides = new HashMap<>();
        for (RemarkStore.Remark remark : remarks) {
            Map<String, Object> shown = shown(phrases, remark, relation, me);
            Long parent = remark.parent();
            if (parent != null) {
                replies.computeIfAbsent(parent, p -> new ArrayList<>()).add(shown);
            } else {
                shown.put("answers", replies.computeIfAbsent(remark.id(), p -> new ArrayList<>()));
                sides.computeIfAbsent(remark.side(), s -> new ArrayList<>()).add(shown);
            }
        }
        return new RemarkThreads(
                sides.getOrDefault("for", List.of()),
                sides.getOrDefault("against", List.of()),
                sides.getOrDefault("question", List.of()),
                !remarks.isEmpty());
    }

    private static Map<String, Object> shown(Phrases phrases, RemarkStore.Remark remark, Relation mine, long me) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("remark", remark.id());
        shown.put("stub", remark.stub());
        shown.put(
                "words",
                remark.stub()
                        ? phrases.say(
                                "matter.remark.stub",
                                phrases.post(String.valueOf(remark.hiddenBy())),
                                remark.hiddenReason() == null ? "" : remark.hiddenReason())
                        : remark.text());
        shown.put("by", phrases.say("matter.remark.by", remark.shown(), phrases.when(remark.at())));
        shown.put("mayHide", mine.moderates() && !remark.stub() && remark.hiddenAt() == null);
        shown.put("mayAppeal", remark.stub() && remark.person() == me && remark.appeal() == null);
        return shown;
    }
}
