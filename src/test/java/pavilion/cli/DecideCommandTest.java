package pavilion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DecideCommandTest {
    private static final String R3 =
            "{\"id\":\"R3\",\"rule\":\"rc28.reps\",\"members\":169,\"present\":113,\"yes\":57}";

    @TempDir
    private Path folder;

    private String said = "";
    private JsonArray answers = new JsonArray();

    @Test
    void oneCaseIsAnsweredByAListOfOne() throws IOException {
        assertEquals(0, decide(R3));
        assertEquals(1, answers.size());
        JsonObject answer = answers.getJsonObject(0);
        assertEquals("R3", answer.getString("id"));
        assertEquals("rc28.reps", answer.getString("rule"));
        assertTrue(answer.getBoolean("quorum") && answer.getBoolean("passed"));
        JsonObject step = answer.getJsonArray("steps").getJsonObject(0);
        assertEquals("到会 113 人，应到 169 人，须 113 人（2/3 以上），达到。", step.getString("zh"));
        assertEquals("People present: 113 of 169. Needed: 113 (at least 2/3). Reached.", step.getString("en"));
        assertEquals(113, step.getInteger("left"));
        assertEquals("338/3", step.getString("right"));
        assertEquals(">=", step.getString("comparison"));
        assertTrue(step.getString("article").contains("第28、29条"));
        assertTrue(step.getString("article_en").contains("Art. 28-29"));
        JsonObject half = answer.getJsonArray("steps").getJsonObject(1);
        assertEquals(">", half.getString("comparison"));
        assertEquals("113/2", half.getString("right"));
    }

    @Test
    void aBadCaseStopsNoOtherAndEndsWithTwo() throws IOException {
        assertEquals(
                2, decide("[" + R3 + ", {\"id\":7,\"rule\":\"rc28.reps\",\"members\":1,\"present\":2}, 5," + R3 + "]"));
        assertEquals(4, answers.size());
        JsonObject bad = answers.getJsonObject(1);
        assertEquals(7, bad.getInteger("id"));
        assertNull(bad.getValue("passed"));
        assertEquals("present", bad.getJsonObject("error").getString("field"));
        assertTrue(bad.getJsonObject("error").getString("zh").startsWith("present：到会数 2 对不上"));
        assertTrue(bad.getJsonObject("error").getString("en").startsWith("present: The number present is given as 2"));
        assertTrue(said.contains("第 2 个案例（7）present：到会数 2 对不上"), said);
        assertTrue(answers.getJsonObject(2).containsKey("error"));
        assertTrue(answers.getJsonObject(3).getBoolean("passed"));
    }

    @Test
    void aFieldWrittenTwiceIsNamed() throws IOException {
        assertEquals(2, decide(R3.replace("\"yes\":57", "\"yes\":57,\"yes\":58")));
        assertEquals("yes", answers.getJsonObject(0).getJsonObject("error").getString("field"));
    }

    @Test
    void anEmptyListGivesAnEmptyList() throws IOException {
        assertEquals(0, decide("[]"));
        assertTrue(answers.isEmpty());
    }

    @ParameterizedTest(name = "text {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"rule\": \"rc28.reps\",,}] | 第 1 行第 23 列",
                "[ | 第 1 行第 2 列",
                "5 | 第 1 行第 1 列",
                "[] 7 | 第 1 行第 4 列",
                "{\"a\":01} | 第 1 行",
                "{\"a\":NaN} | 第 1 行",
                "'' | 第 1 行",
            })
    void aBrokenFileIsRefusedByLineAndColumn(String text, String where) throws IOException {
        assertEquals(2, run(text, "--lang", "zh"));
        assertTrue(said.contains(where), said);
        assertFalse(said.contains("Exception"), said);
    }

    @Test
    void aMissingFileIsToldInASentence() {
        assertEquals(2, execute(folder.resolve("nothing.json").toString(), "--lang", "en"));
        assertTrue(said.contains("cannot be opened"), said);
    }

    @Test
    void aPolicyOfSilenceShowsTheResultWithoutIt() throws IOException {
        assertEquals(0, decide("""
                {"rule": "cc278.ordinary", "policy": "C", "adopted_text": "x", "proof_of_service": true,
                 "total_area_c": 300000, "total_heads": 30, "served": 28, "served_area_c": 280000,
                 "yes": 11, "no": 5, "abstain": 2,
                 "yes_area_c": 110000, "no_area_c": 50000, "abstain_area_c": 20000}"""));
        JsonObject answer = answers.getJsonObject(0);
        assertTrue(answer.getBoolean("passed"));
        assertNull(answer.getValue("id"));
        assertFalse(answer.getJsonObject("without_policy").getBoolean("passed"));
        assertTrue(answer.getJsonArray("notes").getJsonObject(0).getString("zh").contains("10 位业主"));
    }

    @Test
    void manyCasesKeepTheirOrder() throws IOException {
        assertEquals(
                0,
                decide(IntStream.range(0, 2000)
                        .mapToObj(i -> R3.replace("\"R3\"", Integer.toString(i)))
                        .collect(Collectors.joining(",", "[", "]"))));
        for (int i = 0; i < 2000; i++) {
            assertEquals(i, answers.getJsonObject(i).getInteger("id"));
        }
    }

    private int decide(String text) throws IOException {
        return run(text, "--lang", "zh");
    }

    private int run(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), text);
        String[] args = new String[more.length + 1];
        args[0] = file.toString();
        System.arraycopy(more, 0, args, 1, more.length);
        return execute(args);
    }

    private int execute(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new DecideCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        said = err.toString();
        answers = out.toString().isBlank() ? new JsonArray() : new JsonArray(out.toString());
        return code;
    }
}
