package pavilion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.Main;

/** The files under {@code examples} do what their README says. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("examples");

    private String out = "";
    private String err = "";

    @Test
    void everyCaseIsDecidedAndPasses() {
        assertEquals(0, run("decide", file("cases.json"), "--lang", "en"), err);
        JsonArray answers = new JsonArray(out);
        assertTrue(answers.size() >= 6, out);
        for (Object answer : answers) {
            assertTrue(((JsonObject) answer).getBoolean("passed"), answer.toString());
        }
    }

    @Test
    void threeOfFiveAreElectedInThreeRounds() {
        assertEquals(0, run("count", "--method", "stv-scottish", "--seats", "3", file("ward.blt")), err);
        JsonObject count = new JsonObject(out);
        assertEquals(
                List.of("Ben Chen", "Ada Miller", "Cai Lan"),
                count.getJsonArray("winners").getList());
        assertEquals(3, count.getJsonArray("rounds").size());
        assertFalse(count.containsKey("tie_open"), out);
    }

    @Test
    void exportedMatterIsWhole() throws IOException {
        assertEquals(0, run("verify", file("matter.json"), "--lang", "en"), out + err);
        assertFalse(out.contains("✗"), out);
        // A poll was held, so that there is something to count again.
        JsonObject matter = new JsonObject(Files.readString(EXAMPLES.resolve("matter.json")));
        assertTrue(matter.getJsonArray("polls")
                        .getJsonObject(0)
                        .getJsonArray("ballots")
                        .size()
                > 3);
        assertTrue(out.contains("Counted again"), out);
    }

    @Test
    void everyExampleIsInTheirReadmeAndNoOther() throws IOException {
        String readme = Files.readString(EXAMPLES.resolve("README.md"));
        try (var files = Files.list(EXAMPLES)) {
            for (Path each : files.toList()) {
                String name = each.getFileName().toString();
                assertTrue(name.equals("README.md") || readme.contains("`" + name + "`"), name);
            }
        }
    }

    private static String file(String name) {
        return EXAMPLES.resolve(name).toString();
    }

    private int run(String... args) {
        StringWriter said = new StringWriter();
        StringWriter wrong = new StringWriter();
        int code = Main.commands(Clock.systemUTC())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(wrong))
                .execute(args);
        out = said.toString();
        err = wrong.toString();
        return code;
    }
}
