package pavilion.electorate;

import pavilion.rules.ElectorateKind;
import pavilion.rules.Rule;

/**
 * Which roll of a place a rule asks for.
 *
 * @param parking whether parking spaces count as parts of their owners; only an adopted rule for owners says so
 */
public record RollKind(ElectorateKind electorate, boolean parking) {

    public static RollKind of(Rule rule) {
        return new RollKind(rule.electorate(), rule.parking());
    }

    /** The roll as the law has it, where no rule is at hand. */
    public static RollKind of(ElectorateKind electorate) {
        return new RollKind(electorate, false);
    }

    /** Stored with what was frozen; it never changes. */
    public String key() {
        return parking ? electorate.name() + "+PARKING" : electorate.name();
    }
}
