package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
                List.of(
                        "format",
                        "whole",
                        "json",
                        "chain",
                        "matter",
                        "ballots",
                        "box",
                        "receipts",
                        "tally",
                        "rule.passed",
                        "poll",
                        "resolution"),
                keys(report));
    }

    @Test
    void aMatterWithoutAVoteIsCheckedToo() {
        Export yard = SampleExports.yard();
        var export = new Export(yard.matter(), List.of(), List.of(), yard.acts().subList(0, 2));
        var report = verify.check(export.write());
        assertTrue(report.ok(), report.toString());
        assertEquals("poll.none", keys(report).getLast());
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
                "{\"format\":\"pavilion-matter/2\",\"sha256\":\"",
                "{\"format\":\"pavilion-matter/3\",\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\",\n}",
                "PK\u0003\u0004",
                "null"
            })
    void garbageIsAFinding(String text) {
        var report = verify.check(text.getBytes(StandardCharsets.UTF_8));
        assertFalse(report.ok());
        assertFalse(report.readable());
    }

    @Test
    void aFileOfAnotherVersionIsToldSo() {
        String old = "{\"format\":\"pavilion-matter/1\",\"sha256\":\"" + "0".repeat(64) + "\",\n\"matter\":{}}";
        var report = verify.check(old.getBytes(StandardCharsets.UTF_8));
        assertFalse(report.readable());
        assertEquals(List.of("format.other"), keys(report));
        assertEquals(List.of("1"), report.findings().getFirst().args());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}",
                "\"matter\":{}}",
                "\"matter\":null,\"resolutions\":null,\"polls\":null,\"acts\":null}",
                "\"matter\":{},\"resolutions\":[],\"polls\":[7],\"acts\":[]}",
                "\"matter\":{},\"resolutions\":[],\"polls\":[],\"acts\":[{}]}",
                "\"matter\":{},\"resolutions\":[7],\"polls\":[{}],\"acts\":[]}",
                "\"matter\":[[[[[[[",
                "\"matter\":{\"n\":1e99999999},\"resolutions\":[],\"polls\":[],\"acts\":[]}"
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
                rest.replaceFirst("\"receipt\":\"R01\"", "\"receipt\":\"R99\""), "json.other",
                rest.replaceFirst("\"yes\":9", "\"yes\":10"), "poll.differs",
                rest.replaceFirst("\"passed\":true", "\"passed\":false"), "poll.differs",
                rest.replaceFirst("\"heads\":18", "\"heads\":17"), "poll.differs",
                rest.replaceFirst("\"by\":\"resident", "\"by\":\"committee"), "chain.hash",
                rest.replaceFirst("\"R02\"", "\"R01\""), "ballot.twice",
                rest.replaceFirst("\"title\"", "\"title\":\"x\",\"title\""), "json.other",
                rest.replaceFirst("\"box_sha256\":\"....", "\"box_sha256\":\"0000"), "poll.differs",
                rest.replaceFirst("院消防车通道", "院停车位"), "matter.bad");
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
        String adopted = "yes at least 2/3 of present";
        var report = verify.check(SampleExports.adopted(adopted, adopted).write());
        assertTrue(report.ok(), report.toString());
        assertEquals(
                List.of("poll.differs"),
                bad(verify.check(SampleExports.adopted(adopted, "yes at least 3/5 of present")
                        .write())));
    }

    @Test
    void everyFindingHasItsSentenceInBothLanguages() throws IOException {
        var source = new StringBuilder();
        for (String name : List.of("Verify", "PollCheck", "MatterCheck")) {
            source.append(Files.readString(Path.of("src/main/java/pavilion/audit/" + name + ".java")));
        }
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

    static List<String> bad(VerificationReport report) {
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
