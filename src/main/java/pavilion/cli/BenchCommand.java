package pavilion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pavilion.Main;
import pavilion.bench.Bench;
import pavilion.bench.BenchPlan;
import pavilion.bench.BenchTable;
import pavilion.bench.BenchTarget;
import pavilion.bench.CountRun;
import pavilion.bench.Program;
import pavilion.bench.SessionRun;
import pavilion.bench.SocketRun;
import pavilion.bench.StartRun;
import pavilion.server.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the server on this machine; exit 0 if every figure meets its bar, 1 if one does not. */
@Command(name = "bench", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class BenchCommand implements Callable<Integer> {
    private static final List<String> PARTS = List.of("start", "hall", "sockets", "ballots");

    @Spec
    private CommandSpec spec;

    @Option(names = "--voters", defaultValue = "5188", paramLabel = "64-100000", descriptionKey = "flag.bench.voters")
    private int voters;

    @Option(
            names = "--connections",
            defaultValue = "64",
            paramLabel = "1-150",
            descriptionKey = "flag.bench.connections")
    private int connections;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "flag.bench.json")
    private @Nullable Path json;

    @Option(names = "--quick", descriptionKey = "flag.bench.quick")
    private boolean quick;

    @Option(names = "--only", paramLabel = "PART", descriptionKey = "flag.bench.only")
    private @Nullable String only;

    @Option(names = "--counts", descriptionKey = "flag.bench.counts")
    private boolean counts;

    @Override
    public Integer call() throws IOException, InterruptedException {
        FlagErrors.within(spec, "--voters", voters, 64, 100_000);
        FlagErrors.within(spec, "--connections", connections, 1, 150);
        if (only != null && !PARTS.contains(only)) {
            throw FlagErrors.value(spec, "--only", only, String.join(", ", PARTS));
        }
        ResourceBundle messages = ResourceBundle.getBundle("messages.commands");
        PrintWriter out = spec.commandLine().getOut();
        BenchPlan plan = quick ? BenchPlan.quick(voters, connections) : BenchPlan.full(voters, connections);
        Bench bench = new Bench(plan, part -> {
            out.println(messages.getString("bench.part." + part));
            out.flush();
        });
        Program program = new Program(Main.class.getName());
        try (TempFolder folder = new TempFolder("pavilion-bench")) {
            if (counts) {
                bench.counts(new CountRun(folder.folder(), program));
                return print(bench, messages);
            }
            if (wanted("start") && !quick) {
                bench.starts(new StartRun(folder.folder(), program));
            }
            if (wanted("hall")) {
                bench.sessions(new SessionRun(folder.folder(), program, plan));
            }
            if (wanted("sockets")) {
                bench.sockets(new SocketRun(folder.folder(), program, plan));
            }
            if (!wanted("ballots")) {
                return print(bench, messages);
            }
            try (Application application = Application.open(folder.config(), Clock.systemUTC())) {
                bench.server(new BenchTarget(
                        application.port(),
                        application.database(),
                        application.embedded().endpoint(),
                        application.clock()));
            }
        }
        return print(bench, messages);
    }

    private boolean wanted(String part) {
        return only == null || only.equals(part);
    }

    private int print(Bench bench, ResourceBundle messages) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        new BenchTable(messages).lines(bench).forEach(out::println);
        out.flush();
        if (json != null) {
            String at = Clock.systemUTC().instant().toString();
            Files.writeString(json, bench.toJson(at).encodePrettily());
        }
        return bench.ok() ? 0 : 1;
    }
}
