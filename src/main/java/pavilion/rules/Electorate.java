package pavilion.rules;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** The roll of one vote, frozen at notice. The same people in any order give the same hash. */
public record Electorate(ElectorateKind kind, List<Entitlement> entitlements) {

    /** What goes below the line of every fraction. */
    public record Totals(ElectorateKind kind, long heads, long areaC) {}

    public Electorate {
        entitlements = List.copyOf(entitlements);
        var seen = new HashSet<String>();
        for (var each : entitlements) {
            if (!seen.add(each.voter())) {
                throw new Refused("rules.roll.twice", each.voter());
            }
        }
    }

    public Totals totals() {
        long heads = 0;
        long area = 0;
        for (var each : entitlements) {
            heads = Math.addExact(heads, each.heads());
            area = Math.addExact(area, each.areaC());
        }
        return new Totals(kind, heads, area);
    }

    /** SHA-256 over the kind and then one line a voice, sorted: voter, area, heads, set apart by tabs. */
    public String hash() {
        var lines = entitlements.stream()
                .map(each -> each.voter() + "\t" + each.areaC() + "\t" + each.heads() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return Sha256.of(kind + "\n" + lines);
    }
}
