package pavilion.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pavilion.rules.ElectorateKind;

/** What kind of meeting is called. Its key is kept in the database and never changes. */
public enum SessionKind {
    COURTYARD(false, ElectorateKind.HOUSEHOLD_REPS),
    RESIDENTS(false, ElectorateKind.HOUSEHOLD_REPS),
    REPRESENTATIVES(false, ElectorateKind.RESIDENT_REPS),
    OWNERS(false, ElectorateKind.OWNERS),
    /** Heard before something is decided elsewhere. */
    HEARING(true, ElectorateKind.HOUSEHOLD_REPS),
    /** Two sides at one table. */
    CONCILIATION(true, ElectorateKind.HOUSEHOLD_REPS),
    /** Looked at afterwards: was it done, was it done well. */
    APPRAISAL(true, ElectorateKind.HOUSEHOLD_REPS);

    private final boolean free;
    private final ElectorateKind roll;

    SessionKind(boolean free, ElectorateKind roll) {
        this.free = free;
        this.roll = roll;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** May be held to talk alone, with nothing on the agenda to vote on. */
    public boolean free() {
        return free;
    }

    /** Whose coming is written down where no matter on the agenda says so. */
    public ElectorateKind roll() {
        return roll;
    }

    /** What is usually called to decide something by that roll. */
    public static SessionKind usual(ElectorateKind roll) {
        return switch (roll) {
            case OWNERS -> OWNERS;
            case RESIDENT_REPS -> REPRESENTATIVES;
            case ADULTS -> RESIDENTS;
            default -> COURTYARD;
        };
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(SessionKind::key).toList();
    }

    public static Optional<SessionKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
