package pavilion.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a test kills: starts the embedded PostgreSQL of a folder, brings it to the newest schema, says so, and stays. With a second
 * argument it ends there as if it was killed: at a {@link StartStep}, within a migration ({@code V012}), or as soon as some file is
 * below a folder whose name begins so ({@code discarded-/global}).
 */
final class StartedServer {
    static final int KILLED = 137;

    private StartedServer() {}

    public static void main(String... args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        String moment = args.length > 1 ? args[1] : "";
        if (moment.contains("/")) {
            Thread.ofPlatform().daemon().start(() -> {
                while (!present(folder, moment.split("/", 2))) {
                    Thread.onSpinWait();
                }
                die();
            });
        }
        EmbeddedServer server = EmbeddedServer.start(folder, step -> {
            if (step.name().equals(moment)) {
                die();
            }
        });
        Migrations.configured(server.endpoint())
                .callbacks(new MigrationHook(moment, connection -> die()))
                .load()
                .migrate();
        System.out.println("ready");
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Nothing is tidied up, and the programs that it started go on, as after a kill. */
    private static void die() {
        Runtime.getRuntime().halt(KILLED);
    }

    private static boolean present(Path folder, String[] parts) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.anyMatch(
                    each -> each.getFileName().toString().startsWith(parts[0]) && Files.exists(each.resolve(parts[1])));
        } catch (IOException notYet) {
            return false;
        }
    }
}
