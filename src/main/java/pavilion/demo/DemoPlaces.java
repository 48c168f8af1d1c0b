package pavilion.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole demo town: its first community in full, the others small, enough to see that nothing leaks between them. */
final class DemoPlaces {
    private static final String NUMBERED_APART = "HP-017";
    /** The number of the person in HP-017's last household with whom the demo is usually played. */
    private static final int LEAD = 412;

    final DemoFigures facts = DemoFigures.read();
    final DemoRoll roll;
    final Map<String, DemoCourtyard> yards = new LinkedHashMap<>();
    final Map<String, DemoRoll.Person> staff = new HashMap<>();
    final List<DemoRoll.Person> elsewhere = new ArrayList<>();
    private final Map<String, DemoRoll.Place> grids = new LinkedHashMap<>();
    private final DemoNameNumbers absent = DemoNameNumbers.from(1);

    DemoPlaces(long lastId) {
        this.roll = new DemoRoll(lastId);
    }

    DemoPlaces build() {
        int id = facts.number("community", "id");
        DemoRoll.Place root = roll.root(id, facts.text("community", "code"), facts.text("community", "name"));
        grids(root);
        people();
        irregular();
        shops(id);
        partners(id);
        staff(root);
        posts(root);
        for (int i = 0; i < facts.list("others", "names").size(); i++) {
            other(i);
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    private void grids(DemoRoll.Place root) {
        facts.section("grids").forEach((code, below) -> {
            DemoRoll.Place four = roll.place(root, "grid4", code, facts.word("grid4", code.substring(3)));
            for (String five : (List<String>) below) {
                grids.put(five, roll.place(four, "grid5", five, facts.word("grid5", five.substring(3))));
            }
        });
    }

    private void people() {
        Map<DemoCourtyard, int[][]> living = new LinkedHashMap<>();
        for (DemoFigures.Courtyard yard : facts.courtyards()) {
            DemoRoll.Place place = roll.place(
                    grids.get(yard.grid5()),
                    "courtyard",
                    yard.code(),
                    facts.word("courtyard", yard.number()),
                    yard.governance(),
                    yard.old());
            DemoCourtyard filled = new DemoCourtyard(roll, facts, yard, place);
            filled.build();
            yards.put(yard.code(), filled);
            living.put(filled, filled.spread());
        }
        DemoCourtyard apart = yards.get(NUMBERED_APART);
        int first = LEAD - beforeLast(living.get(apart));
        DemoNameNumbers rest = DemoNameNumbers.without(first, first + apart.facts.residents());
        DemoRoll.Owner landlord = roll.owner(apart.place.community(), facts.word("landlord"), "organisation", null);
        for (DemoCourtyard yard : yards.values()) {
            yard.settle(living.get(yard), yard == apart ? DemoNameNumbers.from(first) : rest);
            yard.own(absent, yard.publicRental() ? landlord : null);
            yard.represent();
        }
    }

    private static int beforeLast(int[][] living) {
        int people = 0;
        for (int route = 0; route + 1 < living[0].length; route++) {
            people += living[0][route] + living[1][route];
        }
        return people;
    }

    /** What rolls have in life: three flats in one hand, six unsold and one not handed over. They stand in one courtyard. */
    private void irregular() {
        DemoCourtyard yard = yards.get("HP-025");
        int community = yard.place.community();
        DemoRoll.Person many = roll.person(
                community,
                null,
                facts.word("absent-owner", absent.next()),
                yard.facts.code() + "-Y3",
                true,
                true,
                false);
        roll.role(many, "owner", yard.place);
        DemoRoll.Owner three = roll.owner(community, many.name(), "person", many);
        DemoRoll.Owner developer = roll.owner(community, facts.word("developer"), "developer", null);
        for (int i = 1; i <= 10; i++) {
            String code = yard.facts.code() + "-9-1-%d0%d".formatted((i + 1) / 2, 2 - i % 2);
            roll.unit(yard.place, code, "dwelling", yard.area(), i <= 3 ? three : developer);
        }
    }

    /** Shops look on the lanes; only in the two buildings of mixed use do they belong to the owners' body. */
    private void shops(int community) {
        List<DemoCourtyard> with = yards.values().stream()
                .filter(y -> !y.facts.code().equals("HP-043"))
                .toList();
        List<DemoCourtyard> mixed = List.of(yards.get("HP-056"), yards.get("HP-106"));
        int all = facts.number("community", "shops");
        Map<DemoCourtyard, Integer> opened = new HashMap<>();
        for (int i = 1; i <= all; i++) {
            boolean extra = i > with.size() * 7;
            DemoCourtyard yard = extra ? mixed.get(i % 2) : with.get((i - 1) % with.size());
            boolean owned = mixed.contains(yard);
            DemoRoll.Owner owner =
                    owned ? roll.owner(community, facts.word("shop-owner", i), "organisation", null) : null;
            int number = opened.merge(yard, 1, Integer::sum);
            String code = yard.facts.code() + "-S%02d".formatted(number);
            roll.unit(yard.place, code, "shop", 1200 + (i * 977L) % 6800 + 3, owner);
        }
    }

    private void partners(int community) {
        for (int i = 1; i <= facts.number("community", "public-units"); i++) {
            roll.partner(community, "public-unit", facts.word("public-unit", i));
        }
        for (int i = 1; i <= facts.number("community", "committee-units"); i++) {
            roll.partner(community, "committee-unit", facts.word("committee-unit", i));
        }
        roll.partner(community, "property", facts.word("property"));
    }

    private void staff(DemoRoll.Place root) {
        facts.section("staff").forEach((role, name) -> {
            DemoRoll.Person person =
                    roll.person(root.community(), null, name.toString(), "staff-" + role, true, true, false);
            staff.put(role, person);
            roll.role(person, role, root);
        });
    }

    /** The committee and those whom the residents chose live here; none of the committee is a resident representative. */
    private void posts(DemoRoll.Place root) {
        List<DemoCourtyard> all = List.copyOf(yards.values());
        for (int i = 0; i < facts.number("community", "committee"); i++) {
            roll.role(head(all.get(i), 0), "committee", root);
            staff.putIfAbsent(i == 0 ? "committee" : "committee-" + (i + 1), head(all.get(i), 0));
        }
        List<String> posts = List.of("moderator", "recorder", "scrutineer", "supervision");
        for (int i = 0; i < posts.size(); i++) {
            DemoRoll.Person person = head(all.get(9 + i), 0);
            roll.role(person, posts.get(i), root);
            staff.put(posts.get(i), person);
        }
    }

    static DemoRoll.Person head(DemoCourtyard yard, int route) {
        return yard.households.get(route).getFirst();
    }

    private void other(int i) {
        int id = i + 2;
        String name = facts.list("others", "names").get(i);
        DemoRoll.Place root = roll.root(id, facts.text("others", "code").formatted(i + 1), name);
        int number = 0;
        for (int c = 1; c <= facts.number("others", "courtyards"); c++) {
            String code = facts.text("others", "courtyard-code").formatted(i + 1, c);
            DemoRoll.Place yard = roll.place(
                    root,
                    "courtyard",
                    code,
                    facts.word("other-courtyard", name, code.substring(code.length() - 3)),
                    facts.text("others", "governance"),
                    true);
            DemoRoll.Place building = roll.place(yard, "building", code + "-1", facts.word("building", 1));
            for (int h = 1; h <= facts.number("others", "households"); h++) {
                int route = h * 100 + 1;
                DemoRoll.Place household =
                        roll.place(building, "household", code + "-1-1-" + route, facts.word("household", 1, 1, route));
                DemoRoll.Person first = null;
                for (int p = 1; p <= 2; p++) {
                    DemoRoll.Person person = roll.person(
                            id,
                            household,
                            facts.word("other-person", name, ++number),
                            household.code() + "-" + p,
                            true,
                            true,
                            false);
                    roll.role(person, "resident", household);
                    first = first == null ? person : first;
                }
                roll.role(first, "household_rep", household);
                roll.unit(
                        household,
                        household.code(),
                        "dwelling",
                        6000 + h * 131L,
                        roll.owner(id, first.name(), "person", first));
                elsewhere.add(first);
            }
        }
    }
}
