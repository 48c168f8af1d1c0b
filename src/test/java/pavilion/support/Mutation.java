package pavilion.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pavilion.db.TestServer;

/**
 * Mutation tests: PIT breaks the code in one place at a time, and a break that no test notices has survived. The rules
 * must notice 85 of 100, the services 75. All of PIT's many JVMs use one PostgreSQL, which lives as long as this process.
 *
 * <p>Arguments: none for both runs, or {@code rules} or {@code services} and, if wanted, a pattern of classes such as
 * {@code pavilion.poll.Ballot*} and one of tests; such a slice has no threshold. Exit code 0: the thresholds are met.
 */
final class Mutation {
    private static final Run RULES = new Run("rules", 85, "rules", "rules rulebook");
    private static final Run SERVICES = new Run(
            "services",
            75,
            "poll decision electorate proxy audit matter",
            "poll decision electorate proxy audit matter proposal session motion minutes resolution task cli");

    private Mutation() {}

    /** @param classes and {@code tests} are names of packages below pavilion */
    private record Run(String name, int threshold, String classes, String tests) {}

    public static void main(String... args) throws IOException, InterruptedException {
        String database = TestServer.url();
        int worst = 0;
        for (Run run : List.of(RULES, SERVICES)) {
            if (args.length == 0 || args[0].equals(run.name())) {
                worst = Math.max(worst, start(run, List.of(args), database));
            }
        }
        System.exit(worst);
    }

    private static int start(Run run, List<String> args, String database) throws IOException, InterruptedException {
        boolean whole = args.size() < 2;
        String classes = whole ? patterns(run.classes()) : args.get(1);
        Path folder = Path.of("target", "mutation", run.name());
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.pitest.mutationtest.commandline.MutationCoverageReport",
                "--targetClasses",
                classes,
                "--targetTests",
                args.size() > 2 ? args.get(2) : patterns(run.tests()),
                "--sourceDirs",
                "src/main/java",
                "--reportDir",
                folder.toString(),
                "--timestampedReports=false",
                "--outputFormats",
                "HTML,CSV",
                "--threads",
                "2",
                "--timeoutConst",
                "8000",
                "--jvmArgs",
                "--enable-native-access=ALL-UNNAMED,-Xmx1g",
                "--skipFailingTests=false"));
        if (whole) {
            command.addAll(List.of("--mutationThreshold", Integer.toString(run.threshold())));
        }
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put(TestServer.SHARED, database);
        System.out.println("Mutating " + classes + ": the report will be "
                + folder.resolve("index.html").toString().replace(File.separatorChar, '/'));
        return process.start().waitFor();
    }

    private static String patterns(String packages) {
        return "pavilion." + packages.replace(" ", ".*,pavilion.") + ".*";
    }
}
