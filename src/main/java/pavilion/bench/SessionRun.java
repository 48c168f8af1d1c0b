package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pavilion.rehearse.Latencies;
import pavilion.rehearse.LoadClient;
import pavilion.rehearse.Rehearsal;
import pavilion.rehearse.RehearsalReport;
import pavilion.rehearse.RehearsedSession;
import pavilion.rehearse.Schedule;
import pavilion.rehearse.ServerAddress;
import pavilion.rehearse.SetupRequest;

/** Whole sessions, rehearsed against a server in a process of its own: one large session, many of a hundred people, slow phones. */
public final class SessionRun {
    private static final int PEOPLE = 100;
    private static final int SLOW = 50;
    private static final int ARRIVALS_PER_SECOND = 60;
    private static final int TAP_MILLIS = 300;
    private static final int SCREENS_MILLIS = 500;

    private final Path folder;
    private final Program program;
    private final BenchPlan plan;
    private final List<Figure> figures = new ArrayList<>();

    public SessionRun(Path folder, Program program, BenchPlan plan) {
        this.folder = folder;
        this.program = program;
        this.plan = plan;
    }

    List<Figure> run() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.demo(folder, program)) {
            server.waitUntilItAnswers();
            play(server, 1, PEOPLE, 0);
            for (int people : plan.hall()) {
                add(String.valueOf(people), people, play(server, 1, people, 0));
            }
            int largest = plan.hall()[plan.hall().length - 1];
            int slow = Math.min(SLOW, largest / 4);
            add(largest + ", " + slow + " slow", largest, play(server, 1, largest, slow));
            for (int atOnce : plan.rooms()) {
                add(atOnce + " × " + PEOPLE, atOnce * PEOPLE, play(server, atOnce, PEOPLE, 0));
            }
        }
        return figures;
    }

    private List<RehearsalReport> play(ServerProcess server, int atOnce, int people, int slow)
            throws InterruptedException {
        Schedule schedule = new Schedule(
                Duration.ofSeconds(Math.max(2, atOnce * people / ARRIVALS_PER_SECOND)), plan.voting(), slow);
        ServerAddress address = new ServerAddress("127.0.0.1", server.port(), false);
        try (LoadClient load = new LoadClient();
                ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<RehearsalReport>> sessions = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                RehearsedSession session = SetupRequest.session(load, address, people, false);
                sessions.add(() -> {
                    try (Rehearsal rehearsal = new Rehearsal(load, session, schedule, part -> {})) {
                        return rehearsal.play();
                    }
                });
            }
            List<RehearsalReport> reports = new ArrayList<>();
            for (Future<RehearsalReport> report : each.invokeAll(sessions)) {
                reports.add(report.get());
            }
            return reports;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String detail, int people, List<RehearsalReport> reports) {
        Latencies taps = new Latencies();
        Latencies screens = new Latencies();
        Latencies papers = new Latencies();
        Latencies arrivals = new Latencies();
        JsonObject raw = new JsonObject().put("people", people);
        int wrong = 0;
        for (RehearsalReport report : reports) {
            taps.addAll(report.taps());
            screens.addAll(report.screens());
            papers.addAll(report.papers());
            arrivals.addAll(report.arrivals());
            wrong += report.lost() + report.twiceCounted() + report.missed() + report.behind();
            wrong += report.whole() ? 0 : 1;
        }
        raw.put("tap_to_counted", taps.toJson())
                .put("counted_to_all_screens", screens.toJson())
                .put("paper_on_phone", papers.toJson())
                .put("check_in", arrivals.toJson())
                .put("first_meeting", reports.getFirst().toJson());
        figures.add(Figure.most("hall.tap", detail, "ms", taps.millis(0.99), TAP_MILLIS, raw));
        figures.add(Figure.most("hall.screens", detail, "ms", screens.millis(0.99), SCREENS_MILLIS, new JsonObject()));
        figures.add(Figure.most("hall.paper", detail, "ms", papers.millis(0.99), Double.NaN, new JsonObject()));
        figures.add(Figure.most("hall.wrong", detail, "", wrong, 0, new JsonObject()));
    }
}
