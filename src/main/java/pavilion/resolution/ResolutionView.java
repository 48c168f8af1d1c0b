package pavilion.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.matter.Conclusion;
import pavilion.rules.Refusal;
import pavilion.text.Phrases;

/**
 * What the page of a resolution shows.
 *
 * @param outcome how the matter came out, in words
 * @param standing how it stands today, in words
 * @param from the day from which a decision holds; null where nothing was decided
 * @param unprintable what the paper cannot show of its words
 * @param daysLeft of the public notice; null once it is over
 */
record ResolutionView(
        Resolution resolution,
        String outcome,
        String standing,
        @Nullable Long daysLeft,
        @Nullable LocalDate from,
        Conclusion conclusion,
        VoteView vote,
        List<ObjectionLine> objections,
        Evidence evidence,
        String unprintable,
        May may,
        ObjectionForm form) {
    boolean running() {
        return daysLeft != null;
    }

    /** @param head newest hash of the matter's chain */
    record Evidence(String head, String ruleName, String ruleSource) {}

    /**
     * What this person may do.
     *
     * @param read the matter itself
     * @param write the minority's statement
     */
    record May(boolean read, boolean write, boolean object) {
        static final May NOTHING = new May(false, false, false);
    }

    /** @param key what is sent twice under it is one objection */
    record ObjectionForm(String key, List<KindChoice> kinds, Map<String, String> values, Map<String, Refusal> errors) {}

    record KindChoice(String value, String label, boolean checked) {}

    /** @param reply null while it waits */
    record ObjectionLine(
            long id,
            String kind,
            String text,
            Instant at,
            @Nullable ReplyLine reply,
            boolean mayAnswer) {}

    /** @param post who answered: the post, never a name */
    record ReplyLine(String ruling, String text, String post) {}

    static List<KindChoice> kinds(Phrases phrases, String chosen) {
        return Stream.of(Objection.Ground.values())
                .map(kind -> new KindChoice(
                        kind.key(),
                        phrases.say("resolution.objection." + kind.key()),
                        kind.key().equals(chosen)))
                .toList();
    }

    static ObjectionLine line(Phrases phrases, Objection objection, boolean answers) {
        Objection.Reply reply = objection.reply();
        return new ObjectionLine(
                objection.id(),
                phrases.say("resolution.objection." + objection.ground().key()),
                objection.text(),
                objection.at(),
                reply == null
                        ? null
                        : new ReplyLine(
                                phrases.say(
                                        "resolution.answer." + reply.ruling().key()),
                                reply.text(),
                                phrases.post(reply.post())),
                answers && reply == null);
    }
}
