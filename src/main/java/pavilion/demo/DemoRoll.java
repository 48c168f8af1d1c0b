package pavilion.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A roll in memory, before any of it is in the database. It assigns the ids. */
final class DemoRoll {
    record Place(
            int community,
            long id,
            @Nullable Long parent,
            String kind,
            String code,
            String name,
            String path,
            @Nullable String governance,
            boolean old) {}

    record Person(
            int community,
            long id,
            @Nullable Place household,
            String name,
            String code,
            boolean adult,
            boolean permanent,
            boolean tenant) {}

    record Role(int community, long person, String role, long place) {}

    record Owner(
            int community,
            long id,
            String name,
            String kind,
            @Nullable Long voter) {}

    record Unit(
            int community,
            long id,
            long place,
            String code,
            String kind,
            long areaC,
            @Nullable Long owner) {}

    record Partner(int community, long id, String kind, String name) {}

    final List<Place> places = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<Role> roles = new ArrayList<>();
    final List<Owner> owners = new ArrayList<>();
    final List<Unit> units = new ArrayList<>();
    final List<Partner> partners = new ArrayList<>();
    private long last;

    DemoRoll(long last) {
        this.last = last;
    }

    long last() {
        return last;
    }

    Place root(int community, String code, String name) {
        long id = ++last;
        Place place = new Place(community, id, null, "community", code, name, "/" + id + "/", null, false);
        places.add(place);
        return place;
    }

    Place place(Place parent, String kind, String code, String name) {
        return place(parent, kind, code, name, null, false);
    }

    Place place(Place parent, String kind, String code, String name, @Nullable String governance, boolean old) {
        long id = ++last;
        Place place = new Place(
                parent.community(), id, parent.id(), kind, code, name, parent.path() + id + "/", governance, old);
        places.add(place);
        return place;
    }

    Person person(
            int community,
            @Nullable Place household,
            String name,
            String code,
            boolean adult,
            boolean permanent,
            boolean tenant) {
        Person person = new Person(community, ++last, household, name, code, adult, permanent, tenant);
        people.add(person);
        return person;
    }

    void role(Person person, String role, Place place) {
        roles.add(new Role(place.community(), person.id(), role, place.id()));
    }

    Owner owner(int community, String name, String kind, @Nullable Person voter) {
        Owner owner = new Owner(community, ++last, name, kind, voter == null ? null : voter.id());
        owners.add(owner);
        return owner;
    }

    void unit(Place place, String code, String kind, long areaC, @Nullable Owner owner) {
        units.add(
                new Unit(place.community(), ++last, place.id(), code, kind, areaC, owner == null ? null : owner.id()));
    }

    void partner(int community, String kind, String name) {
        partners.add(new Partner(community, ++last, kind, name));
    }
}
