package pavilion.resolution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pavilion.audit.Finding;
import pavilion.audit.VerificationReport;
import pavilion.audit.Verify;
import pavilion.rehearse.LoadClient;
import pavilion.rehearse.Rehearsal;
import pavilion.rehearse.RehearsedSession;
import pavilion.rehearse.Schedule;
import pavilion.rehearse.ServerAddress;
import pavilion.rehearse.SetupRequest;
import pavilion.rulebook.RuleBook;
import pavilion.support.TestServers;

/** What anybody can take along from the register of a running server is whole. */
class RegisterExportTest {
    private static final Pattern NUMBER = Pattern.compile("/register/(R-\\d{4}-\\d{3,})");
    private static final Schedule BRISK = new Schedule(Duration.ofSeconds(1), Duration.ofSeconds(1), 0);

    @Test
    void everyMatterOfTheDemoAndEveryRehearsedOneIsWhole() throws InterruptedException {
        try (TestServers server = TestServers.open();
                LoadClient load = new LoadClient()) {
            ServerAddress address = ServerAddress.at(URI.create(server.url()));
            for (boolean secret : new boolean[] {false, true}) {
                RehearsedSession session = SetupRequest.session(load, address, 12, secret);
                try (Rehearsal rehearsal = new Rehearsal(load, session, BRISK, part -> {})) {
                    assertTrue(rehearsal.play().whole());
                }
            }
            assertTrue(whole(server, "/c/hepinglu").contains("resolution.alone"));
            Set<String> rehearsed = whole(server, "/c/rehearsal");
            assertTrue(rehearsed.containsAll(Set.of("box", "receipts", "tally", "rule.passed", "resolution")));
        }
    }

    /** @return the keys of all that was found */
    private static Set<String> whole(TestServers server, String community) {
        String page = server.stranger().get(community + "/register").body();
        Set<String> numbers =
                NUMBER.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertTrue(numbers.size() > 1, page);
        Set<String> found = new TreeSet<>();
        for (String number : numbers) {
            byte[] file = server.stranger()
                    .bytes(community + "/register/" + number + "/matter.json")
                    .body();
            VerificationReport report = new Verify(RuleBook.load().catalogue()).check(file);
            assertTrue(report.ok(), () -> number + ": " + report);
            report.findings().stream()
                    .map(Finding::key)
                    .map(key -> key.substring("audit.verify.".length()))
                    .forEach(found::add);
        }
        return found;
    }
}
