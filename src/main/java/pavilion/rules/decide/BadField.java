package pavilion.rules.decide;

import pavilion.rules.Refusal;

/** Carries the field that is wrong out of a reading. */
final class BadField extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Refusal refusal;

    BadField(String field, String key, Object... args) {
        this(field, Refusal.of(key, args));
    }

    BadField(String field, Refusal refusal) {
        super(field, null, false, false);
        this.field = field;
        this.refusal = refusal;
    }

    String field() {
        return field;
    }

    Refusal refusal() {
        return refusal;
    }
}
