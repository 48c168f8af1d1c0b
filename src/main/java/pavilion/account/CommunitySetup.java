package pavilion.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.SettingStore;
import pavilion.db.Tx;
import pavilion.identity.Role;
import pavilion.roster.RollPayload;
import pavilion.rules.Refused;
import pavilion.text.CommunityTime;

/**
 * How a real community begins: its root and one person who administers it, with a slip in place of a first password. All
 * else comes by import and through the pages. Whoever may run a command on the machine may do this; it is on the roll's
 * chain.
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

    /** What is asked for; {@code admin} is how the administrator is called. */
    public record Ask(String code, String name, String street, String district, String admin) {}

    /** The slip is shown here once and is nowhere afterwards. */
    public record Slip(String code, Instant until) {}

    /** @throws Refused if the code is malformed or taken, a name is missing, or the database is the demo's */
    public Slip found(Ask ask) {
        if (!ask.code().matches(CODE)) {
            throw new Refused("roster.found.code", ask.code());
        }
        String name = words("--name", ask.name());
        String street = words("--street", ask.street());
        String district = words("--district", ask.district());
        String admin = words("--admin", ask.admin());
        LocalDate today = LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
        return database.transact(tx -> {
            CommunitySetupStore.lock(tx);
            notTheDemo(tx);
            if (CommunitySetupStore.taken(tx, ask.code())) {
                throw new Refused("roster.found.taken", ask.code());
            }
            long area = CommunitySetupStore.area(
                    tx, CommunitySetupStore.area(tx, null, "district", district), "street", street);
            int community = CommunitySetupStore.community(tx, ask.code(), name, area);
            long root = CommunitySetupStore.root(tx, community, ask.code(), name);
            long person = CommunitySetupStore.worker(tx, community, FIRST, admin);
            CommunitySetupStore.role(tx, community, person, Role.ADMIN.key(), root, today);
            CommunitySetupStore.role(tx, community, person, Role.COMMITTEE.key(), root, today);
            write(tx, community, "community.founded", "code", ask.code(), "admin", FIRST);
            return issue(tx, community, person);
        });
    }

    /**
     * A new slip for somebody on the roll, when nobody is left who can sign in and print one.
     *
     * @throws Refused if there is no such community or person, or the person is not of age
     */
    public Slip slip(String community, String personCode) {
        return database.transact(tx -> {
            CommunitySetupStore.First who = CommunitySetupStore.byCode(tx, community, personCode)
                    .orElseThrow(() -> new Refused("roster.found.nobody", community, personCode));
            if (!who.adult()) {
                throw new Refused("roster.slips.not-adult");
            }
            write(tx, who.community(), "slip.issued", "person", who.code(), "count", 1);
            return issue(tx, who.community(), who.person());
        });
    }

    private Slip issue(Tx tx, int community, long person) {
        Instant now = clock.instant();
        Instant until = now.plus(Invitations.VALID);
        String code = InvitationCode.fresh();
        Long[] people = {person};
        InvitationStore.revoke(tx, community, people, now);
        InvitationStore.issue(tx, community, people, new String[] {InvitationCode.hash(code)}, null, now, until);
        return new Slip(code, until);
    }

    private void write(Tx tx, int community, String act, Object... payload) {
        AuditStore.append(tx, community, "roll", act, BY, RollPayload.of(payload), clock.instant());
    }

    private static void notTheDemo(Tx tx) {
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
