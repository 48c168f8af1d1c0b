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
 * Many sockets in one process: what one costs in memory, five frames a second to all of them, beside a bare server that
 * writes one frame of the same size made once; and how soon all are back when the house was killed and started again.
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
        ServerProcess house =
                ServerProcess.demo(folder, program, "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC");
        try (LoadClient crowd = new LoadClient()) {
            house.waitUntilItAnswers();
            // As with the bare server, what comes first only warms up.
            for (int i = 0; i < WARM_UP; i++) {
                stream(house, crowd, plan.streams()[0] / WARM_UP, false);
            }
            for (int sockets : plan.streams()) {
                stream(house, crowd, Math.min(sockets, most()), true);
            }
            for (int sockets : plan.hall()) {
                house = restart(house, crowd, sockets);
            }
        } finally {
            house.close();
        }
        return figures;
    }

    private static int most() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix
                ? (int) Math.min(100_000, unix.getMaxFileDescriptorCount() - OTHER_FILES)
                : 10_000;
    }

    private void stream(ServerProcess house, LoadClient crowd, int sockets, boolean tell)
            throws IOException, InterruptedException {
        RehearsedSession meeting =
                SetupRequest.meeting(crowd, new ServerAddress("127.0.0.1", house.port(), false), VOTERS, false);
        Schedule pace = new Schedule(Duration.ofSeconds(2), STREAM, 0, true);
        Latencies ages = new Latencies();
        double each;
        double cpu;
        long frames;
        long missed;
        int bytes;
        try (Rehearsal rehearsal = new Rehearsal(crowd, meeting, pace, part -> {});
                SocketGroup audience = new SocketGroup(crowd, meeting, sockets)) {
            rehearsal.come();
            long before = tell ? house.memory() : 0;
            audience.sit(sockets);
            Thread.sleep(1_000);
            each = tell ? (house.memory() - before) / (double) sockets : 0;
            long framesBefore = audience.frames();
            long bytesBefore = audience.bytes();
            Duration cpuBefore = house.cpu();
            audience.forget();
            rehearsal.vote();
            frames = audience.frames() - framesBefore;
            cpu = house.cpu().minus(cpuBefore).toNanos() / 1e3 / Math.max(1, frames);
            missed = audience.heard(rehearsal.acks(), ages);
            bytes = (int) ((audience.bytes() - bytesBefore) / Math.max(1, frames));
        }
        if (tell) {
            tell(sockets, each, frames, bytes, cpu, ages, missed);
        }
    }

    private void tell(int sockets, double kilobytes, long frames, int bytes, double cpu, Latencies ages, long missed)
            throws IOException, InterruptedException {
        Bare bare = Bare.measure(folder, sockets, bytes);
        JsonObject raw = ages.toJson()
                .put("sockets", sockets)
                .put("frames", frames)
                .put("frame_bytes", bytes)
                .put("cpu_us_per_frame", cpu)
                .put("bare_cpu_us_per_frame", bare.cpu())
                .put("bare", bare.ages().toJson());
        double delivered = 100.0 * ages.size() / Math.max(1, ages.size() + missed);
        String detail = String.valueOf(sockets);
        figures.add(Figure.most("socket.memory", detail, "KB", kilobytes, 40, new JsonObject()));
        figures.add(
                new Figure("stream.delivered", detail, "%", delivered, Double.NaN, 100, false, true, new JsonObject()));
        figures.add(Figure.most("stream.p99", detail, "ms", ages.millis(0.99), 250, raw)
                .beside(bare.ages().millis(0.99)));
        figures.add(new Figure("stream.cpu", detail, "µs", cpu, bare.cpu(), 1.5, true, false, new JsonObject()));
    }

    /** The same from a server that does nothing else. */
    private record Bare(double cpu, Latencies ages) {
        static Bare measure(Path folder, int sockets, int bytes) throws IOException, InterruptedException {
            try (ServerProcess bare = ServerProcess.bare(folder);
                    LoadClient crowd = new LoadClient()) {
                bare.waitUntilItAnswers();
                RehearsedSession none = new RehearsedSession(
                        new ServerAddress("127.0.0.1", bare.port(), false), "", 0, "bare/1/1", "", List.of("-"));
                try (SocketGroup audience = new SocketGroup(crowd, none, sockets)) {
                    audience.sit(sockets);
                    // The first round only warms up.
                    go(bare, audience, 20, bytes, sockets);
                    Duration before = bare.cpu();
                    long framesBefore = audience.frames();
                    audience.ages().clear();
                    go(bare, audience, VOTERS, bytes, sockets);
                    long frames = audience.frames() - framesBefore;
                    return new Bare(bare.cpu().minus(before).toNanos() / 1e3 / Math.max(1, frames), audience.ages());
                }
            }
        }

        private static void go(ServerProcess bare, SocketGroup audience, int frames, int bytes, int sockets)
                throws InterruptedException {
            long want = audience.frames() + (long) frames * sockets;
            bare.get("/go?frames=" + frames + "&bytes=" + bytes);
            Thread.sleep(frames * 200L);
            for (int i = 0; i < 100 && audience.frames() < want; i++) {
                Thread.sleep(50);
            }
        }
    }

    private ServerProcess restart(ServerProcess house, LoadClient crowd, int sockets)
            throws IOException, InterruptedException {
        RehearsedSession meeting =
                SetupRequest.meeting(crowd, new ServerAddress("127.0.0.1", house.port(), false), VOTERS, false);
        try (SocketGroup audience = new SocketGroup(crowd, meeting, sockets)) {
            audience.sit(sockets);
            house.kill();
            ServerProcess next = house.again();
            long[] answered = {0};
            Thread watch = Thread.ofPlatform().start(() -> {
                try {
                    next.waitUntilItAnswers();
                    answered[0] = System.nanoTime();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            boolean all = audience.comeBack(Duration.ofSeconds(90));
            long back = System.nanoTime();
            watch.join();
            double seconds = all ? Math.max(0, back - answered[0]) / 1e9 : Double.POSITIVE_INFINITY;
            figures.add(Figure.most("restart", String.valueOf(sockets), "s", seconds, 10, new JsonObject()));
            return next;
        }
    }
}
