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
    Optional<PeopleStore.PersonCheck> personCheck(CurrentUser by, int community, long person) {
        return PeopleStore.personCheck(database.plain(), community, person, by.person());
    }

    public List<PeopleStore.Post> posts(int community, long person) {
        return PeopleStore.posts(database.plain(), community, person);
    }

    /**
     * Records that somebody was checked against the roll, by whom and how; no document of theirs is kept.
     *
     * @throws Refused if the one who checks printed the invitation that ended the check before
     */
    public void check(CurrentUser by, int community, long person, String how) {
        database.run(tx -> {
            PeopleStore.PersonOnRoll line = find(tx, by, community, person);
            boolean may =
                    by.has(Role.COMMITTEE, community, line.path()) || by.has(Role.GRID_WORKER, community, line.path());
            if (!may) {
                throw HttpError.forbidden("roster.stop.not-your-place");
            }
            refuseForOneself(by, community, person, "roster.check.self");
            PeopleStore.lockAccount(tx, community, person);
            if (PeopleStore.personCheck(tx, community, person, by.person())
                    .filter(PeopleStore.PersonCheck::printedByMe)
                    .isPresent()) {
                throw new Refused("roster.check.own-slip");
            }
            if (!PeopleStore.check(tx, community, person, by.person(), how, clock.instant())) {
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
        database.run(tx -> {
            PeopleStore.PersonOnRoll line = find(tx, by, community, person);
            refuseForOneself(by, community, person, "roster.role.self");
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
        database.run(tx -> {
            PeopleStore.PersonOnRoll line = find(tx, by, community, person);
            Place place = PlaceStore.find(tx, community, placeId).orElseThrow(HttpError::notFound);
            refuseForOneself(by, community, person, "roster.role.self");
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
                && !(by.community() == community && by.person() == person);
    }

    private static void requireAppoints(CurrentUser by, int community, Role role, String path) {
        if (!appoints(by, community, role, path)) {
            throw HttpError.forbidden("roster.stop.not-yours-to-give");
        }
    }

    private static void refuseForOneself(CurrentUser by, int community, long person, String key) {
        if (by.community() == community && by.person() == person) {
            throw new Refused(key);
        }
    }

    private void write(Tx tx, CurrentUser by, int community, String act, Object... payload) {
        String who = PlaceStore.personCode(tx, by.community(), by.person());
        AuditStore.append(tx, community, "roll", act, who, RollPayload.of(payload), clock.instant());
    }
}
