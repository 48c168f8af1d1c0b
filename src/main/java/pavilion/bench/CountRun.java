package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts made-up ballots, each count by this program in a process of its own with 512 MB, at three sizes so that growth shows.
 * A ballot of the election ranks all 200 candidates; a voter of the budget names up to ten of 200 projects, the popular ones
 * more often.
 */
public final class CountRun {
    private static final int[] SIZES = {10_000, 30_000, 100_000};
    private static final int OPTIONS = 200;
    private static final int SEED = 7;
    private static final long LIMIT_SECONDS = 300;

    private record MeasuredMethod(String method, boolean money, double seconds) {}

    private static final List<MeasuredMethod> METHODS = List.of(
            new MeasuredMethod("irv", false, 3),
            new MeasuredMethod("stv-scottish", false, 3),
            new MeasuredMethod("stv-meek", false, Double.NaN),
            new MeasuredMethod("schulze", false, 10),
            new MeasuredMethod("greedy", true, 3),
            new MeasuredMethod("mes-cost", true, Double.NaN),
            new MeasuredMethod("mes-cost-add1", true, 60),
            new MeasuredMethod("mes-cardinality-add1", true, 60));

    private final Path folder;
    private final Program program;

    public CountRun(Path folder, Program program) {
        this.folder = folder;
        this.program = program;
    }

    List<Figure> run() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (int size : SIZES) {
            Path election = election(size);
            Path community = community(size);
            for (MeasuredMethod measured : METHODS) {
                double seconds = count(measured.method, measured.money ? community : election);
                JsonObject raw = new JsonObject()
                        .put("method", measured.method)
                        .put("ballots", size)
                        .put("options", OPTIONS)
                        .put("heap_mb", 512);
                double bar = size == SIZES[SIZES.length - 1] ? measured.seconds : Double.NaN;
                figures.add(Figure.most("count", measured.method + ", " + size, "s", seconds, bar, raw));
            }
            Files.delete(election);
            Files.delete(community);
        }
        return figures;
    }

    /** @return seconds from the start of the process to its end; without end if it failed */
    private double count(String method, Path file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(program.command(
                        List.of("-Xmx512m"),
                        List.of("count", "--method", method, "--tie-seed", "bench", file.toString())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Double.POSITIVE_INFINITY;
        }
        return process.exitValue() == 0 ? (System.nanoTime() - began) / 1e9 : Double.POSITIVE_INFINITY;
    }

    private Path election(int ballots) throws IOException {
        Path file = folder.resolve("election.blt");
        Random random = new Random(SEED);
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, OPTIONS).boxed().toList());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(OPTIONS + " 5\n");
            for (int i = 0; i < ballots; i++) {
                Collections.shuffle(order, random);
                out.write("1 " + order.stream().map(String::valueOf).collect(Collectors.joining(" ")) + " 0\n");
            }
            out.write("0\n");
            for (int i = 1; i <= OPTIONS; i++) {
                out.write("\"c" + i + "\"\n");
            }
            out.write("\"bench\"\n");
        }
        return file;
    }

    private Path community(int voters) throws IOException {
        Path file = folder.resolve("town.pb");
        Random random = new Random(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("META\nkey;value\nbudget;10000000\nvote_type;approval\nPROJECTS\nproject_id;cost\n");
            for (int i = 1; i <= OPTIONS; i++) {
                out.write("p" + i + ";" + (20_000 + random.nextInt(880_000)) + "\n");
            }
            out.write("VOTES\nvoter_id;vote\n");
            for (int i = 1; i <= voters; i++) {
                TreeSet<String> named = new TreeSet<>();
                for (int k = 1 + random.nextInt(10); k > 0; k--) {
                    named.add("p" + (1 + random.nextInt(1 + random.nextInt(OPTIONS))));
                }
                out.write(i + ";" + String.join(",", named) + "\n");
            }
        }
        return file;
    }
}
