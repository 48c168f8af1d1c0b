package pavilion.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pavilion.support.TestBrowser;
import pavilion.text.Messages;

/** A database that stands still, as on a disk that hangs: everybody is told within seconds, and it goes on by itself. */
@Tag("alone")
class StoppedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void stoppedDatabaseIsToldWithinSecondsAndServesAgainWhenItGoesOn() throws Exception {
        Config config = new Config(0, "127.0.0.1", 0, folder.resolve("data"), Optional.empty(), null, false, false, 4);
        Application application = Application.open(config, Clock.systemUTC());
        List<Long> stopped = List.of();
        try {
            TestBrowser health = new TestBrowser(application.managementUrl());
            TestBrowser person = new TestBrowser("http://127.0.0.1:" + application.port());
            person.get("/sign-in");
            Map<String, String> nobody = Map.of("name", "nobody", "password", "nothing at all", "back", "/");
            assertEquals(422, person.post("/sign-in", nobody).statusCode());
            assertEquals(200, health.get("/health").statusCode());

            stopped = postgres();
            signal("STOP", stopped);
            within(Duration.ofSeconds(2), () -> {
                HttpResponse<String> down = health.get("/health");
                assertEquals(503, down.statusCode());
                assertTrue(down.body().contains("\"down\""), down.body());
            });
            within(Duration.ofSeconds(20), () -> unavailable(person.post("/sign-in", nobody)));
            TestBrowser unknown = new TestBrowser("http://127.0.0.1:" + application.port())
                    .with("token-that-no-cache-knows-0000000000");
            within(Duration.ofSeconds(20), () -> unavailable(unknown.get("/")));

            signal("CONT", stopped);
            stopped = List.of();
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (health.get("/health").statusCode() != 200) {
                assertTrue(System.nanoTime() < end, "not up again");
                Thread.sleep(100);
            }
            person.get("/sign-in");
            assertEquals(422, person.post("/sign-in", nobody).statusCode());
            assertEquals(200, unknown.get("/").statusCode());
        } finally {
            signal("CONT", stopped);
            application.close();
        }
    }

    private static void unavailable(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains(new Messages().say("zh", "web.stop.database")), answer.body());
    }

    private static void within(Duration most, Runnable work) {
        long began = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(most) < 0, "took " + took);
    }

    private List<Long> postgres() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                .getFirst()
                .strip());
        List<Long> all = new ArrayList<>();
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).orElseThrow().children()) {
            all.add(postmaster);
            children.map(ProcessHandle::pid).forEach(all::add);
        }
        return all;
    }

    private static void signal(String name, List<Long> processes) throws IOException, InterruptedException {
        for (long process : processes) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process))
                    .start()
                    .waitFor();
        }
    }
}
