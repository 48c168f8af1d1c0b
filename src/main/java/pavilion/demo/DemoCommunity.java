package pavilion.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import pavilion.account.Passwords;
import pavilion.db.Database;
import pavilion.db.SettingStore;
import pavilion.db.Tx;
import pavilion.roster.CommunityStore;
import pavilion.rules.Refused;

/** Loads the demo community: generated from its figures, the same every time, and never beside real data. */
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

    /** The one password of all demo accounts. */
    public static String password() {
        return DemoFigures.read().value("password");
    }

    /**
     * Loads it into an empty database; changes nothing in one that has it already.
     *
     * @return the accounts that the start page offers
     * @throws Refused if the database holds real data
     */
    public List<DemoAccount> load() {
        String hash = passwords.hash(password());
        List<DemoAccount> offered = database.transactJob(tx -> {
            CommunityStore.lock(tx);
            boolean there = DemoStore.anyCommunity(tx);
            if (SettingStore.holdsRealData(tx)) {
                throw new Refused("roster.demo.real-data");
            }
            DemoPlaces places = new DemoPlaces(FIRST_ID).build();
            DemoAccounts accounts = new DemoAccounts(places);
            if (!there) {
                write(tx, places);
                DemoStore.accounts(tx, accounts.people(), accounts.levels(), hash, clock.instant());
                DemoStore.setLastId(tx, places.roll.last());
                SettingStore.put(tx, "demo", "true");
            }
            return new ArrayList<>(accounts.offered());
        });
        database.analyze();
        return offered;
    }

    private void write(Tx tx, DemoPlaces places) {
        DemoFigures figures = places.figures;
        long district = DemoStore.area(tx, null, "district", figures.value("district"));
        long others = DemoStore.area(tx, district, "street", figures.text("others", "street"));
        long street = DemoStore.area(tx, district, "street", figures.text("community", "street"));
        for (DemoRoll.Place root : places.roll.places) {
            if (root.kind().equals("community")) {
                boolean first = root.community() == figures.number("community", "id");
                DemoStore.community(tx, root.community(), root.code(), root.name(), first ? street : others);
            }
        }
        DemoStore.places(tx, places.roll.places);
        DemoStore.people(tx, places.roll.people);
        DemoStore.roles(tx, places.roll.roles, figures.since());
        DemoStore.owners(tx, places.roll.owners);
        DemoStore.units(tx, places.roll.units);
        DemoStore.partners(tx, places.roll.partners);
    }
}
