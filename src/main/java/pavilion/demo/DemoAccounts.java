package pavilion.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who has an account in the demo: one for each part in the play, and every household of the first matter's courtyard. */
final class DemoAccounts {
    private final Map<DemoRoll.Person, String> parts = new LinkedHashMap<>();
    private final DemoPlaces town;

    DemoAccounts(DemoPlaces town) {
        this.town = town;
        DemoCourtyard yard = town.yards.get("HP-017");
        part("household", DemoPlaces.head(yard, yard.households.size() - 1));
        part("neighbour", DemoPlaces.head(yard, 0));
        part(
                "new",
                yard.households.stream()
                        .flatMap(h -> h.stream().skip(1))
                        .filter(DemoRoll.Person::adult)
                        .findFirst()
                        .orElseThrow());
        DemoCourtyard owners = town.yards.get("HP-043");
        part("tenant", DemoPlaces.head(owners, owners.rented.iterator().next()));
        part("owner", DemoPlaces.head(owners, 0));
        part("elsewhere", DemoPlaces.head(town.yards.get("HP-018"), 0));
        for (String post : List.of(
                "moderator",
                "recorder",
                "committee",
                "committee-2",
                "scrutineer",
                "supervision",
                "grid_worker",
                "street",
                "property",
                "partner",
                "admin")) {
            part(post, town.staff.get(post));
        }
        part("stranger", town.elsewhere.getFirst());
        yard.households.forEach(h -> part("", h.getFirst()));
    }

    private void part(String part, DemoRoll.Person person) {
        parts.putIfAbsent(person, part);
    }

    List<DemoRoll.Person> people() {
        return List.copyOf(parts.keySet());
    }

    Integer[] levels() {
        return people().stream().map(this::level).toArray(Integer[]::new);
    }

    private int level(DemoRoll.Person person) {
        return "new".equals(parts.get(person)) ? 1 : 2;
    }

    /** Those worth naming on the first page, in the order in which one would try them. */
    List<DemoAccount> shown() {
        return parts.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .flatMap(e -> Stream.of(new DemoAccount(
                        e.getValue(),
                        e.getKey().name(),
                        code(e.getKey().community()),
                        e.getKey().community(),
                        e.getKey().id(),
                        level(e.getKey()))))
                .toList();
    }

    private String code(int community) {
        return town.roll.places.stream()
                .filter(p -> p.community() == community && p.kind().equals("community"))
                .findFirst()
                .orElseThrow()
                .code();
    }
}
