package pavilion.rules;

import java.util.List;

/** A member's appraisals, oldest first. Organic Law Art. 37: found incompetent twice in a row, the post ends. */
public record Appraisals(List<Boolean> competent) {
    public Appraisals {
        competent = List.copyOf(competent);
    }

    /** How often in a row, up to the last one, the member was found incompetent. */
    public int failures() {
        int failures = 0;
        for (int i = competent.size() - 1; i >= 0 && !competent.get(i); i--) {
            failures++;
        }
        return failures;
    }

    /** Whether the post has ended at any time: what follows an ending does not undo it. */
    public boolean postEnds(Rule rule) {
        int enough = rule.terms().failures();
        if (enough == 0) {
            throw new Refused("decide.appraisal.no", rule.id());
        }
        for (int i = 1; i <= competent.size(); i++) {
            if (new Appraisals(competent.subList(0, i)).failures() >= enough) {
                return true;
            }
        }
        return false;
    }
}
