package pavilion.bench;

import java.time.Clock;
import pavilion.db.Database;
import pavilion.db.Endpoint;

/** The running server that is measured, with the demo community in it. */
public record BenchTarget(int port, Database database, Endpoint endpoint, Clock clock) {}
