package pavilion.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.SettingStore;
import pavilion.db.Tx;
import pavilion.identity.Role;
import pavilion.roster.CommunityStore;
import pavilion.roster.RollPayload;
import pavilion.rules.Refused;
import pavilion.text.CommunityTime;

/**
 * Sets up a real community: the root of its place tree and one person who administers it, invited by a code in place of a
 * first password. Everything else is imported or entered on the pages. Whoever may run a command on the machine may do
 * this; it is recorded on the roll's chain.
 */
public final class CommunitySetup {
    static final String BY = "cli";
    private static final String CODE = "[a-z0-9][a-z0-9-]{1,39}";
    private static final String FIRST = "admin";
    private static final int LONGEST = 40;

    private final Database database;
    private final Clock clock;

    public CommunitySetup(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param admin name of the administrator */
    public record NewCommunity(String code, String name, String street, String district, String admin) {}

    /** The code is shown this once; the database keeps only its hash. */
    public record Invited(String code, Instant until) {}

    /** @throws Refused if the code is malformed or taken, a name is missing, or the database is the demo's */
    public Invited found(NewCommunity asked) {
        if (!asked.code().matches(CODE)) {
            throw new Refused("roster.found.code", asked.code());
        }
        String name = words("--name", asked.name());
        String street = words("--street", asked.street());
        String district = words("--district", asked.district());
        String admin = words("--admin", asked.admin());
        LocalDate today = LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
        return database.transact(tx -> {
            CommunityStore.lock(tx);
            refuseDemo(tx);
            if (CommunitySetupStore.taken(tx, asked.code())) {
                throw new Refused("roster.found.taken", asked.code());
            }
            long area = CommunitySetupStore.area(
                    tx, CommunitySetupStore.area(tx, null, "district", district), "street", street);
            int community = CommunitySetupStore.community(tx, asked.code(), name, area);
            long root = CommunitySetupStore.root(tx, community, asked.code(), name);
            long person = CommunitySetupStore.worker(tx, community, FIRST, admin);
            CommunitySetupStore.role(tx, community, person, Role.ADMIN.key(), root, today);
            CommunitySetupStore.role(tx, community, person, Role.COMMITTEE.key(), root, today);
            write(tx, community, "community.founded", "code", asked.code(), "admin", FIRST);
            return issue(tx, community, person);
        });
    }

    /**
     * A new invitation for somebody on the roll, for when nobody is left who can sign in and print one.
     *
     * @throws Refused if there is no such community or person, or the person is not of age
     */
    public Invited invite(String community, String personCode) {
        return database.transact(tx -> {
            CommunitySetupStore.RollPerson who = CommunitySetupStore.byCode(tx, community, personCode)
                    .orElseThrow(() -> new Refused("roster.found.nobody", community, personCode));
            if (!who.adult()) {
                throw new Refused("roster.invitations.not-adult");
            }
            write(tx, who.community(), "slip.issued", "person", who.code(), "count", 1);
            return issue(tx, who.community(), who.person());
        });
    }

    private Invited issue(Tx tx, int community, long person) {
        Instant now = clock.instant();
        Instant until = now.plus(Invitations.VALID);
        String code = InvitationCode.fresh();
        Long[] people = {person};
        InvitationStore.revoke(tx, community, people, now);
        InvitationStore.issue(tx, community, people, new String[] {InvitationCode.hash(code)}, null, now, until);
        return new Invited(code, until);
    }

    private void write(Tx tx, int community, String act, Object... payload) {
        AuditStore.append(tx, community, "roll", act, BY, RollPayload.of(payload), clock.instant());
    }

    private static void refuseDemo(Tx tx) {
        if (SettingStore.isDemo(tx)) {
            throw new Refused("roster.found.demo");
        }
    }

    private static String words(String flag, String text) {
        String words = text.strip();
        int length = words.codePointCount(0, words.length());
        if (length < 1 || length > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("roster.found.words", flag, LONGEST);
        }
        return words;
    }
}
