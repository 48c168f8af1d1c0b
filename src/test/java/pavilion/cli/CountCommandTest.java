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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CountCommandTest {
    private static final String TREES = "3:Pine>Plum\n2:Plum>Pine\n2:Ginkgo>Plum\n";

    @TempDir
    private Path folder;

    private String said = "";
    private JsonObject answer = new JsonObject();

    private int count(String name, String text, String... flags) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return run(file, flags);
    }

    private int run(Path file, String... flags) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> args = new ArrayList<>(List.of(flags));
        args.add("--lang");
        args.add("en");
        args.add(file.toString());
        int code = new CommandLine(new CountCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args.toArray(String[]::new));
        said = err.toString();
        answer = out.toString().isEmpty() ? new JsonObject() : new JsonObject(out.toString());
        return code;
    }

    @Test
    void aCountIsOneDocumentWithEveryRound() throws IOException {
        assertEquals(0, count("trees.abif", TREES, "--method", "irv", "--tie-order", "Pine,Plum,Ginkgo"));
        assertEquals("irv", answer.getString("method"));
        assertEquals(7, answer.getInteger("ballots"));
        assertEquals(new JsonArray().add("Plum"), answer.getJsonArray("winners"));
        assertEquals(
                "[[\"Plum\"],[\"Pine\"],[\"Ginkgo\"]]",
                answer.getJsonArray("ranking").encode());
        JsonObject tie = answer.getJsonArray("tie_broken").getJsonObject(0);
        assertEquals(
                "{\"round\":1,\"between\":[\"Plum\",\"Ginkgo\"],\"chosen\":\"Ginkgo\",\"by\":\"order\"}", tie.encode());
        JsonObject round = answer.getJsonArray("rounds").getJsonObject(1);
        assertEquals(2, round.getInteger("round"));
        assertEquals("4", round.getJsonObject("figures").getString("Plum"));
        assertEquals("[\"Plum\"]", round.getJsonArray("elected").encode());
        assertTrue(round.getString("zh").contains("当选") && round.getString("en").contains("elected"));
        assertFalse(answer.containsKey("tie_open"));
        assertEquals("", said);
    }

    @Test
    void aTieNobodySettledIsToldAndIsNoFailure() throws IOException {
        assertEquals(0, count("trees.abif", TREES, "--method", "irv"));
        assertEquals("[]", answer.getJsonArray("winners").encode());
        assertEquals("[\"Plum\",\"Ginkgo\"]", answer.getJsonArray("tie_open").encode());
        assertTrue(said.contains("Level are: Plum, Ginkgo"), said);
    }

    @Test
    void aTieThatCannotMatterIsToldAndTheWinnerNamed() throws IOException {
        assertEquals(0, count("x.abif", "4:A\n2:B\n2:C\n", "--method", "irv"));
        assertEquals("[\"A\"]", answer.getJsonArray("winners").encode());
        assertEquals(
                "[{\"round\":1,\"between\":[\"B\",\"C\"],\"by\":\"any\"}]",
                answer.getJsonArray("tie_broken").encode());
        assertFalse(answer.containsKey("tie_open"));
        assertEquals("", said);
    }

    @Test
    void whateverWasAssumedStandsInTheAnswerAndIsSaid() throws IOException {
        assertEquals(0, count("x.abif", "3:A/2,B\n1:B/1", "--method", "score"));
        JsonObject sentence = answer.getJsonArray("assumed").getJsonObject(0);
        assertTrue(sentence.getString("en").contains("3 in number: no mark counts as 0"), sentence.encode());
        assertTrue(sentence.getString("zh").contains("没有打分的算 0 分"), sentence.encode());
        assertTrue(said.startsWith("Assumed: Ballots on which an option stands without a mark, 3 in number"), said);
        assertEquals(0, count("x.abif", "3:A/2,B/0\n1:B/1", "--method", "score"));
        assertEquals("[]", answer.getJsonArray("assumed").encode());
        assertEquals("", said);
        String pb = "META\nkey;value\nnum_votes;3\nbudget;100\nvote_type;ordinal\nmax_length;3\nPROJECTS\n"
                + "project_id;cost\n1;60\n2;60\nVOTES\nvoter_id;vote\n1;1,1\n2;2,1\n";
        assertEquals(0, count("x.pb", pb, "--method", "greedy"));
        assertEquals("[\"1\"]", answer.getJsonArray("winners").encode());
        assertEquals(3, answer.getJsonArray("assumed").size());
        assertEquals(
                3, said.lines().filter(line -> line.startsWith("Assumed: ")).count(), said);
    }

    @Test
    void theOrderForTiesInTheFileIsUsedUnlessAnotherIsGiven() throws IOException {
        String blt = "2 1\n[tie 2 1]\n1 1 0\n1 2 0\n0\n\"A\"\n\"B\"\n\"T\"\n";
        assertEquals(0, count("x.blt", blt, "--method", "stv-scottish"));
        assertEquals("[\"A\"]", answer.getJsonArray("winners").encode(), "the lot falls on B, who is excluded");
        assertEquals(
                "listed", answer.getJsonArray("tie_broken").getJsonObject(0).getString("by"));
        assertTrue(said.contains("Assumed: Ties are settled by the order in the file"), said);
        assertEquals(0, count("x.blt", blt, "--method", "stv-scottish", "--tie-order", "B,A"));
        assertEquals("[\"B\"]", answer.getJsonArray("winners").encode());
        assertTrue(said.contains("was not used"), said);
    }

    @Test
    void tooManyOptionsAreRefusedWithASentence() throws IOException {
        StringBuilder blt = new StringBuilder("10000 1\n1 1 0\n0\n");
        for (String method : List.of("schulze", "irv", "stv-scottish", "stv-meek")) {
            assertEquals(2, count("x.blt", blt.toString(), "--method", method));
            assertTrue(said.startsWith("10000 options are too many for " + method + ", which can count 1000."), said);
        }
        assertEquals(0, count("x.blt", blt.toString(), "--method", "plurality"));
    }

    @Test
    void theSeatsAreThoseOfTheFileUnlessOthersAreAskedFor() throws IOException {
        String blt = "3 2\n3 1 0\n2 2 0\n1 3 0\n0\n\"A\" \"B\" \"C\" \"Title\"\n";
        assertEquals(0, count("x.blt", blt, "--method", "stv-scottish"));
        assertEquals("[\"A\",\"B\"]", answer.getJsonArray("winners").encode());
        assertNull(answer.getJsonArray("ranking"));
        assertEquals(0, count("x.blt", blt, "--method", "plurality", "--seats", "1"));
        assertEquals("[\"A\"]", answer.getJsonArray("winners").encode());
    }

    @Test
    void whatCannotBeCountedIsRefusedAndNotGuessed() throws IOException {
        assertEquals(2, count("x.abif", "3:A>B>C", "--method", "irv", "--seats", "3"));
        assertTrue(said.contains("irv chooses one"), said);
        String blt = "3 2\n3 1 0\n0\n\"A\" \"B\" \"C\" \"T\"\n";
        assertEquals(0, count("x.blt", blt, "--method", "irv"));
        assertTrue(said.contains("The file says 2 seats"), said);
        assertEquals(0, count("x.blt", blt, "--method", "irv", "--seats", "1"));
        assertEquals(0, count("x.abif", "3:A>B>C", "--method", "borda", "--seats", "2"));
        assertEquals(2, count("x.abif", "0:A>B", "--method", "irv"));
        assertTrue(said.contains("not one ballot"), said);
        assertEquals(2, count("x.blt", "2 1\n0\n\"A\" \"B\" \"T\"\n", "--method", "plurality"));
        assertEquals(2, count("x.abif", "1:A 1:B", "--method", "plurality", "--tie-seed", ""));
    }

    @Test
    void whateverIsWrongIsOneSentenceAndEndsWithTwo() throws IOException {
        assertEquals(2, count("x.abif", "3:A>A", "--method", "irv"));
        assertTrue(said.contains("x.abif, line 1, character 5: Option 1 stands twice on one ballot."), said);
        assertEquals(2, count("x.abif", "3:A", "--method", "guess"));
        assertTrue(said.contains("“guess”"));
        assertEquals(2, count("x.abif", "3:A>B", "--method", "approval"));
        assertTrue(said.contains("approval needs ballots with ticks"));
        assertEquals(2, count("x.abif", "3:A>B", "--method", "irv", "--seats", "0"));
        assertEquals(2, count("x.abif", "3:A>B", "--method", "irv", "--seats", "many"));
        assertEquals(2, count("x.abif", "3:A>B", "--method", "borda", "--seats", "3"));
        assertEquals(2, count("x.abif", "3:A>B", "--method", "irv", "--tie-order", "A"));
        assertEquals(2, count("x.abif", "3:A>B", "--method", "irv", "--tie-order", "A,Z"));
        assertEquals(2, count("x.abif", "3:A>B", "--method", "irv", "--tie-order", "A,B", "--tie-seed", "s"));
        assertEquals(2, count("x.txt", "3:A>B", "--method", "irv"));
        assertEquals(2, run(folder.resolve("missing.blt"), "--method", "irv"));
        assertEquals(2, run(folder, "--method", "irv"));
        assertFalse(said.contains("Exception"), said);
        assertEquals(1, said.strip().lines().count());
    }
}
