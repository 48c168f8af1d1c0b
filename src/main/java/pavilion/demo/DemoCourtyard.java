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
    /** Courtyards where owners decide something: absent landlords of their flats are on the roll, so that they can vote. */
    private static final Set<String> OWNERS_DECIDE = Set.of("HP-008", "HP-025", "HP-038", "HP-043", "HP-073", "HP-106");

    private static final int FULL_BUILDING = 36;
    private static final int STAIRWELL = 12;

    final DemoFigures.Courtyard figures;
    final DemoRoll.Place place;
    final List<List<DemoRoll.Person>> households = new ArrayList<>();
    final List<DemoRoll.Place> flats = new ArrayList<>();
    final Set<Integer> rented = new TreeSet<>();
    private final DemoRoll roll;
    private final DemoFigures all;
    private final Random random;

    DemoCourtyard(DemoRoll roll, DemoFigures all, DemoFigures.Courtyard figures, DemoRoll.Place place) {
        this.roll = roll;
        this.all = all;
        this.figures = figures;
        this.place = place;
        this.random = new Random(all.seed() * 1000 + Integer.parseInt(figures.number()));
    }

    /** Buildings of three full stairwells; the remaining flats are distributed evenly. */
    void build() {
        int left = figures.households();
        for (int building = 1; left > 0; building++) {
            int inBuilding = left > FULL_BUILDING + 8 ? FULL_BUILDING : left;
            left -= inBuilding;
            String code = figures.code() + "-" + building;
            DemoRoll.Place buildingPlace = roll.place(place, "building", code, all.phrase("building", building));
            int stairwells = (inBuilding + STAIRWELL - 1) / STAIRWELL;
            for (int s = 1; s <= stairwells; s++) {
                int count = inBuilding / stairwells + (s <= inBuilding % stairwells ? 1 : 0);
                // With an odd number, the first unit on the ground floor is the guard's.
                for (int i = count % 2; i < count + count % 2; i++) {
                    int flat = (i / 2 + 1) * 100 + i % 2 + 1;
                    flats.add(roll.place(
                            buildingPlace,
                            "household",
                            code + "-" + s + "-" + flat,
                            all.phrase("household", building, s, flat)));
                }
            }
        }
    }

    /** How many grown-ups (first row) and children (second row) live in each flat. */
    int[][] distribute() {
        int[][] residents = new int[2][figures.households()];
        Arrays.fill(residents[0], 1);
        distribute(residents[0], figures.adults() - figures.households(), 5);
        distribute(residents[1], figures.residents() - figures.adults(), 3);
        return residents;
    }

    private void distribute(int[] into, int people, int most) {
        for (int left = people; left > 0; ) {
            int flat = random.nextInt(into.length);
            if (into[flat] < most) {
                into[flat]++;
                left--;
            }
        }
    }

    /** Whole households of people from elsewhere rent flats, until the number of people from elsewhere is met. */
    void moveIn(int[][] residents, DemoNameNumbers numbers) {
        int floating = figures.floating();
        boolean[] isRented = new boolean[figures.households()];
        for (int flat = 1; flat < isRented.length - 1 && floating > 0; flat += 1 + random.nextInt(2)) {
            int people = residents[0][flat] + residents[1][flat];
            if (people <= floating) {
                isRented[flat] = true;
                floating -= people;
            }
        }
        for (int flat = 0; flat < isRented.length; flat++) {
            boolean tenant = isRented[flat] || publicRental();
            List<DemoRoll.Person> family = new ArrayList<>();
            for (int i = 0; i < residents[0][flat] + residents[1][flat]; i++) {
                boolean adult = i < residents[0][flat];
                // The remaining people from elsewhere lodge with a family that belongs here.
                boolean lodger = !isRented[flat] && i > 0 && floating > 0;
                floating -= lodger ? 1 : 0;
                family.add(roll.person(
                        place.community(),
                        flats.get(flat),
                        all.phrase("person", numbers.next()),
                        flats.get(flat).code() + "-" + (i + 1),
                        adult,
                        !isRented[flat] && !lodger,
                        tenant));
            }
            if (tenant) {
                rented.add(flat);
            }
            giveRoles(family, flats.get(flat));
            households.add(family);
        }
        if (floating != 0) {
            throw new IllegalStateException(figures.code() + " " + floating);
        }
    }

    private void giveRoles(List<DemoRoll.Person> family, DemoRoll.Place flat) {
        roll.role(family.getFirst(), "household_rep", flat);
        for (DemoRoll.Person person : family) {
            if (person.adult()) {
                roll.role(person, "resident", flat);
            }
        }
    }

    boolean publicRental() {
        return figures.code().equals("HP-040");
    }

    /** A flat's owner lives in it, alone or with a co-owner, or rents it out. */
    void assignOwners(DemoNameNumbers absent, DemoRoll.@Nullable Owner landlord) {
        for (int flat = 0; flat < flats.size(); flat++) {
            List<DemoRoll.Person> family = households.get(flat);
            DemoRoll.Owner owner;
            if (landlord != null) {
                owner = landlord;
            } else if (rented.contains(flat)) {
                owner = absent(absent, flats.get(flat));
            } else if (family.size() > 1 && family.get(1).adult() && random.nextInt(5) == 0) {
                String both = all.phrase(
                        "co-owners", family.get(0).name(), family.get(1).name());
                owner = roll.owner(place.community(), both, "co-owners", family.getFirst());
                roll.role(family.get(0), "owner", flats.get(flat));
                roll.role(family.get(1), "owner", flats.get(flat));
            } else {
                owner = roll.owner(place.community(), family.getFirst().name(), "person", family.getFirst());
                roll.role(family.getFirst(), "owner", flats.get(flat));
            }
            roll.unit(flats.get(flat), flats.get(flat).code(), "dwelling", randomArea(), owner);
        }
    }

    private DemoRoll.Owner absent(DemoNameNumbers numbers, DemoRoll.Place flat) {
        String name = all.phrase("absent-owner", numbers.next());
        if (!OWNERS_DECIDE.contains(figures.code())) {
            return roll.owner(place.community(), name, "person", null);
        }
        DemoRoll.Person voter = roll.person(place.community(), null, name, flat.code() + "-Y", true, true, false);
        roll.role(voter, "owner", flat);
        return roll.owner(place.community(), name, "person", voter);
    }

    /** 45 to 110 square metres in units of 0.01, never a round number. */
    long randomArea() {
        long area = 4500 + random.nextInt(6500);
        return area % 100 == 0 ? area + 37 : area;
    }

    void chooseRepresentatives() {
        for (int i = 0; i < figures.representatives(); i++) {
            int flat = (i + 1) * households.size() / (figures.representatives() + 1);
            roll.role(households.get(flat).getFirst(), "resident_rep", place);
        }
    }
}
