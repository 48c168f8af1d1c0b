package pavilion.identity;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Tells whose token this is; the roster answers. */
public interface TokenLookup {
    /** @param tokenHash hex sha-256 of the cookie's token; the future holds null for a stranger */
    Future<@Nullable CurrentUser> find(String tokenHash);
}
