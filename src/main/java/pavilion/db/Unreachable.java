package pavilion.db;

/** No database answers there, or it does not let us in. The message names the place, without the password. */
public final class Unreachable extends RuntimeException {
    Unreachable(Endpoint endpoint, Throwable cause) {
        super(endpoint.toString(), cause);
    }
}
