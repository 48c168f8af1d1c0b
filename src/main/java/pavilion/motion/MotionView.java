package pavilion.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.rules.procedure.AmendmentOrder;
import pavilion.rules.procedure.MotionText;
import pavilion.session.AgendaItem;

/**
 * Everything that was moved on the item under consideration, as everybody sees it.
 *
 * @param text lines of the motion
 * @param waiting pending amendments, in the order in which they are taken
 * @param procedural the same for procedural motions
 * @param done what was decided
 * @param undecided what those present are being asked or are voting on now
 * @param open whether something can be moved now
 * @param amendable whether the text can be amended now
 * @param closed whether people have stopped speaking to it
 */
record MotionView(
        List<String> text,
        int version,
        List<Line> waiting,
        List<Line> procedural,
        List<Line> done,
        @Nullable Line undecided,
        boolean open,
        boolean amendable,
        boolean closed) {
    private static final int PROJECTED_LINES = 5;
    private static final int PROJECTED_ROWS = 3;

    /**
     * One motion.
     *
     * @param rows an amendment's changed lines, of the text that it changes
     * @param stale the text has changed in the same lines since
     * @param tied only its number puts it behind the one before
     * @param conflicts numbers of those that exclude it
     * @param count the vote on it, once it was counted
     */
    record Line(
            Motion motion,
            List<TextDiff.Row> rows,
            boolean stale,
            boolean tied,
            List<Integer> conflicts,
            @Nullable PollView count) {
        long id() {
            return motion.id();
        }

        int number() {
            return motion.number();
        }

        String name() {
            return motion.name();
        }

        String detail() {
            return motion.detail();
        }

        String kind() {
            return motion.kind().key();
        }

        String state() {
            return motion.state().key();
        }

        String how() {
            return motion.how() == null ? "" : motion.how().key();
        }

        boolean amends() {
            return motion.amends();
        }

        boolean objected() {
            return motion.objected();
        }

        boolean asked() {
            return motion.state() == Motion.State.CONSENT;
        }

        boolean voting() {
            return motion.state() == Motion.State.VOTING;
        }

        /** As many changes as fit on the projector. */
        List<TextDiff.Row> first() {
            return rows.stream()
                    .limit(PROJECTED_ROWS)
                    .map(TextDiff.Row::shortened)
                    .toList();
        }

        int more() {
            return Math.max(0, rows.size() - PROJECTED_ROWS);
        }

        boolean pending() {
            return motion.pending();
        }

        String against() {
            return conflicts.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    static MotionView of(AgendaItem item, List<Motion> motions, Map<Integer, String> texts, List<Poll> polls) {
        int version = item.debate().version();
        Map<Long, AmendmentOrder.Place> places = new HashMap<>();
        List<Long> order = new ArrayList<>();
        List<AmendmentOrder.Entry> entries = new ArrayList<>();
        for (Motion motion : motions) {
            if (motion.change() != null && motion.pending() && !motion.stale(version)) {
                int reach = TextDiff.reach(rows(motion, texts));
                entries.add(
                        new AmendmentOrder.Entry(motion.id(), motion.change().edits(), reach, motion.movedAt()));
            }
        }
        AmendmentOrder.of(entries).forEach(place -> {
            places.put(place.id(), place);
            order.add(place.id());
        });
        List<Line> lines = motions.stream()
                .map(motion -> line(motion, motions, texts, places.get(motion.id()), version, polls))
                .toList();
        boolean asked = polls.stream().anyMatch(Poll::open);
        boolean put = polls.stream()
                .anyMatch(
                        poll -> poll.decides() && Objects.equals(poll.question().item(), item.id()));
        boolean open = !asked && item.debate().ending() == null;
        return new MotionView(
                MotionText.of(item.motion()).lines(),
                version,
                lines.stream()
                        .filter(line -> line.amends() && line.pending())
                        .sorted(Comparator.comparing(Line::stale).thenComparing(line -> order.indexOf(line.id())))
                        .toList(),
                lines.stream().filter(line -> !line.amends() && line.pending()).toList(),
                lines.stream().filter(line -> !line.pending()).toList(),
                lines.stream()
                        .filter(line -> line.motion().undecided())
                        .findFirst()
                        .orElse(null),
                open && !put,
                open && !put && item.matter() != null && !item.motion().isBlank(),
                item.debate().floorClosed());
    }

    private static Line line(
            Motion motion,
            List<Motion> all,
            Map<Integer, String> texts,
            AmendmentOrder.@Nullable Place place,
            int version,
            List<Poll> polls) {
        return new Line(
                motion,
                rows(motion, texts),
                motion.stale(version),
                place != null && place.tied(),
                conflicts(motion, all),
                polls.stream()
                        .filter(poll -> poll.closed() && Objects.equals(poll.id(), motion.poll()))
                        .map(PollView::of)
                        .findFirst()
                        .orElse(null));
    }

    static List<TextDiff.Row> rows(Motion motion, Map<Integer, String> texts) {
        Motion.Change change = motion.change();
        return change == null
                ? List.of()
                : TextDiff.rows(MotionText.of(texts.getOrDefault(change.base(), "")), change.edits());
    }

    private static List<Integer> conflicts(Motion motion, List<Motion> all) {
        Motion.Change change = motion.change();
        return change == null || !motion.pending()
                ? List.of()
                : all.stream()
                        .filter(other -> other.id() != motion.id() && other.pending())
                        .filter(other -> other.change() != null
                                && other.change().base() == change.base()
                                && AmendmentOrder.conflict(other.change().edits(), change.edits()))
                        .map(Motion::number)
                        .toList();
    }

    /** The text, when it is asked for again in a form. */
    String typed() {
        return String.join("\n", text);
    }

    boolean numbered() {
        return text.size() > 1;
    }

    boolean several() {
        return waiting.size() > 1;
    }

    boolean any() {
        return !waiting.isEmpty() || !procedural.isEmpty() || !done.isEmpty();
    }

    boolean amended() {
        return !waiting.isEmpty() || done.stream().anyMatch(Line::amends);
    }

    /** As much of the text as fits on the projector. */
    List<String> first() {
        return text.subList(0, Math.min(PROJECTED_LINES, text.size()));
    }

    int more() {
        return text.size() - first().size();
    }

    /** Changes whenever what one person may do does. */
    String personalVersion() {
        return "/" + version + open + closed + waiting.isEmpty() + amended()
                + (undecided == null ? "" : undecided.id() + undecided.state());
    }
}
