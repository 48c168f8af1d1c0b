package pavilion.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pavilion.rules.ElectorateKind;

/** What kind of session is called. Its key is stored in the database and never changes. */
public enum SessionKind {
    COURTYARD(ElectorateKind.HOUSEHOLD_REPS),
    RESIDENTS(ElectorateKind.HOUSEHOLD_REPS),
    REPRESENTATIVES(ElectorateKind.RESIDENT_REPS),
    OWNERS(ElectorateKind.OWNERS),
    /** Heard before something is decided elsewhere. */
    HEARING(ElectorateKind.HOUSEHOLD_REPS),
    /** Two sides at one table. */
    CONCILIATION(ElectorateKind.HOUSEHOLD_REPS),
    /** Afterwards: was it done, and done well? */
    APPRAISAL(ElectorateKind.HOUSEHOLD_REPS);

    private final ElectorateKind roll;

    SessionKind(ElectorateKind roll) {
        this.roll = roll;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
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
