package pavilion.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import pavilion.account.Passwords;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/** The demo community: generated from its figures, the same every time, and never beside real data. */
public final class DemoCommunity {
    /** Above the few ids that the districts and streets take; so every load gives the same ids. */
    private static final long FIRST_ID = 1100;

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;

    public DemoCommunity(Database database, Clock clock, Passwords passwords) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
    }

    /** One password for all of them. */
    public static String password() {
        return DemoFigures.read().top("password");
    }

    /**
     * Loads it into an empty database; on one that has it already, only tells who is in it.
     *
     * @throws Refused if the database holds real data
     */
    public List<DemoAccount> load() {
        String hash = passwords.hash(password());
        List<DemoAccount> guests = database.transact(tx -> {
            DemoStore.lock(tx);
            boolean there = DemoStore.anyCommunity(tx);
            if (there && !DemoStore.isDemo(tx)) {
                throw new Refused("roster.demo.real-data");
            }
            DemoPlaces town = new DemoPlaces(FIRST_ID).build();
            DemoAccounts cast = new DemoAccounts(town);
            if (!there) {
                write(tx, town);
                DemoStore.accounts(tx, cast.people(), cast.levels(), hash, clock.instant());
                DemoStore.setLastId(tx, town.roll.last());
                DemoStore.markDemo(tx);
            }
            return new ArrayList<>(cast.shown());
        });
        database.analyze();
        return guests;
    }

    private void write(Tx tx, DemoPlaces town) {
        DemoFigures facts = town.facts;
        long district = DemoStore.area(tx, null, "district", facts.top("district"));
        long others = DemoStore.area(tx, district, "street", facts.text("others", "street"));
        long street = DemoStore.area(tx, district, "street", facts.text("community", "street"));
        for (DemoRoll.Place root : town.roll.places) {
            if (root.kind().equals("community")) {
                boolean first = root.community() == facts.number("community", "id");
                DemoStore.community(tx, root.community(), root.code(), root.name(), first ? street : others);
            }
        }
        DemoStore.places(tx, town.roll.places);
        DemoStore.people(tx, town.roll.people);
        DemoStore.roles(tx, town.roll.roles, facts.since());
        DemoStore.owners(tx, town.roll.owners);
        DemoStore.units(tx, town.roll.units);
        DemoStore.partners(tx, town.roll.partners);
    }
}
