package pavilion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pavilion.audit.SampleExports;
import picocli.CommandLine;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    private Path file;
    private String said;

    @BeforeEach
    void exported() throws IOException {
        file = Files.write(folder.resolve("matter.json"), SampleExports.yard().write());
    }

    @Test
    void aTrueFileIsToldSoInEitherLanguage() {
        assertEquals(0, run(file.toString(), "--lang", "zh"));
        assertTrue(said.contains("同意 9，反对 3，弃权 1") && said.contains("没有发现问题"), said);
        assertEquals(0, run(file.toString(), "--lang", "en"));
        assertTrue(said.contains("9 yes, 3 no, 1 abstaining") && said.contains("nothing is wrong"), said);
        assertFalse(said.contains("[audit."), said);
    }

    @Test
    void aChangedByteEndsWithOne() throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"choice\":\"yes\"", "\"choice\":\"no\""));
        assertEquals(1, run(file.toString(), "--lang", "zh"));
        assertTrue(said.contains("✗ 全文校验不一致"), said);
    }

    @Test
    void thePublishedHeadMustBeThatOfTheFile() {
        assertEquals(0, run(file.toString(), "--head", SampleExports.yardHead()));
        assertEquals(0, run(file.toString(), "--head", SampleExports.yardHead().substring(0, 8)));
        assertEquals(1, run(file.toString(), "--head", "0123456789abcdef"));
        assertEquals(2, run(file.toString(), "--head", "abc"));
        assertEquals(2, run(file.toString(), "--head", "not a hash at all"));
    }

    @Test
    void aCodeThatWasPublishedEarlierIsFoundAgainAndToldHowMuchCameAfter() {
        String early = SampleExports.yard().acts().get(1).hash();
        assertEquals(0, run(file.toString(), "--head", early, "--lang", "en"));
        assertTrue(said.contains("Act 2 of 5") && said.contains("acts after it: 3"), said);
    }

    @Test
    void theCodeOfAResolutionsTextIsFoundByTheActThatPostedIt() {
        String code = SampleExports.yardText().substring(0, 8);
        assertEquals(0, run(file.toString(), "--head", code, "--lang", "en"));
        assertTrue(said.contains("resolution's text"), said);
        assertEquals(1, run(file.toString(), "--head", "00000000", "--lang", "en"));
        assertTrue(said.contains("nowhere"), said);
    }

    @Test
    void whatCannotBeReadEndsWithTwo() {
        assertEquals(2, run());
        assertEquals(2, run(folder.resolve("missing").toString()));
        assertEquals(2, run(folder.toString()));
        assertEquals(2, run(file.toString(), "--nonsense"));
    }

    @Test
    void aFileThatIsNoExportOrCannotBeReadEndsWithTwo() throws IOException {
        assertEquals(2, run(Files.write(folder.resolve("empty"), new byte[0]).toString(), "--lang", "en"));
        assertTrue(said.contains("empty") && said.contains("nothing inside it was checked"), said);
        String whole = Files.readString(file);
        String cut = whole.substring(0, whole.length() / 2);
        assertEquals(2, run(Files.writeString(folder.resolve("cut"), cut).toString(), "--lang", "zh"));
        assertTrue(said.contains("✗ 全文校验不一致") && said.contains("没有核对"), said);
        String old = whole.replaceFirst("pavilion-matter/3", "pavilion-matter/1");
        assertEquals(2, run(Files.writeString(folder.resolve("old"), old).toString(), "--lang", "en"));
        assertTrue(said.contains("version 1") && said.contains("take the file along anew"), said);
        assertFalse(said.contains("[audit."), said);
    }

    @Test
    void moreThanTheMemoryHoldsEndsWithTwoAndASentence() throws Exception {
        // 40 MB that parse to many objects, in a program with 64 MB.
        String ballots = "[" + "{},".repeat(13_000_000) + "{}]";
        String text = Files.readString(file).replaceFirst("\\[\\n", "[" + ballots + ",\n");
        Path big = Files.writeString(folder.resolve("big"), text);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "pavilion.Main",
                        "verify",
                        big.toString(),
                        "--lang",
                        "en")
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), told);
        assertTrue(told.contains("needs more memory") && !told.contains("OutOfMemory"), told);
    }

    private int run(String... args) {
        var out = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(args);
        said = out.toString();
        return code;
    }
}
