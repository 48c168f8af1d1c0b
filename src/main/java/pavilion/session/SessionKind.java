package pavilion.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pavilion.rules.ElectorateKind;

/** What kind of session is called. Its key is stored in the database and never changes. */
public enum SessionKind {
    COURTYARD(false, ElectorateKind.HOUSEHOLD_REPS),
    RESIDENTS(false, ElectorateKind.HOUSEHOLD_REPS),
    REPRESENTATIVES(false, ElectorateKind.RESIDENT_REPS),
    OWNERS(false, ElectorateKind.OWNERS),
    /** Heard before something is decided elsewhere. */
    HEARING(true, ElectorateKind.HOUSEHOLD_REPS),
    /** Two sides at one table. */
    CONCILIATION(true, ElectorateKind.HOUSEHOLD_REPS),
    /** Afterwards: was it done, and done well? */
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

    /** May be held without anything on the agenda to vote on. */
    public boolean free() {
        return free;
    }

    /** The roll whose presence is recorded where no matter on the agenda names one. */
    public ElectorateKind roll() {
        return roll;
    }

    /** The kind that usually decides by that roll. */
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
