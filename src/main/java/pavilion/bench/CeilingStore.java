package pavilion.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import pavilion.db.Endpoint;

/** The scratch table of the ceiling, and, where pgbench is missing, the same work over JDBC. */
final class CeilingStore {
    static final String INSERT =
            "insert into bench_scratch (poll, voter, choice) values (1, %s, 'yes') on conflict do nothing";

    private CeilingStore() {}

    static void make(Endpoint endpoint) {
        run(endpoint, "drop table if exists bench_scratch", """
                create table bench_scratch (poll bigint not null, voter bigint not null, choice text not null,
                    primary key (poll, voter))
                """, "checkpoint");
    }

    static void drop(Endpoint endpoint) {
        run(endpoint, "drop table if exists bench_scratch");
    }

    private static void run(Endpoint endpoint, String... statements) {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return rows a second, each in a transaction of its own */
    static double insert(Endpoint endpoint, int connections, Duration time) {
        AtomicLong voter = new AtomicLong();
        long began = System.nanoTime();
        List<Future<Long>> clients = new ArrayList<>();
        long rows = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(() -> client(endpoint, voter, began + time.toNanos())));
            }
            for (Future<Long> client : clients) {
                rows += client.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return rows * 1e9 / (System.nanoTime() - began);
    }

    private static long client(Endpoint endpoint, AtomicLong voter, long until) throws SQLException {
        try (Connection connection = connect(endpoint);
                PreparedStatement statement = connection.prepareStatement(INSERT.formatted("?"))) {
            long rows = 0;
            while (System.nanoTime() < until) {
                statement.setLong(1, voter.incrementAndGet());
                rows += statement.executeUpdate();
            }
            return rows;
        }
    }

    private static Connection connect(Endpoint endpoint) throws SQLException {
        return DriverManager.getConnection(
                endpoint.jdbc() + "?prepareThreshold=1", endpoint.user(), endpoint.password());
    }
}
