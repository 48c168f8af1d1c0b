package pavilion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pavilion.Main;
import pavilion.db.Endpoint;
import pavilion.db.SettingStore;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoDatabase;
import pavilion.server.Application;
import pavilion.server.Config;
import pavilion.support.TestBrowser;

/** From an empty folder to a community that is served, by commands alone. */
class CommandsTest {
    private static final String ROLL = """
            courtyard,building,household,area_m2,person,name,adult,tenant,representative
            X-01,1,X-01-1-101,62.37,X-01-1-101-1,A,yes,no,yes
            X-01,1,X-01-1-102,70.01,X-01-1-102-1,B,yes,no,yes
            """;

    @TempDir
    Path folder;

    private String said = "";

    private int run(String... args) {
        StringWriter out = new StringWriter();
        int code = Main.commands(DemoDatabase.CLOCK)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(args);
        said = out.toString();
        return code;
    }

    private static String url(TestDatabase it) {
        Endpoint at = it.endpoint();
        return "postgresql://" + at.user() + ":" + at.password() + "@" + at.host() + ":" + at.port() + "/"
                + at.database();
    }

    private int found(String where, String value, String code) {
        return run(
                "found",
                where,
                value,
                "--community",
                code,
                "--name",
                "Riverside",
                "--street",
                "Mill Street",
                "--district",
                "East",
                "--admin",
                "Ada",
                "--public-url",
                "https://yard.example/",
                "--lang",
                "en");
    }

    private String slip() {
        Matcher slip =
                Pattern.compile("https://yard\\.example/slip/([0-9A-Z]{10})\\b").matcher(said);
        assertTrue(slip.find(), said);
        return slip.group(1);
    }

    private Config config(Path data, Optional<Endpoint> endpoint, boolean demo) {
        return new Config(0, "127.0.0.1", 0, data, endpoint, null, demo, false, 8);
    }

    @Test
    void fromAnEmptyFolderToACommunityThatIsServed() throws IOException {
        Path data = folder.resolve("data");
        assertEquals(0, found("--data", data.toString(), "riverside"), said);
        String slip = slip();
        Path roll = Files.writeString(folder.resolve("roll.csv"), ROLL);
        String[] imports = {
            "import", "--data", data.toString(), "--community", "riverside", roll.toString(), "--lang", "en"
        };
        try (Application house = Application.open(config(data, Optional.empty(), false), DemoDatabase.CLOCK)) {
            // The server holds the folder: the command goes to the database that it runs.
            assertEquals(0, run(imports), said);
            assertEquals(1, found("--data", data.toString(), "riverside"), said);
            assertTrue(said.contains("already"), said);
            TestBrowser ada = new TestBrowser("http://127.0.0.1:" + house.port()).speaking("en");
            assertEquals(200, ada.get("/slip/" + slip).statusCode());
            var in = ada.post("/slip/" + slip, Map.of("name", "Ada", "password", "three kites over water"));
            assertEquals(303, in.statusCode(), in.body());
            String people = ada.get("/c/riverside/desk/people").body();
            assertTrue(people.contains("X-01-1-102-1"), people);
            assertFalse(people.contains("class=\"demo\""), "real data is not marked as invented");
        }
        Path out = folder.resolve("out.csv");
        assertEquals(0, run("export", "--data", data.toString(), "--community", "riverside", out.toString()), said);
        assertTrue(Files.readString(out).contains("X-01-1-101-1"));
        assertEquals(0, run("slip", "--data", data.toString(), "--community", "riverside", "--person", "admin"), said);
        var demo = config(data, Optional.empty(), true);
        assertThrows(Application.RealData.class, () -> Application.open(demo, DemoDatabase.CLOCK));
        assertEquals(0, run(imports), said); // nothing was left running, nothing was changed
    }

    @Test
    void theDemoIsRefusedOnRealDataBeforeAnythingIsWritten() {
        try (TestDatabase it = TestDatabase.fresh()) {
            assertEquals(0, found("--database", url(it), "real"), said);
            var demo = config(folder, Optional.of(it.endpoint()), true);
            assertThrows(Application.RealData.class, () -> Application.open(demo, DemoDatabase.CLOCK));
            var plain = it.database().plain();
            assertEquals(0, plain.query("select * from house").size());
            assertEquals(1, plain.query("select * from community").size());
        }
    }

    @Test
    void inventedDataIsOnlyServedAsSuchAndTakesNoRealCommunity() {
        try (TestDatabase it = DemoDatabase.community()) {
            var real = config(folder, Optional.of(it.endpoint()), false);
            assertThrows(Application.DemoData.class, () -> Application.open(real, DemoDatabase.CLOCK));
            assertTrue(SettingStore.get(it.database().plain(), "secret").isEmpty(), "nothing is written");
            assertEquals(1, found("--database", url(it), "real"), said);
            assertTrue(said.contains("invented"), said);
        }
    }

    @Test
    void aFolderWithoutADatabaseIsNamedAndNotFilled() {
        Path none = folder.resolve("none");
        for (String command : new String[] {"import", "export"}) {
            assertEquals(2, run(command, "--data", none.toString(), "--community", "x", "roll.csv"), said);
            assertTrue(said.contains(none.toString()), said);
        }
        assertFalse(Files.exists(none));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
        assertEquals(2, found("--database", "postgresql://postgres:hush@127.0.0.1:1/none", "x"), said);
        assertTrue(said.contains("127.0.0.1:1/none") && !said.contains("hush") && !said.contains("Exception"), said);
        assertEquals(2, found("--database", "mysql://postgres:hush@x/none", "x"), said);
        assertTrue(said.contains("postgresql://") && !said.contains("hush"), said);
    }

