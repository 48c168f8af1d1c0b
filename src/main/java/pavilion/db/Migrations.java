package pavilion.db;

import org.flywaydb.core.Flyway;

/** Brings a database to the newest schema of {@code sql/}, forward only, under the database's own lock. */
public final class Migrations {
    private Migrations() {}

    public static void run(Endpoint endpoint) {
        Flyway.configure()
                .dataSource(endpoint.jdbc(), endpoint.user(), endpoint.password())
                .locations("classpath:sql")
                .load()
                .migrate();
    }
}
