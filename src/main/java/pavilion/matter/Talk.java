package pavilion.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remarks as a page shows them: three columns of the same rank, replies under what they answer, stubs in their place. */
record Talk(List<Map<String, Object>> pro, List<Map<String, Object>> con, List<Map<String, Object>> ask, boolean any) {

    static Talk of(Speech speech, List<RemarkStore.Remark> remarks, Standing standing, long me) {
        Map<Long, List<Map<String, Object>>> replies = new HashMap<>();
        Map<String, List<Map<String, Object>>> sides = new HashMap<>();
        for (RemarkStore.Remark remark : remarks) {
            Map<String, Object> shown = shown(speech, remark, standing, me);
            Long parent = remark.parent();
            if (parent != null) {
                replies.computeIfAbsent(parent, p -> new ArrayList<>()).add(shown);
            } else {
                shown.put("answers", replies.computeIfAbsent(remark.id(), p -> new ArrayList<>()));
                sides.computeIfAbsent(remark.side(), s -> new ArrayList<>()).add(shown);
            }
        }
        return new Talk(
                sides.getOrDefault("for", List.of()),
                sides.getOrDefault("against", List.of()),
                sides.getOrDefault("question", List.of()),
                !remarks.isEmpty());
    }

    private static Map<String, Object> shown(Speech speech, RemarkStore.Remark remark, Standing mine, long me) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("remark", remark.id());
        shown.put("stub", remark.stub());
        shown.put(
                "words",
                remark.stub()
                        ? speech.say(
                                "matter.remark.stub",
                                speech.post(String.valueOf(remark.hiddenBy())),
                                remark.hiddenReason() == null ? "" : remark.hiddenReason())
                        : remark.text());
        shown.put("by", speech.say("matter.remark.by", remark.shown(), speech.when(remark.at())));
        shown.put("mayHide", mine.moderates() && !remark.stub() && remark.hiddenAt() == null);
        shown.put("mayAppeal", remark.stub() && remark.person() == me && remark.appeal() == null);
        return shown;
    }
}
