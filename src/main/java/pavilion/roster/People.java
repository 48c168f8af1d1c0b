package pavilion.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.UserCache;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.text.CommunityTime;
import pavilion.web.HttpError;

/**
 * What the committee does with people: checking somebody in person against the roll, giving and ending posts. Nobody may do
 * either for themselves; each act is recorded on the roll's chain.
 */
public final class People {
    static final List<String> WAYS = List.of("counter", "visit", "neighbours");
    /** Posts that the administrator gives; the committee gives all others. */
    private static final Set<Role> OFFICE = Set.of(Role.COMMITTEE, Role.STREET, Role.ADMIN, Role.SUPERVISION);

    private final Database database;
    private final Clock clock;
    private final UserCache users;

    public People(Database database, Clock clock, UserCache users) {
        this.database = database;
        this.clock = clock;
        this.users = users;
    }

    List<PeopleStore.PersonOnRoll> search(int community, String below, String words, int page, int size) {
        return PeopleStore.search(database.plain(), community, below, words, page, size);
    }

    /** @throws HttpError if the person does not live below a place that this user looks after */
    PeopleStore.PersonOnRoll find(CurrentUser by, int community, long person) {
        return find(database.plain(), by, community, person);
    }

    private PeopleStore.PersonOnRoll find(Tx tx, CurrentUser by, int community, long person) {
        PeopleStore.PersonOnRoll line = PeopleStore.find(tx, community, person).orElseThrow(HttpError::notFound);
        boolean mine = by.has(Role.COMMITTEE, community, line.path())
                || by.has(Role.GRID_WORKER, community, line.path())
                || by.has(Role.ADMIN, community, line.path());
        if (!mine) {
            throw HttpError.forbidden("roster.stop.not-your-place");
        }
        return line;
    }

    /** How somebody was checked in person; empty for somebody without an account. */
    Optional<PersonCheckStore.PersonCheck> personCheck(CurrentUser by, int community, long person) {
        return PersonCheckStore.find(database.plain(), community, person, by.person());
    }

    /**
     * Who does the next check in person.
     *
     * @param printedBy whoever printed the invitations used since the last one, and does not do the next; empty for nobody
     * @param names of some who may, as their accounts say them
     */
    public record Checkers(String printedBy, List<String> names) {}

