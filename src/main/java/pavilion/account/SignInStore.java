package pavilion.account;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.identity.TokenLookup;
import pavilion.text.CommunityTime;

/**
 * Whose token it is and what that person may do today. Tokens that ask while a query is out go together in the next one:
 * when a poll opens and a whole hall comes in at once, a query a person was half of what a ballot cost.
 */
public final class SignInStore implements TokenLookup {
    private static final int MOST = 200;
    private static final int QUERIES = 2;

    private record Asking(
            String tokenHash,
            Promise<@Nullable CurrentUser> promise,
            @Nullable Context loop) {}

    private final Database database;
    private final Clock clock;
    private final Queue<Asking> waiting = new ArrayDeque<>();
    private int out;

    public SignInStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Future<@Nullable CurrentUser> find(String tokenHash) {
        Promise<@Nullable CurrentUser> promise = Promise.promise();
        synchronized (waiting) {
            waiting.add(new Asking(tokenHash, promise, Vertx.currentContext()));
            if (out == QUERIES) {
                return promise.future();
            }
            out++;
        }
        next();
        return promise.future();
    }

    private void next() {
        List<Asking> together = new ArrayList<>();
        synchronized (waiting) {
            while (together.size() < MOST && !waiting.isEmpty()) {
                together.add(waiting.remove());
            }
            if (together.isEmpty()) {
                out--;
                return;
            }
        }
        ask(together.stream().map(Asking::tokenHash).distinct().toArray(String[]::new))
                .onComplete(done -> {
                    next();
                    together.forEach(asking -> Database.onto(asking.loop, () -> answer(asking, done)));
                });
    }

    private static void answer(Asking asking, AsyncResult<Map<String, List<Row>>> done) {
        if (done.succeeded()) {
            asking.promise.complete(viewer(done.result().getOrDefault(asking.tokenHash, List.of())));
        } else {
            asking.promise.fail(done.cause());
        }
    }

    private Future<Map<String, List<Row>>> ask(String[] tokenHashes) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
        return database.intake()
                .preparedQuery("""
                        select t.hash, a.community, a.person, a.display_name, a.level, p.household, h.path as household_path,
                               r.role, r.community as at_community, r.place, g.path
                        from unnest($1::text[]) as t(hash)
                        join sign_in s on s.token_hash = decode(t.hash, 'hex') and s.expires_at > $2
                        join account a on a.community = s.community and a.person = s.person
                        join person p on p.community = a.community and p.id = a.person
                        left join place h on h.community = p.community and h.id = p.household
                        left join role r on r.home = a.community and r.person = a.person
                             and r.from_day <= $3 and (r.to_day is null or r.to_day >= $3)
                        left join place g on g.community = r.community and g.id = r.place
                        """)
                .execute(Tuple.of(tokenHashes, now, today))
                .map(rows -> {
                    Map<String, List<Row>> byToken = new HashMap<>();
                    for (Row row : rows) {
                        byToken.computeIfAbsent(row.getString("hash"), h -> new ArrayList<>())
                                .add(row);
                    }
                    return byToken;
                });
    }

    private static @Nullable CurrentUser viewer(List<Row> rows) {
        List<RoleGrant> grants = new ArrayList<>();
        Row first = null;
        for (Row row : rows) {
            first = row;
            if (row.getString("role") != null) {
                grants.add(new RoleGrant(
                        Role.of(row.getString("role")),
                        row.getInteger("at_community"),
                        row.getLong("place"),
                        row.getString("path")));
            }
        }
        if (first == null) {
            return null;
        }
        Long household = first.getLong("household");
        return new CurrentUser(
                first.getInteger("community"),
                first.getLong("person"),
                first.getString("display_name"),
                household == null ? 0 : household,
                household == null ? "" : first.getString("household_path"),
                first.getInteger("level"),
                List.copyOf(grants));
    }
}
