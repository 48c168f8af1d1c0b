package pavilion.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who has an account in the demo: one person for each role, and every household of the first matter's courtyard. */
final class DemoAccounts {
    private final Map<DemoRoll.Person, String> parts = new LinkedHashMap<>();
    private final DemoPlaces places;

    DemoAccounts(DemoPlaces places) {
        this.places = places;
        DemoCourtyard courtyard = places.courtyards.get("HP-017");
        offer("household", DemoPlaces.representative(courtyard, courtyard.households.size() - 1));
        offer("neighbour", DemoPlaces.representative(courtyard, 0));
        offer(
                "new",
                courtyard.households.stream()
                        .flatMap(h -> h.stream().skip(1))
                        .filter(DemoRoll.Person::adult)
                        .findFirst()
                        .orElseThrow());
        DemoCourtyard owners = places.courtyards.get("HP-043");
        offer(
                "tenant",
                DemoPlaces.representative(owners, owners.rented.iterator().next()));
        offer("owner", DemoPlaces.representative(owners, 0));
        offer("elsewhere", DemoPlaces.representative(places.courtyards.get("HP-018"), 0));
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
            offer(post, places.staff.get(post));
        }
        offer("stranger", places.elsewhere.getFirst());
        courtyard.households.forEach(h -> offer("", h.getFirst()));
    }

    private void offer(String part, DemoRoll.Person person) {
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

    /** The accounts that the start page offers, in the order in which one would try them. */
    List<DemoAccount> offered() {
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
        return places.roll.places.stream()
                .filter(p -> p.community() == community && p.kind().equals("community"))
                .findFirst()
                .orElseThrow()
                .code();
    }
}