    public Checkers checkers(int community, long person) {
        Tx tx = database.plain();
        PeopleStore.PersonOnRoll line = PeopleStore.find(tx, community, person).orElseThrow(HttpError::notFound);
        String printedBy = PersonCheckStore.find(tx, community, person, 0)
                .map(PersonCheckStore.PersonCheck::printedBy)
                .orElse("");
        return new Checkers(printedBy, PersonCheckStore.checkers(tx, community, person, line.path(), today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
    }

    /** Why this user does not check that person; empty where they may. */
    Optional<Refusal> whyNotCheck(CurrentUser by, int community, PeopleStore.PersonOnRoll line) {
        return whyNotCheck(database.plain(), by, community, line);
    }

    private static Optional<Refusal> whyNotCheck(Tx tx, CurrentUser by, int community, PeopleStore.PersonOnRoll line) {
        if (!checks(by, community, line.path())) {
            return Optional.of(Refusal.of("roster.check.not-checker"));
        }
        if (isSame(by, community, line.id())) {
            return Optional.of(Refusal.of("roster.check.self"));
        }
        if (PersonCheckStore.find(tx, community, line.id(), by.person())
                .filter(PersonCheckStore.PersonCheck::printedByMe)
                .isPresent()) {
            return Optional.of(Refusal.of("roster.check.own-slip"));
        }
        // Otherwise whoever printed that worker's invitation would check through them.
        return PersonCheckStore.own(tx, by.community(), by.person())
                .filter(PersonCheckStore.OwnCheck::unchecked)
                .map(own -> Refusal.of("roster.check.checker-unchecked"));
    }

    private static boolean checks(CurrentUser by, int community, String path) {
        return by.has(Role.COMMITTEE, community, path) || by.has(Role.GRID_WORKER, community, path);
    }

    /**
     * An account that a new invitation gave a new password may be in the hands of whoever printed it: until it is checked in
     * person again it vouches for nobody.
     *
     * @throws Refused if this is such an account
     */
    public static void refuseLapsed(Tx tx, CurrentUser by) {
        if (PersonCheckStore.own(tx, by.community(), by.person())
                .filter(PersonCheckStore.OwnCheck::lapsed)
                .isPresent()) {
            throw new Refused("roster.check.lapsed-yourself");
        }
    }

    public List<PeopleStore.Post> posts(int community, long person) {
        return PeopleStore.posts(database.plain(), community, person);
    }

    /**
     * Records that somebody was checked against the roll, by whom and how; no document of theirs is kept.
     *
     * @throws Refused if the one who checks printed the invitation with which the account was set up since the last check, or
     *     was not checked in person either
     */
    public void check(CurrentUser by, int community, long person, String how) {
        database.run(tx -> {
            PeopleStore.PersonOnRoll line = find(tx, by, community, person);
            if (!checks(by, community, line.path())) {
                throw HttpError.forbidden("roster.stop.not-your-place");
            }
            PersonCheckStore.lock(tx, community, person);
            whyNotCheck(tx, by, community, line).ifPresent(why -> {
                throw new Refused(why);
            });
            if (!PersonCheckStore.check(tx, community, person, by.person(), how, clock.instant())) {
                throw new Refused("roster.check.no-account");
            }
            write(tx, by, community, "person.checked", "person", line.code(), "how", how);
        });
        users.changed(person);
    }

    /**
     * Gives somebody a post from today.
     *
     * @param placeCode where it holds; empty for their household, their courtyard or the community, depending on the role
     * @param to the last day; null for an open end
     */
    public void give(CurrentUser by, int community, long person, Role role, String placeCode, @Nullable LocalDate to) {
        LocalDate today = today();
        database.run(tx -> {
            PeopleStore.PersonOnRoll line = find(tx, by, community, person);
            refuseForOneself(by, community, person, "roster.role.self");
            refuseLapsed(tx, by);
            if (to != null && to.isBefore(today)) {
                throw new Refused("roster.role.over");
            }
            if (role == Role.HOUSEHOLD_REP && !line.adult()) {
                throw new Refused("roster.role.minor");
            }
            Place place = where(tx, community, line, role, placeCode);
            requireAppoints(by, community, role, place.path());
            PeopleStore.give(tx, community, person, role.key(), place.id(), today, to);
            write(tx, by, community, "role.given", "person", line.code(), "role", role.key(), "place", place.code());
        });
        users.changed(person);
    }

    public void end(CurrentUser by, int community, long person, Role role, long placeId) {
        LocalDate today = today();
        database.run(tx -> {
            PeopleStore.PersonOnRoll line = find(tx, by, community, person);
            Place place = PlaceStore.find(tx, community, placeId).orElseThrow(HttpError::notFound);
            refuseForOneself(by, community, person, "roster.role.self");
            refuseLapsed(tx, by);
            requireAppoints(by, community, role, place.path());
            if (!PeopleStore.end(tx, community, person, role.key(), placeId, today)) {
                throw new Refused("roster.role.not-held");
            }
            write(tx, by, community, "role.ended", "person", line.code(), "role", role.key(), "place", place.code());
        });
        users.changed(person);
    }

    private Place where(Tx tx, int community, PeopleStore.PersonOnRoll line, Role role, String code) {
        if (!code.isEmpty()) {
            return PlaceStore.anyByCode(tx, community, code)
                    .orElseThrow(() -> new Refused("roster.role.no-place", code));
        }
        Place own = PlaceStore.ofPerson(tx, community, line.id());
        return switch (role) {
            case RESIDENT, HOUSEHOLD_REP, OWNER -> own;
            case RESIDENT_REP ->
                PlaceStore.courtyardOf(tx, community, line.path()).orElse(own);
            default -> PlaceStore.root(tx, community);
        };
    }

    static boolean appoints(CurrentUser by, int community, Role role, String path) {
        return by.has(OFFICE.contains(role) ? Role.ADMIN : Role.COMMITTEE, community, path);
    }

    /** As {@link #end} asks: whoever appoints ends, and nobody ends their own. */
    static boolean mayEnd(CurrentUser by, int community, long person, PeopleStore.Post post) {
        return post.to() == null
                && appoints(by, community, Role.of(post.role()), post.placePath())
                && !isSame(by, community, person);
    }

    private static void requireAppoints(CurrentUser by, int community, Role role, String path) {
        if (!appoints(by, community, role, path)) {
            throw HttpError.forbidden("roster.stop.not-yours-to-give");
        }
    }

    private static void refuseForOneself(CurrentUser by, int community, long person, String key) {
        if (isSame(by, community, person)) {
            throw new Refused(key);
        }
    }

    private static boolean isSame(CurrentUser by, int community, long person) {
        return by.community() == community && by.person() == person;
    }

    private void write(Tx tx, CurrentUser by, int community, String act, Object... payload) {
        String who = PlaceStore.personCode(tx, by.community(), by.person());
        AuditStore.append(tx, community, "roll", act, who, RollPayload.of(payload), clock.instant());
    }
}
