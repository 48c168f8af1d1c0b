package pavilion.roster;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.web.Grant;
import pavilion.web.Recognition;
import pavilion.web.Role;
import pavilion.web.Templates;
import pavilion.web.Viewer;

/** Whose token it is and what that person may do today: one query, on the event loop, since every request asks it. */
public final class RosterStore implements Recognition {
    private final Database database;
    private final Clock clock;

    public RosterStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Future<@Nullable Viewer> find(String tokenHash) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Templates.ZONE);
        return database.intake()
                .preparedQuery("""
                        select a.community, a.person, a.display_name, a.level, p.household, h.path as household_path,
                               r.role, r.community as at_community, r.place, g.path
                        from sign_in s
                        join account a on a.community = s.community and a.person = s.person
                        join person p on p.community = a.community and p.id = a.person
                        left join place h on h.community = p.community and h.id = p.household
                        left join role r on r.home = a.community and r.person = a.person
                             and r.from_day <= $3 and (r.to_day is null or r.to_day >= $3)
                        left join place g on g.community = r.community and g.id = r.place
                        where s.token_hash = decode($1, 'hex') and s.expires_at > $2
                        """)
                .execute(Tuple.of(tokenHash, now, today))
                .map(RosterStore::viewer);
    }

    private static @Nullable Viewer viewer(RowSet<Row> rows) {
        List<Grant> grants = new ArrayList<>();
        Row first = null;
        for (Row row : rows) {
            first = row;
            if (row.getString("role") != null) {
                grants.add(new Grant(
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
        return new Viewer(
                first.getInteger("community"),
                first.getLong("person"),
                first.getString("display_name"),
                household == null ? 0 : household,
                household == null ? "" : first.getString("household_path"),
                first.getInteger("level"),
                List.copyOf(grants));
    }
}
