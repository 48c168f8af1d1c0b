package pavilion.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pavilion.db.Database;
import pavilion.db.Endpoint;
import pavilion.db.TestDatabase;

/** A real server with the demo in a process of its own, which may be killed; its data is in a folder that outlives it. */
public final class DemoServer {
    public static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Path data;
    private final int port;
    private Process server;

    public DemoServer(Path data) throws IOException {
        this.data = data;
        this.port = freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Returns when it answers; started again it is the same server on the same port. */
    public void start() throws IOException, InterruptedException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                // as it logs outside of tests
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "pavilion.Main",
                "serve",
                "--demo",
                "--data=" + data,
                "--host=127.0.0.1",
                "--port=" + port,
                "--management-port=0");
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("console.txt").toFile()))
                .start();
        for (int i = 0; i < 600; i++) {
            try {
                CLIENT.send(HttpRequest.newBuilder(uri("/sign-in")).build(), HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                assertTrue(server.isAlive(), () -> "the server stopped: " + console());
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the server did not start: " + console());
    }

    /** What it wrote to its terminal, every time it was started. */
    public String console() {
        return read(data.resolve("console.txt"));
    }

    /** Its log, a JSON object a line. */
    public String log() {
        return read(data.resolve("log/pavilion.log"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }

    /** Beside the server, with its own connections. */
    public Database database() throws IOException {
        int databasePort = Integer.parseInt(postmaster().get(3).strip());
        String password = Files.readString(data.resolve("password")).strip();
        return new Database(
                TestDatabase.vertx(), new Endpoint("127.0.0.1", databasePort, "pavilion", "pavilion", password), 4);
    }

    public ProcessHandle handle() {
        return server.toHandle();
    }

    /** As {@code kill -9} does; its database is left running. */
    public void kill() {
        server.destroyForcibly();
        server.onExit().join();
    }

    public void stop() throws InterruptedException {
        server.destroy();
        server.waitFor(20, TimeUnit.SECONDS);
        server.destroyForcibly();
    }
}
