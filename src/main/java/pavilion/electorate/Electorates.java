package pavilion.electorate;

import java.util.List;
import pavilion.db.Tx;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Entitlement;

/** Who may vote on a matter of a place: its rule says which roll, and the roll is frozen as it stands today. */
public final class Electorates {

    /** The roll for the hash and the fractions, and the seats for the ballots. */
    public record Frozen(Electorate electorate, List<Voter> seats) {}

    public Frozen freeze(Tx tx, int community, String placePath, ElectorateKind kind) {
        List<Voter> seats = ElectorateStore.seats(tx, kind, community, placePath);
        return new Frozen(
                new Electorate(
                        kind,
                        seats.stream()
                                .map(seat -> new Entitlement(Long.toString(seat.voter()), seat.areaC(), seat.heads()))
                                .toList()),
                seats);
    }

    /** The seats of one person, as the roll stands now. */
    public List<Voter> seatsOf(Tx tx, int community, String placePath, ElectorateKind kind, long person) {
        return ElectorateStore.seatsOf(tx, kind, community, placePath, person);
    }
}
