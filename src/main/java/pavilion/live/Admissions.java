package pavilion.live;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.rules.Sha256;
import pavilion.web.WebContext;

/** Who may enter which channel, asked of the channel's source when a socket opens and again when rights change. */
final class Admissions {
    private final WebContext webContext;
    private final Map<String, ChannelSource> sources = new ConcurrentHashMap<>();

    Admissions(WebContext webContext) {
        this.webContext = webContext;
    }

    void source(String kind, ChannelSource source) {
        sources.put(kind, source);
    }

    @Nullable
    ChannelSource source(ChannelKey channel) {
        return sources.get(channel.kind());
    }

    /** @return nothing where the sender may not enter; completes on the event loop that asked */
    Future<Optional<Admission>> admit(HttpServerRequest request, ChannelKey channel) {
        String token = webContext.token(request);
        String tokenHash = token == null ? null : Sha256.of(token);
        String screenKey = request.getParam("key", "");
        String address = webContext.address(request);
        return user(tokenHash)
                .compose(user -> Database.aside(() -> mayEnter(user, channel, screenKey)
                        ? Optional.of(
                                new Admission(channel, tokenHash, screenKey, SocketOwner.of(user, channel, address)))
                        : Optional.empty()));
    }

    Future<Boolean> stillHolds(Admission admission) {
        return user(admission.tokenHash())
                .compose(user -> Database.aside(() -> mayEnter(user, admission.channel(), admission.screenKey())));
    }

    private Future<@Nullable CurrentUser> user(@Nullable String tokenHash) {
        return tokenHash == null ? Future.succeededFuture() : webContext.users().ofHash(tokenHash);
    }

    private boolean mayEnter(@Nullable CurrentUser user, ChannelKey channel, String screenKey) {
        ChannelSource source = source(channel);
        return source != null && source.mayEnter(user, channel, screenKey);
    }
}
