package pavilion.proxy;

import java.util.List;
import java.util.Map;
import pavilion.document.PaperPrinter;
import pavilion.electorate.Voter;
import pavilion.rules.Refusal;

/** What the templates of this package read. */
final class ProxyViews {
    private ProxyViews() {}

    /** @param state key of how it stands today */
    record LetterLine(ProxyLetter letter, String state) {}

    /**
     * A person's own letters.
     *
     * @param code by which somebody else gives this person a letter; empty until it is asked for
     */
    record MyLetters(List<LetterLine> given, List<LetterLine> held, String code) {}

    /** @param note key of a sentence about what was just done, empty if nothing was */
    record LetterPage(ProxyLetter letter, String state, boolean mayRevoke, String note) {

        /** What the printed letter cannot show of its words. */
        String unprintable() {
            ProxyLetter.Parties parties = letter.parties();
            return PaperPrinter.unprintable(
                    letter.subject().title(),
                    parties.principalName(),
                    parties.label(),
                    parties.holderName(),
                    letter.instruction());
        }
    }

    /**
     * The form by which a person gives a letter.
     *
     * @param key what is sent twice under it is one letter
     * @param voters those this person votes for
     */
    record GrantForm(
            ProxyScope scope, Map<String, String> values, Map<String, Refusal> errors, String key, List<Voter> voters) {
        boolean one() {
            return voters.size() == 1;
        }
    }

    /**
     * The letters of one session or matter, and the form for a letter on paper.
     *
     * @param searched whether voter and holder were searched for
     */
    record PaperLetters(
            ProxyScope scope,
            Map<String, String> values,
            Map<String, Refusal> errors,
            String key,
            List<LetterLine> letters,
            boolean searched,
            List<Voter> voters,
            List<ProxyHolderStore.Holder> people) {}
}
