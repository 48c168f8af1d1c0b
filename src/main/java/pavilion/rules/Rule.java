package pavilion.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule of decision with its source and the days it is in force, both included. A matter freezes its rule on the day of
 * notice.
 *
 * @param parking whether parking spaces count as parts of their owners; no law says so, an adopted rule may
 */
public record Rule(
        String id,
        Bilingual name,
        Bilingual source,
        Status status,
        LocalDate from,
        LocalDate to,
        ElectorateKind electorate,
        Basis basis,
        Condition quorum,
        Condition pass,
        boolean binding,
        Secrecy secrecy,
        Terms terms,
        boolean parking) {

    /** A rule that fixes nothing beside its count. */
    public Rule(
            String id,
            Bilingual name,
            Bilingual source,
            Status status,
            LocalDate from,
            LocalDate to,
            ElectorateKind electorate,
            Basis basis,
            Condition quorum,
            Condition pass,
            boolean binding,
            Secrecy secrecy) {
        this(id, name, source, status, from, to, electorate, basis, quorum, pass, binding, secrecy, Terms.NONE, false);
    }

    /** The same rule asking for something else. */
    public Rule with(Bilingual other, Condition enough, Condition agreed) {
        return new Rule(
                id, name, other, status, from, to, electorate, basis, enough, agreed, binding, secrecy, terms, parking);
    }

    /** The rule as a place has changed it. */
    public Rule in(String jurisdiction) {
        var overlay = terms.overlays().get(jurisdiction);
        if (overlay == null) {
            throw new Refused("decide.jurisdiction", id, jurisdiction);
        }
        return with(overlay.source(), quorum, overlay.pass());
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Without a quorum nothing passes, but the count is still explained. A tie fails, because no rule here is met by exactly half. */
    public Outcome decide(Figures figures) {
        if (quorum.empty() && pass.empty()) {
            throw new Refused("rules.refused.nothing_to_count", id);
        }
        var steps = new ArrayList<Step>();
        steps.addAll(steps(quorum, Step.Part.QUORUM, figures));
        steps.addAll(steps(pass, Step.Part.PASS, figures));
        boolean quorate = quorum.met(figures);
        return new Outcome(id, figures, quorate, quorate && pass.met(figures), steps);
    }

    /** Only whether enough take part: what a meeting shows while people are still coming in. */
    public Outcome quorum(Figures figures) {
        boolean quorate = quorum.met(figures);
        return new Outcome(id, figures, quorate, false, steps(quorum, Step.Part.QUORUM, figures));
    }

    private List<Step> steps(Condition condition, Step.Part part, Figures figures) {
        return condition.asked(figures).thresholds().stream()
                .map(each -> each.check(figures, part, basis, source))
                .toList();
    }
}
