package pavilion.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything on the roll of the demo: its first community in full, and small others, enough to see that nothing leaks
 * between them.
 */
final class DemoPlaces {
    private static final String NUMBERED_APART = "HP-017";
    /** The number of the person in HP-017's last household with whom the demo is usually played. */
    private static final int LEAD = 412;

    final DemoFigures figures = DemoFigures.read();
    final DemoRoll roll;
    final Map<String, DemoCourtyard> courtyards = new LinkedHashMap<>();
    final Map<String, DemoRoll.Person> staff = new HashMap<>();
    final List<DemoRoll.Person> elsewhere = new ArrayList<>();
    private final Map<String, DemoRoll.Place> grids = new LinkedHashMap<>();
    private final DemoNameNumbers absent = DemoNameNumbers.from(1);

    DemoPlaces(long lastId) {
        this.roll = new DemoRoll(lastId);
    }

    DemoPlaces build() {
        int id = figures.number("community", "id");
        DemoRoll.Place root = roll.root(id, figures.text("community", "code"), figures.text("community", "name"));
        grids(root);
        people();
        unusualOwnership();
        shops(id);
        partners(id);
        staff(root);
        posts(root);
        for (int i = 0; i < figures.list("others", "names").size(); i++) {
            otherCommunity(i);
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    private void grids(DemoRoll.Place root) {
        figures.section("grids").forEach((code, below) -> {
            DemoRoll.Place gridOf4 = roll.place(root, "grid4", code, figures.phrase("grid4", code.substring(3)));
            for (String gridOf5 : (List<String>) below) {
                grids.put(
                        gridOf5, roll.place(gridOf4, "grid5", gridOf5, figures.phrase("grid5", gridOf5.substring(3))));
            }
        });
    }

    private void people() {
        Map<DemoCourtyard, int[][]> residents = new LinkedHashMap<>();
        for (DemoFigures.Courtyard courtyard : figures.courtyards()) {
            DemoRoll.Place place = roll.place(
                    grids.get(courtyard.grid5()),
                    "courtyard",
                    courtyard.code(),
                    figures.phrase("courtyard", courtyard.number()),
                    courtyard.governance(),
                    courtyard.old());
            DemoCourtyard built = new DemoCourtyard(roll, figures, courtyard, place);
            built.build();
            courtyards.put(courtyard.code(), built);
            residents.put(built, built.distribute());
        }
        DemoCourtyard numberedApart = courtyards.get(NUMBERED_APART);
        int first = LEAD - residentsBeforeLast(residents.get(numberedApart));
        DemoNameNumbers rest = DemoNameNumbers.without(first, first + numberedApart.figures.residents());
        DemoRoll.Owner landlord =
                roll.owner(numberedApart.place.community(), figures.phrase("landlord"), "organisation", null);
        for (DemoCourtyard courtyard : courtyards.values()) {
            courtyard.moveIn(residents.get(courtyard), courtyard == numberedApart ? DemoNameNumbers.from(first) : rest);
            courtyard.assignOwners(absent, courtyard.publicRental() ? landlord : null);
            courtyard.chooseRepresentatives();
        }
    }

    private static int residentsBeforeLast(int[][] residents) {
        int people = 0;
        for (int flat = 0; flat + 1 < residents[0].length; flat++) {
            people += residents[0][flat] + residents[1][flat];
        }
        return people;
    }

    /** What real rolls contain, in one courtyard: three flats of one owner, and seven that the developer still owns. */
    private void unusualOwnership() {
        DemoCourtyard courtyard = courtyards.get("HP-025");
        int community = courtyard.place.community();
        DemoRoll.Person ownerOfThree = roll.person(
                community,
                null,
                figures.phrase("absent-owner", absent.next()),
                courtyard.figures.code() + "-Y3",
                true,
                true,
                false);
        roll.role(ownerOfThree, "owner", courtyard.place);
        DemoRoll.Owner ownerOfThreeFlats = roll.owner(community, ownerOfThree.name(), "person", ownerOfThree);
        DemoRoll.Owner developer = roll.owner(community, figures.phrase("developer"), "developer", null);
        for (int i = 1; i <= 10; i++) {
            String code = courtyard.figures.code() + "-9-1-%d0%d".formatted((i + 1) / 2, 2 - i % 2);
            roll.unit(
                    courtyard.place, code, "dwelling", courtyard.randomArea(), i <= 3 ? ownerOfThreeFlats : developer);
        }
    }

    /** Shops open onto the lanes; only in the two buildings of mixed use do they belong to the owners' body. */
    private void shops(int community) {
        List<DemoCourtyard> withShops = courtyards.values().stream()
                .filter(y -> !y.figures.code().equals("HP-043"))
                .toList();
        List<DemoCourtyard> mixedUse = List.of(courtyards.get("HP-056"), courtyards.get("HP-106"));
        int all = figures.number("community", "shops");
        Map<DemoCourtyard, Integer> shopsIn = new HashMap<>();
        for (int i = 1; i <= all; i++) {
            boolean extra = i > withShops.size() * 7;
            DemoCourtyard courtyard = extra ? mixedUse.get(i % 2) : withShops.get((i - 1) % withShops.size());
            boolean owned = mixedUse.contains(courtyard);
            DemoRoll.Owner owner =
                    owned ? roll.owner(community, figures.phrase("shop-owner", i), "organisation", null) : null;
            int number = shopsIn.merge(courtyard, 1, Integer::sum);
            String code = courtyard.figures.code() + "-S%02d".formatted(number);
            roll.unit(courtyard.place, code, "shop", 1200 + (i * 977L) % 6800 + 3, owner);
        }
    }

    private void partners(int community) {
        for (int i = 1; i <= figures.number("community", "public-units"); i++) {
            roll.partner(community, "public-unit", figures.phrase("public-unit", i));
        }
        for (int i = 1; i <= figures.number("community", "committee-units"); i++) {
            roll.partner(community, "committee-unit", figures.phrase("committee-unit", i));
        }
        roll.partner(community, "property", figures.phrase("property"));
    }

    private void staff(DemoRoll.Place root) {
        figures.section("staff").forEach((role, name) -> {
            DemoRoll.Person person =
                    roll.person(root.community(), null, name.toString(), "staff-" + role, true, true, false);
            staff.put(role, person);
            roll.role(person, role, root);
        });
    }

    /** The committee and those whom the residents elected live here; no committee member is a resident representative. */
    private void posts(DemoRoll.Place root) {
        List<DemoCourtyard> all = List.copyOf(courtyards.values());
        for (int i = 0; i < figures.number("community", "committee"); i++) {
            roll.role(representative(all.get(i), 0), "committee", root);
            staff.putIfAbsent(i == 0 ? "committee" : "committee-" + (i + 1), representative(all.get(i), 0));
        }
        List<String> posts = List.of("moderator", "recorder", "scrutineer", "supervision");
        for (int i = 0; i < posts.size(); i++) {
            DemoRoll.Person person = representative(all.get(9 + i), 0);
            roll.role(person, posts.get(i), root);
            staff.put(posts.get(i), person);
        }
    }

    static DemoRoll.Person representative(DemoCourtyard courtyard, int flat) {
        return courtyard.households.get(flat).getFirst();
    }

    private void otherCommunity(int i) {
        int id = i + 2;
        String name = figures.list("others", "names").get(i);
        DemoRoll.Place root = roll.root(id, figures.text("others", "code").formatted(i + 1), name);
        int number = 0;
        for (int c = 1; c <= figures.number("others", "courtyards"); c++) {
            String code = figures.text("others", "courtyard-code").formatted(i + 1, c);
            DemoRoll.Place courtyard = roll.place(
                    root,
                    "courtyard",
                    code,
                    figures.phrase("other-courtyard", name, code.substring(code.length() - 3)),
                    figures.text("others", "governance"),
                    true);
            DemoRoll.Place building = roll.place(courtyard, "building", code + "-1", figures.phrase("building", 1));
            for (int h = 1; h <= figures.number("others", "households"); h++) {
                int flat = h * 100 + 1;
                DemoRoll.Place household = roll.place(
                        building, "household", code + "-1-1-" + flat, figures.phrase("household", 1, 1, flat));
                DemoRoll.Person first = null;
                for (int p = 1; p <= 2; p++) {
                    DemoRoll.Person person = roll.person(
                            id,
                            household,
                            figures.phrase("other-person", name, ++number),
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
