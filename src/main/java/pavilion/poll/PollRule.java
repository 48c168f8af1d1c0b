package pavilion.poll;

import pavilion.rules.Basis;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;

/**
 * What a poll keeps of the rule that it is held under.
 *
 * @param id of the law or of the community's own rules
 * @param undoMinutes how long a named ballot can be changed after it was cast
 */
public record PollRule(String id, Basis basis, Secrecy secrecy, int undoMinutes) {
    private static final int UNDO_MINUTES = 10;

    public static PollRule of(Rule rule) {
        return of(rule.id(), rule.basis(), rule.secrecy());
    }

    /** The same under the secrecy of another rule. */
    public static PollRule of(String id, Basis basis, Secrecy secrecy) {
        return new PollRule(id, basis, secrecy, UNDO_MINUTES);
    }
}
