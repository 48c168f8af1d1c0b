package pavilion.db;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** Migrates a database to the newest schema of {@code sql/}, forward only. Servers that start at once wait for one another. */
public final class Migrations {
    private Migrations() {}

    /**
     * @throws Unreachable if nothing answers there, or not to this user
     * @throws OldSchema if other migrations than ours were applied there
     */
    public static void run(Endpoint endpoint) {
        try {
            configured(endpoint).load().migrate();
        } catch (FlywayValidateException e) {
            throw new OldSchema(endpoint, e);
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && noWayIn(sql.getSQLState())) {
                    throw new Unreachable(endpoint, e);
                }
            }
            throw e;
        }
    }

    static FluentConfiguration configured(Endpoint endpoint) {
        return Flyway.configure()
                .dataSource(endpoint.jdbc(), endpoint.user(), endpoint.password())
                .locations("classpath:sql");
    }

    // Classes of the standard: 08 no connection, 28 not this user, 3D no such database.
    private static boolean noWayIn(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("28") || state.startsWith("3D"));
    }
}
