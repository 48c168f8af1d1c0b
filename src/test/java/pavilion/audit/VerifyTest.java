package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.rules.Catalogue;
import pavilion.rules.Sha256;

class VerifyTest {
    private final Verify verify = new Verify(SampleExports.RULES);

    @Test
    void whatWasExportedIsFoundInOrder() {
        var report = verify.check(SampleExports.yard().write());
        assertTrue(report.ok(), report.toString());
        assertEquals(
                List.of("format", "whole", "json", "chain", "ballots", "box", "tally", "figures", "rule.passed"),
                keys(report));
    }

    @Test
    void aMatterWithoutAVoteIsCheckedToo() {
        var export = new Export(
                SampleExports.yard().matter(),
                SampleExports.yard().electorate(),
                List.of(),
                null,
                SampleExports.yard().acts());
        assertTrue(verify.check(export.write()).ok());
    }

    @Test
    void anyChangedByteIsFoundWithoutAnException() {
        byte[] file = SampleExports.yard().write();
        var random = new Random(20220);
        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertFalse(verify.check(changed).ok(), "byte " + at);
        }
    }

    @Test
    void anyMissingOrAddedByteIsFound() {
        byte[] file = SampleExports.yard().write();
        for (int length = 0; length < file.length; length++) {
            assertFalse(verify.check(Arrays.copyOf(file, length)).ok(), "cut at " + length);
        }
        assertFalse(verify.check(Arrays.copyOf(file, file.length + 1)).ok());
    }

    @Test
    void aBigFileIsCheckedAtOnceAndAChangedByteAnywhereIsFound() {
        byte[] file = SampleExports.large().write();
        assertTrue(verify.check(file).ok());
        var random = new Random(5188);
        for (int i = 0; i < 60; i++) {
            byte[] changed = file.clone();
            int at = random.nextInt(file.length);
            changed[at] ^= 1;
            assertFalse(verify.check(changed).ok(), "byte " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "{}",
                "{\"format\":\"pavilion-matter/1\",\"sha256\":\"",
                "{\"format\":\"pavilion-matter/2\",\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\",\n}",
                "PK\u0003\u0004",
                "null"
            })
    void garbageIsAFinding(String text) {
        assertFalse(verify.check(text.getBytes(StandardCharsets.UTF_8)).ok());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}",
                "\"matter\":{}}",
                "\"matter\":null,\"electorate\":null,\"poll\":null,\"ballots\":null,\"acts\":null}",
                "\"matter\":{},\"electorate\":{},\"poll\":null,\"ballots\":[7],\"acts\":[]}",
                "\"matter\":{},\"electorate\":{},\"poll\":null,\"ballots\":[],\"acts\":[{}]}",
                "\"matter\":{},\"electorate\":{},\"poll\":{},\"ballots\":[],\"acts\":[]}",
                "\"matter\":[[[[[[[",
                "\"matter\":{\"n\":1e99999999},\"electorate\":{},\"poll\":null,\"ballots\":[],\"acts\":[]}"
            })
    void aWrongBodyUnderARightFirstLineIsAFinding(String body) {
        assertFalse(verify.check(sealed(body)).ok());
        assertFalse(
                verify.check(sealed("\"matter\":" + "[".repeat(200_000) + body)).ok());
    }

    @Test
    void randomBytesAndManyOfThemAreAFinding() {
        byte[] noise = new byte[20_000_000];
        new Random(1).nextBytes(noise);
        assertFalse(verify.check(noise).ok());
        byte[] first = (Export.FORMAT + "0".repeat(64) + Export.FORMAT_END + "\n").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(first, 0, noise, 0, first.length);
        assertFalse(verify.check(noise).ok());
    }

    @Test
    void aForgerWhoAlsoRedoesTheFirstLineIsFoundByWhatIsInside() {
        String rest = rest(SampleExports.yard());
        var forged = Map.of(
                rest.replace("\"choice\":\"no\"", "\"choice\":\"yes\""), "box.bad",
                rest.replaceFirst("\"receipt\":\"R01\"", "\"receipt\":\"R99\""), "box.bad",
                rest.replaceFirst("\"yes\":9", "\"yes\":10"), "tally.bad",
                rest.replaceFirst("\"passed\":true", "\"passed\":false"), "rule.bad",
                rest.replaceFirst("\"heads\":18", "\"heads\":17"), "figures.bad",
                rest.replaceFirst("committee", "resident"), "chain.hash",
                rest.replaceFirst("\"R02\"", "\"R01\""), "ballot.twice",
                rest.replaceFirst("\"title\"", "\"title\":\"x\",\"title\""), "json.other",
                rest.replaceFirst("\"box_sha256\":\"....", "\"box_sha256\":\"0000"), "json.other");
        forged.forEach((text, key) -> {
            var report = verify.check(sealed(text));
            assertEquals("whole", keys(report).get(1), "the forger did redo it");
            assertTrue(bad(report).contains(key), key + " not in " + bad(report));
        });
    }

    @Test
    void thePublishedHeadUnmasksAFileRebuiltFromTheGround() {
        byte[] file = SampleExports.yard().write();
        String head = Chain.head(SampleExports.yard().acts());
        assertTrue(verify.check(file, head).ok());
        assertTrue(verify.check(file, head.substring(0, 8)).ok());
        assertFalse(verify.check(file, head.substring(0, 7)).ok());
        assertFalse(verify.check(file, "0".repeat(64)).ok());
    }

    @Test
    void aRuleThatNobodyKnowsIsAFinding() {
        var lost = new Verify(Catalogue.of(List.of()));
        assertTrue(bad(lost.check(SampleExports.yard().write())).contains("poll.bad"));
    }

    @Test
    void aRuleOfTheCommunitysOwnStandsInTheFileAndIsTheOneInTheChain() {
        assertTrue(verify.check(SampleExports.adopted("yes at least 2/3 of present", "yes at least 2/3 of present")
                        .write())
                .ok());
        assertFalse(verify.check(SampleExports.adopted("yes at least 2/3 of present", "yes at least 3/5 of present")
                        .write())
                .ok());
    }

    @Test
    void everyFindingHasItsSentenceInBothLanguages() throws IOException {
        String source = java.nio.file.Files.readString(
                        java.nio.file.Path.of("src/main/java/pavilion/audit/Verify.java"))
                + java.nio.file.Files.readString(java.nio.file.Path.of("src/main/java/pavilion/audit/Recount.java"));
        var used = new TreeSet<String>();
        var matcher = java.util.regex.Pattern.compile("\"(audit\\.[a-z.]+)\"").matcher(source);
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        for (String lang : List.of("zh", "en")) {
            var texts = new Properties();
            try (Reader in = new InputStreamReader(
                    VerifyTest.class.getResourceAsStream("/messages/audit." + lang + ".properties"),
                    StandardCharsets.UTF_8)) {
                texts.load(in);
            }
            used.forEach(key -> assertTrue(texts.containsKey(key), lang + " " + key));
        }
    }

    private static List<String> keys(VerificationReport report) {
        return report.findings().stream()
                .map(each -> each.key().substring("audit.verify.".length()))
                .toList();
    }

    private static List<String> bad(VerificationReport report) {
        return report.findings().stream()
                .filter(each -> !each.ok())
                .map(each -> each.key().substring("audit.verify.".length()))
                .toList();
    }

    private static byte[] sealed(String body) {
        String hash = Sha256.of(body);
        return (Export.FORMAT + hash + Export.FORMAT_END + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String rest(Export export) {
        String text = new String(export.write(), StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1);
    }
}
