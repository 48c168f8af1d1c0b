package pavilion.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestClassesTest {

    @Test
    void tenClassesAreNamedTheSlowestFirst(@TempDir Path folder) throws IOException {
        for (int i = 1; i <= 12; i++) {
            report(folder, "a.C" + i, i + ".5");
        }
        report(folder, "a.Slow", "1,234.56");
        List<String> lines = SlowestClasses.lines(folder);
        assertEquals(10, lines.size());
        assertEquals("  1234.6  a.Slow", lines.getFirst());
        assertEquals("    12.5  a.C12", lines.get(1));
        assertEquals("     4.5  a.C4", lines.getLast());
    }

    @Test
    void withoutReportsNothingIsNamed(@TempDir Path folder) throws IOException {
        assertEquals(List.of(), SlowestClasses.lines(folder.resolve("none")));
        Files.writeString(folder.resolve("other.txt"), "<testsuite name=\"a\" time=\"1\">");
        assertEquals(List.of(), SlowestClasses.lines(folder));
    }

    private static void report(Path folder, String name, String seconds) throws IOException {
        Files.writeString(folder.resolve("TEST-" + name + ".xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" version="3.0.2" name="%s" time="%s" tests="1">
                  <testcase name="t" classname="other" time="99"/>
                </testsuite>
                """.formatted(name, seconds));
    }
}
