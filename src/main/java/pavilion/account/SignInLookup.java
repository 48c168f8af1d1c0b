package pavilion.account;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.DatabaseUnavailable;
import pavilion.identity.CurrentUser;
import pavilion.identity.TokenLookup;

/**
 * Looks up tokens in batches: those that arrive while a query is running share the next one. When a poll opens and a whole
 * session signs in at once, one query a person was half of what a ballot cost.
 */
public final class SignInLookup implements TokenLookup {
    private static final int MAX_BATCH = 200;
    private static final int MAX_QUERIES = 2;

    /** @param loop the event loop that asked and is answered; null where none did */
    private record Waiting(
            String tokenHash,
            Promise<@Nullable CurrentUser> promise,
            @Nullable Context loop) {}

    private final Database database;
    private final Clock clock;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int running;

    public SignInLookup(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Future<@Nullable CurrentUser> find(String tokenHash) {
        Promise<@Nullable CurrentUser> promise = Promise.promise();
        synchronized (waiting) {
            waiting.add(new Waiting(tokenHash, promise, Vertx.currentContext()));
            if (running == MAX_QUERIES) {
                return promise.future();
            }
            running++;
        }
        queryNext();
        return promise.future();
    }

    private void queryNext() {
        List<Waiting> batch = new ArrayList<>();
        synchronized (waiting) {
            while (batch.size() < MAX_BATCH && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            if (batch.isEmpty()) {
                running--;
                return;
            }
        }
        String[] hashes = batch.stream().map(Waiting::tokenHash).distinct().toArray(String[]::new);
        SignInStore.find(database, hashes, clock.instant()).onComplete(result -> {
            if (result.cause() instanceof DatabaseUnavailable) {
                takeAll(batch);
            }
            queryNext();
            batch.forEach(each -> Database.onto(each.loop, () -> answer(each, result)));
        });
    }

    // Where one query was given up after its deadline, those behind it would only wait for another.
    private void takeAll(List<Waiting> batch) {
        synchronized (waiting) {
            batch.addAll(waiting);
            waiting.clear();
        }
    }

    private static void answer(Waiting one, AsyncResult<Map<String, CurrentUser>> result) {
        if (result.succeeded()) {
            one.promise.complete(result.result().get(one.tokenHash));
        } else {
            one.promise.fail(result.cause());
        }
    }
}
