package pavilion.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.roster.People;
import pavilion.roster.Place;
import pavilion.roster.PlaceStore;
import pavilion.roster.RollPayload;
import pavilion.rules.Refused;
import pavilion.web.HttpError;

/**
 * Issuing and revoking invitations: for the people of a courtyard, or for one person who lost a password. Only the
 * committee of that place may.
 */
public final class Invitations {
    static final Duration VALID = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    public Invitations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param representatives only one invitation a household, for its representative */
    public List<Invitation> forPlace(CurrentUser by, int community, long place, boolean representatives) {
        return database.transact(tx -> {
            Place where = PlaceStore.find(tx, community, place).orElseThrow(HttpError::notFound);
            mayInvite(by, community, where.path());
            People.refuseLapsed(tx, by);
            return issue(
                    tx,
                    by,
                    community,
                    InvitationStore.invitees(tx, community, where.path(), representatives),
                    where.code());
        });
    }

    /** A new invitation for one person; the old one stops working. */
    public Invitation forPerson(CurrentUser by, int community, long person) {
        return database.transact(tx -> {
            mayInvite(by, community, PlaceStore.ofPerson(tx, community, person).path());
            People.refuseLapsed(tx, by);
            InvitationStore.Invitee invitee = InvitationStore.invitee(tx, community, person)
                    .orElseThrow(() -> new Refused("roster.invitations.not-adult"));
            return issue(tx, by, community, List.of(invitee), invitee.household(), "person", invitee.code())
                    .getFirst();
        });
    }

    public void revoke(CurrentUser by, int community, long person) {
        database.run(tx -> {
            mayInvite(by, community, PlaceStore.ofPerson(tx, community, person).path());
            if (InvitationStore.revoke(tx, community, new Long[] {person}, clock.instant()) == 0) {
                throw new Refused("roster.invitations.none-open");
            }
            append(tx, community, by, "slip.revoked", "person", person);
        });
    }

    private List<Invitation> issue(
            Tx tx,
            CurrentUser by,
            int community,
            List<InvitationStore.Invitee> invitees,
            String where,
            Object... more) {
        Instant now = clock.instant();
        Instant until = now.plus(VALID);
        Long[] people = invitees.stream().map(InvitationStore.Invitee::person).toArray(Long[]::new);
        List<Invitation> invitations = new ArrayList<>();
        for (InvitationStore.Invitee invitee : invitees) {
            invitations.add(new Invitation(InvitationCode.fresh(), invitee.name(), invitee.household(), until));
        }
        String[] hashes =
                invitations.stream().map(i -> InvitationCode.hash(i.code())).toArray(String[]::new);
        InvitationStore.lock(tx, community, people);
        InvitationStore.revoke(tx, community, people, now);
        InvitationStore.issue(tx, community, people, hashes, by.person(), now, until);
        append(
                tx,
                community,
                by,
                "slip.issued",
                Stream.concat(Stream.of("place", where, "count", invitations.size()), Stream.of(more))
                        .toArray());
        return invitations;
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
