package pavilion.minutes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.document.PaperPrinter;
import pavilion.minutes.HandCount.AgreedHands;
import pavilion.session.Session;

/**
 * What the page of the minutes shows.
 *
 * @param records whether this person may write and submit them
 * @param key of the form by which something is added
 * @param corrections what those present wanted otherwise in texts that were put to them, with the answers
 * @param hands what two people counted of raised hands; null where they have not, or nobody raised one
 * @param answers null unless those present are being asked
 * @param draft null unless the recorder is still writing
 * @param values what was just typed and refused, by the name of its field
 * @param written the text as it is kept, with all its words
 * @param sentence why what was just asked for was refused, empty if it was not
 */
record MinutesPageView(
        Session session,
        Minutes minutes,
        MinutesView text,
        boolean records,
        String key,
        List<MinutesStore.Correction> corrections,
        List<MinutesStore.Addition> additions,
        @Nullable AgreedHands hands,
        @Nullable Answers answers,
        @Nullable DraftForm draft,
        Map<String, String> values,
        String written,
        String sentence) {

    /** What the printed minutes cannot show of their words. */
    String unprintable() {
        Stream<String> later = Stream.concat(
                corrections.stream().flatMap(one -> Stream.of(one.label(), one.text(), one.answer())),
                additions.stream().map(MinutesStore.Addition::text));
        return PaperPrinter.unprintable(Stream.concat(Stream.of(written), later).toArray(String[]::new));
    }

    /**
     * @param agreed how many approve so far
     * @param present how many were there at the end
     * @param mayAnswer whether this person was there
     * @param mine what this person answered, null while they have not
     */
    record Answers(
            List<MinutesStore.ApprovalAnswer> all,
            long agreed,
            long present,
            boolean mayAnswer,
            MinutesStore.@Nullable ApprovalAnswer mine,
            HandsState hands) {}

    /**
     * How the counting of hands stands; nobody who counts is shown what another counted.
     *
     * @param counted how many people have counted
     * @param mine what this person counted; null while they have not
     */
    record HandsState(int counted, boolean agreed, @Nullable Integer mine) {
        static HandsState of(List<HandCount> counts, long person) {
            return new HandsState(
                    counts.size(),
                    HandCount.agreed(counts) != null,
                    counts.stream()
                            .filter(each -> each.person() == person)
                            .findFirst()
                            .map(HandCount::hands)
                            .orElse(null));
        }

        boolean differs() {
            return counted > 1 && !agreed;
        }

        boolean waits() {
            return counted == 1;
        }
    }

    /**
     * The recorder's form.
     *
     * @param version of the text that the recorder has in front of them
     */
    record DraftForm(List<PointsField> fields, String version, String remark) {}

    /** The recorder's field for one item. */
    record PointsField(String name, String title, String value) {}
}
