package pavilion.db;

/** The database was made by an earlier version with other migrations. The message names it, without the password. */
public final class OldSchema extends RuntimeException {
    OldSchema(Endpoint endpoint, Throwable cause) {
        super(endpoint.toString(), cause);
    }
}
