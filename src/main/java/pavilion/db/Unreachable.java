package pavilion.db;

/** No database answers at this address, or it refuses the user. The message is the address without the password. */
public final class Unreachable extends RuntimeException {
    Unreachable(Endpoint endpoint, Throwable cause) {
        super(endpoint.toString(), cause);
    }
}
