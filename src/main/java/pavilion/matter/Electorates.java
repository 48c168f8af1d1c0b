package pavilion.matter;

import java.util.List;
import pavilion.db.Tx;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Entitlement;
import pavilion.rules.Refused;

/** Who may vote on a matter of a place: its rule says which roll, and the roll is frozen as it stands today. */
public final class Electorates {
    private final ElectorateStore store = new ElectorateStore();

    /** The roll for the hash and the fractions, and the seats for the ballots. */
    public record Frozen(Electorate electorate, List<Seat> seats) {}

    public Frozen freeze(Tx tx, int community, String placePath, ElectorateKind kind) {
        List<Seat> seats = switch (kind) {
            case HOUSEHOLD_REPS -> store.households(tx, community, placePath);
            case ADULTS -> store.adults(tx, community, placePath);
            case RESIDENT_REPS -> store.residentReps(tx, community, placePath);
            case OWNERS -> store.owners(tx, community, placePath);
            default -> throw new Refused("matter.electorate.unknown", kind.name());
        };
        return new Frozen(
                new Electorate(
                        kind,
                        seats.stream()
                                .map(seat -> new Entitlement(Long.toString(seat.voter()), seat.areaC(), seat.heads()))
                                .toList()),
                seats);
    }
}
