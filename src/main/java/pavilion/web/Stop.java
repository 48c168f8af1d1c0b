package pavilion.web;

import pavilion.rules.Refusal;

/** A request that goes no further: its status and the sentence that says why. */
public final class Stop extends RuntimeException {
    private final int status;
    private final transient Refusal refusal;

    private Stop(int status, Refusal refusal) {
        super(refusal.key(), null, false, false);
        this.status = status;
        this.refusal = refusal;
    }

    public static Stop notFound() {
        return new Stop(404, Refusal.of("web.stop.not-found"));
    }

    /** Says why in a sentence, and shows nothing of the thing itself. */
    public static Stop forbidden(String key, Object... args) {
        return new Stop(403, Refusal.of(key, args));
    }

    public static Stop signIn() {
        return new Stop(401, Refusal.of("web.stop.sign-in"));
    }

    public static Stop because(int status, Refusal refusal) {
        return new Stop(status, refusal);
    }

    public int status() {
        return status;
    }

    public Refusal refusal() {
        return refusal;
    }
}
