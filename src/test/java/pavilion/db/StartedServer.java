package pavilion.db;

import java.nio.file.Path;

/** What a test kills: starts the embedded PostgreSQL of a folder, brings it to the newest schema, says so, and stays. */
final class StartedServer {
    private StartedServer() {}

    public static void main(String... args) throws InterruptedException {
        EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]));
        Migrations.run(server.endpoint());
        System.out.println("ready");
        Thread.sleep(Long.MAX_VALUE);
    }
}
