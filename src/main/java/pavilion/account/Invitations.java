package pavilion.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.roster.Place;
import pavilion.roster.PlaceStore;
import pavilion.roster.RollPayload;
import pavilion.rules.Refused;
import pavilion.web.HttpError;

/**
 * Slips of paper for the people of a courtyard, or for one person who lost a password. Only the committee of that place
 * makes them; the codes are shown once, in the answer, and are nowhere afterwards.
 */
public final class Invitations {
    public static final Duration VALID = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    public Invitations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is printed. */
    public record Slip(String code, String name, String household, Instant until) {}

    /** @param representatives only one slip a household, for its representative */
    public List<Slip> forPlace(CurrentUser by, int community, long place, boolean representatives) {
        return database.transact(tx -> {
            Place where = PlaceStore.find(tx, community, place).orElseThrow(HttpError::notFound);
            mayInvite(by, community, where.path());
            return issue(
                    tx,
                    by,
                    community,
                    InvitationStore.guests(tx, community, where.path(), representatives),
                    where.code());
        });
    }

    /** A new slip for one person; it kills the old one. */
    public Slip forPerson(CurrentUser by, int community, long person) {
        return database.transact(tx -> {
            mayInvite(by, community, PlaceStore.ofPerson(tx, community, person).path());
            InvitationStore.Guest guest = InvitationStore.guest(tx, community, person)
                    .orElseThrow(() -> new Refused("roster.slips.not-adult"));
            return issue(tx, by, community, List.of(guest), guest.household()).getFirst();
        });
    }

    public void revoke(CurrentUser by, int community, long person) {
        database.run(tx -> {
            mayInvite(by, community, PlaceStore.ofPerson(tx, community, person).path());
            if (InvitationStore.revoke(tx, community, new Long[] {person}, clock.instant()) == 0) {
                throw new Refused("roster.slips.none-open");
            }
            append(tx, community, by, "slip.revoked", "person", person);
        });
    }

    private List<Slip> issue(Tx tx, CurrentUser by, int community, List<InvitationStore.Guest> guests, String where) {
        Instant now = clock.instant();
        Instant until = now.plus(VALID);
        Long[] people = guests.stream().map(InvitationStore.Guest::person).toArray(Long[]::new);
        List<Slip> slips = new ArrayList<>();
        for (InvitationStore.Guest guest : guests) {
            slips.add(new Slip(InvitationCode.fresh(), guest.name(), guest.household(), until));
        }
        String[] hashes = slips.stream().map(s -> InvitationCode.hash(s.code())).toArray(String[]::new);
        InvitationStore.revoke(tx, community, people, now);
        InvitationStore.issue(tx, community, people, hashes, by.person(), now, until);
        append(tx, community, by, "slip.issued", "place", where, "count", slips.size());
        return slips;
    }

    private void append(Tx tx, int community, CurrentUser by, String act, Object... payload) {
        AuditStore.append(
                tx,
                community,
                "roll",
                act,
                PlaceStore.personCode(tx, by.community(), by.person()),
                RollPayload.of(payload),
                clock.instant());
    }

    private static void mayInvite(CurrentUser by, int community, String path) {
        if (!by.has(Role.COMMITTEE, community, path)) {
            throw HttpError.forbidden("roster.stop.not-your-place");
        }
    }
}
