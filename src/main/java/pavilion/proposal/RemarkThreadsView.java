package pavilion.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.matter.Relation;
import pavilion.text.Phrases;

/** Remarks as a page shows them: three columns of the same rank, replies under what they answer, stubs in their place. */
record RemarkThreadsView(List<RemarkView> pro, List<RemarkView> con, List<RemarkView> ask, boolean any) {
    /**
     * One remark.
     *
     * @param remark its id
     * @param stub whether it was taken down; its words are then the reason
     * @param answers replies to it; a reply has none
     */
    record RemarkView(
            long remark,
            boolean stub,
            String words,
            String by,
            boolean mayHide,
            boolean mayAppeal,
            List<RemarkView> answers) {}

    /** @param person who reads */
    static RemarkThreadsView of(Phrases phrases, List<RemarkStore.Remark> remarks, Relation relation, long person) {
        Map<Long, List<RemarkView>> replies = new HashMap<>();
        Map<String, List<RemarkView>> sides = new HashMap<>();
        for (RemarkStore.Remark remark : remarks) {
            Long parent = remark.parent();
            if (parent != null) {
                replies.computeIfAbsent(parent, p -> new ArrayList<>())
                        .add(view(phrases, remark, relation, person, List.of()));
            } else {
                // Replies come after what they answer, into the list that is handed over here.
                List<RemarkView> answers = replies.computeIfAbsent(remark.id(), p -> new ArrayList<>());
                sides.computeIfAbsent(remark.side(), s -> new ArrayList<>())
                        .add(view(phrases, remark, relation, person, answers));
            }
        }
        return new RemarkThreadsView(
                sides.getOrDefault("for", List.of()),
                sides.getOrDefault("against", List.of()),
                sides.getOrDefault("question", List.of()),
                !remarks.isEmpty());
    }

    private static RemarkView view(
            Phrases phrases, RemarkStore.Remark remark, Relation relation, long person, List<RemarkView> answers) {
        String words = remark.stub()
                ? phrases.say(
                        "matter.remark.stub",
                        phrases.post(String.valueOf(remark.hiddenBy())),
                        remark.hiddenReason() == null ? "" : remark.hiddenReason())
                : remark.text();
        return new RemarkView(
                remark.id(),
                remark.stub(),
                words,
                phrases.say("matter.remark.by", remark.shown(), phrases.when(remark.at())),
                relation.moderates() && !remark.stub() && remark.hiddenAt() == null,
                remark.stub() && remark.person() == person && remark.appeal() == null,
                answers);
    }
}
