package pavilion.identity;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Finds whose sign-in a token is. */
public interface TokenLookup {
    /**
     * Completes on the event loop that asked, if one did.
     *
     * @param tokenHash hex SHA-256 of the token in the browser's cookie
     * @return null for an unknown or expired token; fails where the database does
     */
    Future<@Nullable CurrentUser> find(String tokenHash);
}
