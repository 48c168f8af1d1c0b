package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts this very program in a process of its own, on an empty folder and then on the filled one. */
public final class StartRun {
    private final Path folder;
    private final Program program;

    public StartRun(Path folder, Program program) {
        this.folder = folder;
        this.program = program;
    }

    List<Figure> run() throws IOException, InterruptedException {
        double first = start();
        double later = start();
        return List.of(
                Figure.most("start.first", "", "s", first, 25, new JsonObject()),
                Figure.most("start.later", "", "s", later, 5, new JsonObject()));
    }

    /** @return seconds from the process to its first good answer */
    private double start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (ServerProcess server = ServerProcess.demo(folder, program)) {
            return server.waitUntilItAnswers() ? (System.nanoTime() - began) / 1e9 : Double.POSITIVE_INFINITY;
        }
    }
}
