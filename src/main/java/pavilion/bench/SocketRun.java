package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pavilion.rehearse.Latencies;
import pavilion.rehearse.LoadClient;
import pavilion.rehearse.Rehearsal;
import pavilion.rehearse.RehearsedSession;
import pavilion.rehearse.Schedule;
import pavilion.rehearse.ServerAddress;
import pavilion.rehearse.SetupRequest;
import pavilion.rehearse.SocketGroup;

/**
 * Many sockets in one process: what one costs in memory, five frames a second to all of them, beside a baseline server
 * that writes one frame of the same size, made once; and how soon all are back when the server was killed and started again.
 */
public final class SocketRun {
    private static final int VOTERS = 60;
    private static final Duration STREAM = Duration.ofMillis(VOTERS * 205L);
    private static final int WARM_UP = 3;
    /** Files besides the sockets. */
    private static final int OTHER_FILES = 600;

    private final Path folder;
    private final Program program;
    private final BenchPlan plan;
    private final List<Figure> figures = new ArrayList<>();

    public SocketRun(Path folder, Program program, BenchPlan plan) {
        this.folder = folder;
        this.program = program;
        this.plan = plan;
    }

    List<Figure> run() throws IOException, InterruptedException {
        // The heap is touched whole at the start, so that what grows outside of it can be seen.
        ServerProcess server =
                ServerProcess.demo(folder, program, "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC");
        try (LoadClient load = new LoadClient()) {
            server.waitUntilItAnswers();
            // The first streams only warm up, as with the baseline server.
            for (int i = 0; i < WARM_UP; i++) {
                stream(server, load, plan.streams()[0] / WARM_UP, false);
            }
            for (int sockets : plan.streams()) {
                stream(server, load, Math.min(sockets, most()), true);
            }
            for (int sockets : plan.hall()) {
                server = restart(server, load, sockets);
            }
        } finally {
            server.close();
        }
        return figures;
    }

    private static int most() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix
                ? (int) Math.min(100_000, unix.getMaxFileDescriptorCount() - OTHER_FILES)
                : 10_000;
    }

    private void stream(ServerProcess server, LoadClient load, int sockets, boolean tell)
            throws IOException, InterruptedException {
        RehearsedSession session =
                SetupRequest.session(load, new ServerAddress("127.0.0.1", server.port(), false), VOTERS, false);
        Schedule schedule = new Schedule(Duration.ofSeconds(2), STREAM, 0, true);
        Latencies ages = new Latencies();
        double each;
        double cpu;
        long frames;
        long missed;
        int bytes;
        try (Rehearsal rehearsal = new Rehearsal(load, session, schedule, part -> {});
                SocketGroup group = new SocketGroup(load, session, sockets)) {
            rehearsal.checkIn();
            long before = tell ? server.memory() : 0;
            group.openUpTo(sockets);
            Thread.sleep(1_000);
            each = tell ? (server.memory() - before) / (double) sockets : 0;
            long framesBefore = group.frames();
            long bytesBefore = group.bytes();
            Duration cpuBefore = server.cpu();
            group.reset();
            rehearsal.vote();
            frames = group.frames() - framesBefore;
            cpu = server.cpu().minus(cpuBefore).toNanos() / 1e3 / Math.max(1, frames);
            missed = group.delays(rehearsal.acks(), ages);
            bytes = (int) ((group.bytes() - bytesBefore) / Math.max(1, frames));
        }
        if (tell) {
            tell(sockets, each, frames, bytes, cpu, ages, missed);
        }
    }

    private void tell(int sockets, double kilobytes, long frames, int bytes, double cpu, Latencies ages, long missed)
            throws IOException, InterruptedException {
        Baseline baseline = Baseline.measure(folder, sockets, bytes);
        JsonObject raw = ages.toJson()
                .put("sockets", sockets)
                .put("frames", frames)
                .put("frame_bytes", bytes)
                .put("cpu_us_per_frame", cpu)
                .put("bare_cpu_us_per_frame", baseline.cpu())
                .put("bare", baseline.ages().toJson());
        double delivered = 100.0 * ages.size() / Math.max(1, ages.size() + missed);
        String detail = String.valueOf(sockets);
        figures.add(Figure.most("socket.memory", detail, "KB", kilobytes, 40, new JsonObject()));
        figures.add(
                new Figure("stream.delivered", detail, "%", delivered, Double.NaN, 100, false, true, new JsonObject()));
        figures.add(Figure.most("stream.p99", detail, "ms", ages.millis(0.99), 250, raw)
                .beside(baseline.ages().millis(0.99)));
        figures.add(new Figure("stream.cpu", detail, "µs", cpu, baseline.cpu(), 1.5, true, false, new JsonObject()));
    }

    /** The same from a server that does nothing else. */
    private record Baseline(double cpu, Latencies ages) {
        static Baseline measure(Path folder, int sockets, int bytes) throws IOException, InterruptedException {
            try (ServerProcess baseline = ServerProcess.baseline(folder);
                    LoadClient load = new LoadClient()) {
                baseline.waitUntilItAnswers();
                RehearsedSession none = new RehearsedSession(
                        new ServerAddress("127.0.0.1", baseline.port(), false), "", 0, "bare/1/1", "", List.of("-"));
                try (SocketGroup group = new SocketGroup(load, none, sockets)) {
                    group.openUpTo(sockets);
                    // The first round only warms up.
                    go(baseline, group, 20, bytes, sockets);
                    Duration before = baseline.cpu();
                    long framesBefore = group.frames();
                    group.ages().clear();
                    go(baseline, group, VOTERS, bytes, sockets);
                    long frames = group.frames() - framesBefore;
                    return new Baseline(
                            baseline.cpu().minus(before).toNanos() / 1e3 / Math.max(1, frames), group.ages());
                }
            }
        }

        private static void go(ServerProcess baseline, SocketGroup group, int frames, int bytes, int sockets)
                throws InterruptedException {
            long want = group.frames() + (long) frames * sockets;
            baseline.get("/go?frames=" + frames + "&bytes=" + bytes);
            Thread.sleep(frames * 200L);
            for (int i = 0; i < 100 && group.frames() < want; i++) {
                Thread.sleep(50);
            }
        }
    }

    private ServerProcess restart(ServerProcess server, LoadClient load, int sockets)
            throws IOException, InterruptedException {
        RehearsedSession session =
                SetupRequest.session(load, new ServerAddress("127.0.0.1", server.port(), false), VOTERS, false);
        try (SocketGroup group = new SocketGroup(load, session, sockets)) {
            group.openUpTo(sockets);
            server.kill();
            ServerProcess next = server.startAgain();
            long[] answered = {0};
            Thread watch = Thread.ofPlatform().start(() -> {
                try {
                    next.waitUntilItAnswers();
                    answered[0] = System.nanoTime();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            boolean all = group.reconnect(Duration.ofSeconds(90));
            long back = System.nanoTime();
            watch.join();
            double seconds = all ? Math.max(0, back - answered[0]) / 1e9 : Double.POSITIVE_INFINITY;
            figures.add(Figure.most("restart", String.valueOf(sockets), "s", seconds, 10, new JsonObject()));
            return next;
        }
    }
}
