package pavilion.rules;

/** Carries a refusal out of a transaction, which is thereby rolled back. A refusal is no fault: it has no stack trace. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.key(), null, false, false);
        this.refusal = refusal;
    }

    public Refused(String key, Object... args) {
        this(Refusal.of(key, args));
    }

    public Refusal refusal() {
        return refusal;
    }
}