    @Test
    void databaseOfAnEarlierVersionIsRefusedInBothLanguages() throws IOException, InterruptedException {
        try (TestDatabase it = TestDatabase.fresh()) {
            it.database().plain().run("update flyway_schema_history set checksum = checksum + 1 where version = '001'");
            String[] export = {"export", "--database", url(it), "--community", "x", "roll.csv"};
            assertEquals(2, run(export), said);
            saysHowToGoOn(it, said);
            assertEquals(2, found("--database", url(it), "x"), said);
            saysHowToGoOn(it, said);
            Process serve = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dstderr.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "serve",
                            "--database",
                            url(it))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String words = new String(serve.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, serve.waitFor(), words);
            saysHowToGoOn(it, words);
        }
    }

    private static void saysHowToGoOn(TestDatabase it, String words) {
        assertTrue(words.contains(it.endpoint().toString()), words);
        assertTrue(words.contains("earlier, unreleased version") && words.contains("尚未发布的版本"), words);
        assertFalse(words.contains("Exception") || words.contains("Flyway"), words);
    }

    @Test
    void anUnknownCommunityOrFileIsASentence() {
        try (TestDatabase it = TestDatabase.fresh()) {
            String[] where = {"--database", url(it), "--community", "none", "--lang", "en"};
            assertEquals(2, run("import", where[0], where[1], where[2], where[3], where[4], where[5], "x.csv"), said);
            assertTrue(said.contains("no community"), said);
            assertEquals(
                    1, run("invite", where[0], where[1], where[2], where[3], "--person", "p", "--lang", "en"), said);
            assertEquals(0, found("--database", url(it), "there"), said);
            String missing = folder.resolve("missing.csv").toString();
            assertEquals(2, run("import", where[0], where[1], "--community", "there", "--lang", "en", missing), said);
            assertFalse(said.contains("Exception"), said);
        }
    }

    @Test
    void everyCommandTellsHowItIsUsed() {
        for (String command : new String[] {"found", "import", "export", "invite", "verify", "serve"}) {
            assertEquals(0, run(command, "--help"), said);
            assertTrue(said.contains("Usage: pavilion " + command) && said.contains("--help"), said);
        }
    }

    @Test
    void slipIsTheOldNameOfInvite() {
        assertEquals(0, run("slip", "--help"), said);
        assertTrue(said.contains("Usage: pavilion invite"), said);
    }

    private FlagDefaults settings(String text, Map<String, String> environment) throws IOException {
        return new FlagDefaults(Files.writeString(folder.resolve("pavilion.properties"), text), environment);
    }

    private int with(FlagDefaults settings, String... args) {
        StringWriter out = new StringWriter();
        int code = Main.commands(DemoDatabase.CLOCK)
                .setDefaultValueProvider(settings)
                .setErr(new PrintWriter(out))
                .execute(args);
        said = out.toString();
        return code;
    }

    @Test
    void aSettingThatNoFlagKnowsIsNamedWithTheNearest() throws IOException {
        var commands = Main.commands(DemoDatabase.CLOCK);
        String wrong = settings("prt = 18090\n", Map.of()).unknown(commands).orElseThrow();
        assertTrue(wrong.contains("\"prt\"") && wrong.contains("pavilion.properties"), wrong);
        assertTrue(wrong.contains(": port"), wrong);
        assertTrue(settings("port = 18090\npublic-url = http://x\n", Map.of())
                .unknown(commands)
                .isEmpty());
    }

    @Test
    void aWrongValueSaysWhatWasExpectedAndWhereItStands() throws IOException {
        FlagDefaults none = settings("", Map.of());
        assertEquals(2, with(none, "serve", "--port", "abc"));
        assertTrue(said.contains("'--port'") && said.contains("a whole number from 0 to 65535"), said);
        assertEquals(2, with(none, "serve", "--port", "99999"));
        assertTrue(said.contains("a whole number from 0 to 65535"), said);
        assertEquals(2, with(none, "serve", "--demo=maybe"));
        assertTrue(said.contains("true or false"), said);
        assertEquals(2, with(settings("", Map.of("PAVILION_PORT", "zz")), "serve"));
        assertTrue(said.contains("PAVILION_PORT") && said.contains("a whole number from 0 to 65535"), said);
        assertEquals(2, with(settings("", Map.of("PAVILION_DEMO", "maybe")), "serve"));
        assertTrue(said.contains("PAVILION_DEMO") && said.contains("true or false"), said);
        assertEquals(2, with(settings("port = abc\n", Map.of()), "serve"));
        assertTrue(said.contains("pavilion.properties") && said.contains("a whole number"), said);
    }

    @Test
    void aCommandThatReadsAFileLeavesNothingBehind() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("x.json"), "{}");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertEquals(2, code);
        assertEquals(List.of("x.json"), List.of(folder.toFile().list()));
    }

    @Test
    void theListOfCommandsSaysOfEachWhatItDoes() {
        assertEquals(0, run("--help"), said);
        assertTrue(said.contains("Counts a file of ballots") && said.contains("Founds a real community"), said);
        assertEquals(1, said.split("Pavilion: the people").length - 1, said);
    }
}
