package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts this very program in a process of its own, on an empty folder and then on the filled one. */
public final class StartRun {
    private static final Duration LIMIT = Duration.ofSeconds(120);
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
        int port = freePort();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command(port))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            while (process.isAlive() && System.nanoTime() - began < LIMIT.toNanos()) {
                if (answers(client, request)) {
                    return (System.nanoTime() - began) / 1e9;
                }
                Thread.sleep(20);
            }
            return Double.POSITIVE_INFINITY;
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> command(int port) {
        return program.command(
                List.of("-Dexit.with.parent=true", "--enable-native-access=ALL-UNNAMED"),
                List.of(
                        "serve",
                        "--demo",
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--management-port=0",
                        "--data=" + folder.resolve("start")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
