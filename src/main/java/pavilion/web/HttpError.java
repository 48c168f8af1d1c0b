package pavilion.web;

import pavilion.rules.Refusal;

/** A request that goes no further: its status and the sentence that says why. */
public final class HttpError extends RuntimeException {
    private final int status;
    private final transient Refusal refusal;

    private HttpError(int status, Refusal refusal) {
        super(refusal.key(), null, false, false);
        this.status = status;
        this.refusal = refusal;
    }

    public static HttpError notFound() {
        return new HttpError(404, Refusal.of("web.stop.not-found"));
    }

    /** Says why in a sentence, and shows nothing of the thing itself. */
    public static HttpError forbidden(String key, Object... args) {
        return new HttpError(403, Refusal.of(key, args));
    }

    public static HttpError signIn() {
        return new HttpError(401, Refusal.of("web.stop.sign-in"));
    }

    public static HttpError because(int status, Refusal refusal) {
        return new HttpError(status, refusal);
    }

    public int status() {
        return status;
    }

    public Refusal refusal() {
        return refusal;
    }
}
