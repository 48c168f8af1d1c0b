package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestServers;

/**
 * Every address, every kind of person: {@code access.csv} promises who is let in, and its head says how it is read. The
 * rows are asked in their order, each by everybody in the order of the columns, with real ids and filled forms. What was
 * found stands in {@code target/access.csv}.
 */
class AccessTest {
    private static final Path FILE = Path.of("src/test/resources/access.csv");
    /** Rows that are about a refusal, and what is for secret polls or for owners: the demo has no such poll. */
    private static final Set<String> REFUSED_TO_ALL = Set.of(
            "SOCKET /live with channel=nothing/1/{session}",
            "POST /c/:c/sessions/:id/presence with code={household-code}&way=in&signature=wrong",
            "GET /c/:c/polls/:id/areas.json with id={newest-poll}",
            "POST /c/:c/polls/:id/sign with id={newest-poll}&says=right&reason=",
            "POST /c/:c/polls/:id/paper with id={newest-poll}&voter={other-household}&key={key}");

    /** Whose forms the walk meets, and sends: among others those with the longest texts. */
    private static final List<String> FORMS = List.of(
            "/c/:c/matters/new",
            "/c/:c/matters/:id/triage",
            "/c/:c/matters/:id/plan",
            "/c/:c/matters/:id/notice",
            "/c/:c/matters/:id/remarks",
            "/c/:c/proxies/new",
            "/c/:c/register/:number/objections");

    private static TestServers servers;
    private static AccessFixture fixture;
    private static AccessTable table;

    @BeforeAll
    static void open() throws IOException {
        table = AccessTable.read(FILE);
        servers = TestServers.open();
        fixture = new AccessFixture(servers);
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @Test
    void everyAddressLetsInWhomTheTableNamesAndTellsTheOthersWhy() throws IOException {
        List<String> others = new ArrayList<>();
        Map<AccessTable.Row, List<String>> found = new LinkedHashMap<>();
        for (AccessTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.cells().size(); column++) {
                String person = table.people().get(column);
                AccessFixture.Outcome outcome = fixture.ask(row, person);
                cells.add(outcome.cell());
                if (!outcome.cell().equals(row.cells().get(column))) {
                    others.add(
                            row + " by " + person + ": promised " + row.cells().get(column) + ", found "
                                    + outcome.cell()
                                    + (outcome.said().isEmpty() ? "" : " (" + outcome.said() + ")"));
                }
                if (!outcome.fault().isEmpty()) {
                    others.add(row + " by " + person + ": " + outcome.fault());
                }
            }
            found.put(row, cells);
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/access.csv"), table.with(found));
        assertAll(
                () -> assertEquals("", String.join("\n", others), "not as " + FILE + " promises"),
                () -> assertEquals("", String.join("\n", fixture.typed().lost()), "what a refused form has lost"),
                () -> assertEquals(List.of(), fixture.typed().unseen(FORMS), "nobody was shown their form"));
    }

    @Test
    void everyRouteHasARowAndEveryRowOfARouteIsOne() {
        Set<String> routes =
                servers.routes().stream().map(r -> r.method() + " " + r.path()).collect(Collectors.toSet());
        Set<String> rows =
                table.rows().stream().map(AccessTable.Row::address).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(routes);
        missing.removeAll(rows);
        assertEquals(Set.of(), missing, "routes that have no row in " + FILE);
        Set<String> gone = table.rows().stream()
                .filter(row -> !row.nobody())
                .map(AccessTable.Row::address)
                .filter(address -> !routes.contains(address) && !AccessFixture.BESIDE_THE_ROUTES.contains(address))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), gone, "rows in " + FILE + " whose address is no route (any more)");
    }

    @Test
    void everyRouteIsGoneThroughToTheEndBySomebody() {
        List<String> never = table.rows().stream()
                .filter(row -> !row.nobody() && !row.cells().contains("in"))
                .map(AccessTable.Row::toString)
                .filter(row -> !REFUSED_TO_ALL.contains(row))
                .toList();
        assertEquals(List.of(), never, "rows that say nothing: nobody gets past every guard");
    }

    @Test
    void noRouteStandsTwice() {
        List<String> all =
                servers.routes().stream().map(r -> r.method() + " " + r.path()).toList();
        assertEquals(all.size(), new LinkedHashSet<>(all).size(), all.toString());
    }

    @Test
    void inAnUnknownCommunityThereIsNoPage() {
        for (Route route : servers.routes()) {
            if (route.path().contains(":c/") && route.method() == HttpMethod.GET) {
                String path = route.path().replace(":c/", "no-such-place/").replaceAll(":[a-z]+", "1");
                assertEquals(404, servers.as("committee").get(path).statusCode(), path);
            }
        }
    }
}
