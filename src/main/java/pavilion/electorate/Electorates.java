package pavilion.electorate;

import java.util.List;
import pavilion.db.Tx;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Entitlement;
import pavilion.rules.Rule;

/** Who may vote on a matter of a place: its rule says which roll, and the roll is frozen as it stands today. */
public final class Electorates {

    /** The electorate for the hash and the fractions, and the voters for the ballots. */
    public record Frozen(Electorate electorate, List<Voter> voters) {}

    public Frozen freeze(Tx tx, int community, String placePath, Rule rule) {
        return freeze(tx, community, placePath, RollKind.of(rule));
    }

    public Frozen freeze(Tx tx, int community, String placePath, RollKind kind) {
        List<Voter> voters = ElectorateStore.voters(tx, kind, community, placePath);
        return new Frozen(of(kind.electorate(), voters), voters);
    }

    /** These voters as an electorate of the rules. */
    public static Electorate of(ElectorateKind kind, List<Voter> voters) {
        return new Electorate(
                kind,
                voters.stream()
                        .map(each -> new Entitlement(Long.toString(each.voter()), each.areaC(), each.heads()))
                        .toList());
    }

    /** The voters for whom this person casts the ballot, as the roll stands now. */
    public List<Voter> votersOf(Tx tx, int community, String placePath, Rule rule, long person) {
        return votersOf(tx, community, placePath, RollKind.of(rule), person);
    }

    public List<Voter> votersOf(Tx tx, int community, String placePath, RollKind kind, long person) {
        return ElectorateStore.votersOf(tx, kind, community, placePath, person);
    }
}
