package pavilion.cli;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.EmbeddedServer;
import pavilion.db.Endpoint;
import pavilion.db.FolderInUse;
import pavilion.db.Migrations;

/** A command's own way to the database: a real one, the embedded one, or that of the server running on the same folder. */
final class OpenDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final @Nullable EmbeddedServer own;
    private final Vertx vertx;
    private final Database database;

    private OpenDatabase(@Nullable EmbeddedServer own, Vertx vertx, Database database) {
        this.own = own;
        this.vertx = vertx;
        this.database = database;
    }

    /** The folder holds no database. */
    static final class Nothing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Nothing(Path folder) {
            super(folder.toString(), null, false, false);
        }
    }

    /**
     * @throws FolderInUse if a server is just starting or stopping there
     * @throws Nothing if there is none and none may be made
     */
    static OpenDatabase at(Path folder, Optional<Endpoint> real, boolean create) {
        if (real.isPresent()) {
            return connect(null, real.get());
        }
        if (!create && !EmbeddedServer.hasDatabase(folder)) {
            throw new Nothing(folder);
        }
        EmbeddedServer own;
        try {
            own = EmbeddedServer.start(folder);
        } catch (FolderInUse used) {
            return connect(null, EmbeddedServer.running(folder).orElseThrow(() -> used));
        }
        return connect(own, own.endpoint());
    }

    private static OpenDatabase connect(@Nullable EmbeddedServer own, Endpoint endpoint) {
        try {
            Migrations.run(endpoint);
            Vertx vertx = Vertx.vertx();
            return new OpenDatabase(own, vertx, new Database(vertx, endpoint, CONNECTIONS));
        } catch (RuntimeException e) {
            if (own != null) {
                own.close();
            }
            throw e;
        }
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        vertx.close().await();
        if (own != null) {
            own.close();
        }
    }
}
