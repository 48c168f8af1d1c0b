package pavilion.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that listens, in a process of its own, whose time and memory can be told from those of its clients. */
final class ServerProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path folder;
    private final List<String> command;
    private final int port;
    private final Process process;

    private ServerProcess(Path folder, List<String> command, int port) throws IOException {
        this.folder = folder;
        this.command = command;
        this.port = port;
        this.process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The demo, with its data below this folder. */
    static ServerProcess demo(Path folder, Program program, String... forJava) throws IOException {
        int port = freePort();
        List<String> java = new ArrayList<>(List.of("-Dexit.with.parent=true", "--enable-native-access=ALL-UNNAMED"));
        java.addAll(List.of(forJava));
        return new ServerProcess(
                folder,
                program.command(
                        java,
                        List.of(
                                "serve",
                                "--demo",
                                "--host=127.0.0.1",
                                "--port=" + port,
                                "--management-port=0",
                                // a few people sign in for many thousand sockets
                                "--sockets-per-person=1000000",
                                "--data=" + folder.resolve("start"))),
                port);
    }

    /** The baseline server. */
    static ServerProcess baseline(Path folder) throws IOException {
        int port = freePort();
        Program program = new Program(BaselineServer.class.getName());
        return new ServerProcess(
                folder,
                program.command(List.of("--enable-native-access=ALL-UNNAMED"), List.of(String.valueOf(port))),
                port);
    }

    /** Starts it once more on the same port; this one must have ended. */
    ServerProcess startAgain() throws IOException {
        return new ServerProcess(folder, command, port);
    }

    int port() {
        return port;
    }

    /** @return whether it gave a good answer in time */
    boolean waitUntilItAnswers() throws InterruptedException {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            if (get("/").startsWith("2")) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    /** @return the status, and what was said; nothing where nobody answered */
    String get(String path) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException notYet) {
            return "";
        }
    }

    /** CPU time so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Kilobytes: the heap in use after a collection, plus the resident size of a process whose whole heap was touched at the start. */
    long memory() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        Matcher resident =
                RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status")));
        if (!used.find() || !resident.find()) {
            throw new IOException("memory");
        }
        return Long.parseLong(used.group(1)) + Long.parseLong(resident.group(1));
    }

    private String jcmd(String task) throws IOException, InterruptedException {
        Path jcmd =
                Path.of(ProcessHandle.current().info().command().orElse("java")).resolveSibling("jcmd");
        Process asking = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), task)
                .redirectErrorStream(true)
                .start();
        String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor(30, TimeUnit.SECONDS);
        return said;
    }

    /** As a power failure would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
