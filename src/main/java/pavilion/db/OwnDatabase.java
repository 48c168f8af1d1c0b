package pavilion.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** The database within the embedded PostgreSQL, and the role of the server, which owns it and is no superuser. */
final class OwnDatabase {
    /** Of both. */
    static final String NAME = "pavilion";

    static final String SUPERUSER = "postgres";

    private OwnDatabase() {}

    /**
     * @param endpoint the database that is to be made, as the role that is to own it
     * @param done told of each step
     */
    static void make(Endpoint endpoint, Consumer<StartStep> done) {
        Endpoint superuser = superuser(endpoint);
        execute(superuser, "create role " + NAME + " login password '" + endpoint.password() + "'");
        done.accept(StartStep.ROLE);
        execute(superuser, "grant pg_checkpoint to " + NAME, "create database " + NAME + " owner " + NAME);
        done.accept(StartStep.DATABASE);
        execute(superuser, "revoke connect on database postgres, template1 from public");
        execute(superuser.withDatabase(NAME), "grant execute on function pg_switch_wal() to " + NAME);
        done.accept(StartStep.GRANTS);
    }

    /**
     * @throws OldSchema if an earlier version set up the database: it had the superuser alone, with the same password
     * @throws DataFolder.PasswordLost if the password is another
     */
    static void require(Endpoint endpoint, Path passwordFile) {
        try {
            execute(endpoint);
        } catch (NoWayIn e) {
            try {
                execute(superuser(endpoint));
            } catch (NoWayIn neither) {
                throw new DataFolder.PasswordLost(passwordFile);
            }
            throw new OldSchema(endpoint, e);
        }
    }

    private static final class NoWayIn extends RuntimeException {
        NoWayIn(SQLException cause) {
            super(cause);
        }
    }

    /** @throws NoWayIn if the role or the database is not there, or has another password */
    private static void execute(Endpoint at, String... statements) {
        try (Connection connection = DriverManager.getConnection(at.jdbc(), at.user(), at.password());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            // Classes of the standard: 28 no such user, 3D no such database.
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith("28") || state.startsWith("3D")) {
                throw new NoWayIn(e);
            }
            throw new IllegalStateException(e);
        }
    }

    private static Endpoint superuser(Endpoint endpoint) {
        return new Endpoint(endpoint.host(), endpoint.port(), SUPERUSER, SUPERUSER, endpoint.password());
    }
}
