package pavilion.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One courtyard filled with buildings, households, people, flats and their owners, so that its figures are met exactly.
 * The same seed gives the same courtyard.
 */
final class DemoCourtyard {
    /** Courtyards where owners decide something: their absent landlords are on the roll, so that they can vote. */
    private static final Set<String> OWNERS_DECIDE = Set.of("HP-008", "HP-025", "HP-038", "HP-043", "HP-073", "HP-106");

    private static final int FULL_BUILDING = 36;
    private static final int STAIRWELL = 12;

    final DemoFigures.Courtyard facts;
    final DemoRoll.Place place;
    final List<List<DemoRoll.Person>> households = new ArrayList<>();
    final List<DemoRoll.Place> routes = new ArrayList<>();
    final Set<Integer> rented = new TreeSet<>();
    private final DemoRoll roll;
    private final DemoFigures words;
    private final Random random;

    DemoCourtyard(DemoRoll roll, DemoFigures words, DemoFigures.Courtyard facts, DemoRoll.Place place) {
        this.roll = roll;
        this.words = words;
        this.facts = facts;
        this.place = place;
        this.random = new Random(words.seed() * 1000 + Integer.parseInt(facts.number()));
    }

    /** Buildings of three full stairwells; what is left over is spread evenly. */
    void build() {
        int left = facts.households();
        for (int building = 1; left > 0; building++) {
            int here = left > FULL_BUILDING + 8 ? FULL_BUILDING : left;
            left -= here;
            String code = facts.code() + "-" + building;
            DemoRoll.Place house = roll.place(place, "building", code, words.word("building", building));
            int stairwells = (here + STAIRWELL - 1) / STAIRWELL;
            for (int s = 1; s <= stairwells; s++) {
                int flats = here / stairwells + (s <= here % stairwells ? 1 : 0);
                // An odd number: the first door on the ground floor is the guard's.
                for (int i = flats % 2; i < flats + flats % 2; i++) {
                    int route = (i / 2 + 1) * 100 + i % 2 + 1;
                    routes.add(roll.place(
                            house,
                            "household",
                            code + "-" + s + "-" + route,
                            words.word("household", building, s, route)));
                }
            }
        }
    }

    /** How many grown-ups and children live behind each door. */
    int[][] spread() {
        int[][] living = new int[2][facts.households()];
        Arrays.fill(living[0], 1);
        share(living[0], facts.adults() - facts.households(), 5);
        share(living[1], facts.residents() - facts.adults(), 3);
        return living;
    }

    private void share(int[] into, int people, int most) {
        for (int left = people; left > 0; ) {
            int route = random.nextInt(into.length);
            if (into[route] < most) {
                into[route]++;
                left--;
            }
        }
    }

    /** Whole households of people from elsewhere rent, until their number is met. */
    void settle(int[][] living, DemoNameNumbers numbers) {
        int floating = facts.floating();
        boolean[] rents = new boolean[facts.households()];
        for (int route = 1; route < rents.length - 1 && floating > 0; route += 1 + random.nextInt(2)) {
            int people = living[0][route] + living[1][route];
            if (people <= floating) {
                rents[route] = true;
                floating -= people;
            }
        }
        for (int route = 0; route < rents.length; route++) {
            boolean tenant = rents[route] || publicRental();
            List<DemoRoll.Person> family = new ArrayList<>();
            for (int i = 0; i < living[0][route] + living[1][route]; i++) {
                boolean adult = i < living[0][route];
                // The rest of the people from elsewhere live with a family that belongs here.
                boolean guest = !rents[route] && i > 0 && floating > 0;
                floating -= guest ? 1 : 0;
                family.add(roll.person(
                        place.community(),
                        routes.get(route),
                        words.word("person", numbers.next()),
                        routes.get(route).code() + "-" + (i + 1),
                        adult,
                        !rents[route] && !guest,
                        tenant));
            }
            if (tenant) {
                rented.add(route);
            }
            household(family, routes.get(route));
            households.add(family);
        }
        if (floating != 0) {
            throw new IllegalStateException(facts.code() + " " + floating);
        }
    }

    private void household(List<DemoRoll.Person> family, DemoRoll.Place route) {
        roll.role(family.getFirst(), "household_rep", route);
        for (DemoRoll.Person person : family) {
            if (person.adult()) {
                roll.role(person, "resident", route);
            }
        }
    }

    boolean publicRental() {
        return facts.code().equals("HP-040");
    }

    /** A flat's owner lives in it, alone or with a co-owner, or lets it. */
    void own(DemoNameNumbers absent, DemoRoll.@Nullable Owner landlord) {
        for (int route = 0; route < routes.size(); route++) {
            List<DemoRoll.Person> family = households.get(route);
            DemoRoll.Owner owner;
            if (landlord != null) {
                owner = landlord;
            } else if (rented.contains(route)) {
                owner = absent(absent, routes.get(route));
            } else if (family.size() > 1 && family.get(1).adult() && random.nextInt(5) == 0) {
                String both = words.word(
                        "co-owners", family.get(0).name(), family.get(1).name());
                owner = roll.owner(place.community(), both, "co-owners", family.getFirst());
                roll.role(family.get(0), "owner", routes.get(route));
                roll.role(family.get(1), "owner", routes.get(route));
            } else {
                owner = roll.owner(place.community(), family.getFirst().name(), "person", family.getFirst());
                roll.role(family.getFirst(), "owner", routes.get(route));
            }
            roll.unit(routes.get(route), routes.get(route).code(), "dwelling", area(), owner);
        }
    }

    private DemoRoll.Owner absent(DemoNameNumbers numbers, DemoRoll.Place route) {
        String name = words.word("absent-owner", numbers.next());
        if (!OWNERS_DECIDE.contains(facts.code())) {
            return roll.owner(place.community(), name, "person", null);
        }
        DemoRoll.Person voter = roll.person(place.community(), null, name, route.code() + "-Y", true, true, false);
        roll.role(voter, "owner", route);
        return roll.owner(place.community(), name, "person", voter);
    }

    /** 45 to 110 square metres, never round. */
    long area() {
        long area = 4500 + random.nextInt(6500);
        return area % 100 == 0 ? area + 37 : area;
    }

    void represent() {
        for (int i = 0; i < facts.representatives(); i++) {
            int route = (i + 1) * households.size() / (facts.representatives() + 1);
            roll.role(households.get(route).getFirst(), "resident_rep", place);
        }
    }
}
