package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/**
 * Every door of the house, every kind of person: {@code in}, {@code no} (a sentence, 401 or 403) or {@code none} (the
 * door would open, but there is nothing behind it: 404). The table {@code access.csv} is the promise, this test knocks.
 * A door that is not in the table fails. What was found stands in {@code target/access.csv}. A {@code none} says nothing
 * about whose matter it would have been: it has to go as soon as the demo has such a thing.
 */
class AccessTest {
    /** Column of the table to the part in the demo's cast; the stranger has none. */
    private static final Map<String, String> PEOPLE = new LinkedHashMap<>();

    static {
        Stream.of("stranger", "resident=household", "elsewhere", "tenant", "moderator", "committee", "supervision")
                .forEach(AccessTest::person);
        Stream.of("street", "admin", "outsider=stranger").forEach(AccessTest::person);
    }

    private static TestServers houses;
    private static final Map<String, String> IDS = new LinkedHashMap<>();

    private static void person(String text) {
        String[] pair = text.split("=");
        PEOPLE.put(pair[0], pair.length > 1 ? pair[1] : pair[0]);
    }

    @BeforeAll
    static void open() {
        houses = TestServers.open();
        IDS.put("matters", first("matter"));
        IDS.put("sessions", first("session"));
        IDS.put("screen", first("session"));
        IDS.put("polls", first("poll"));
    }

    @AfterAll
    static void close() {
        houses.close();
    }

    private static String first(String table) {
        return houses.database()
                .database()
                .plain()
                .first(
                        row -> String.valueOf(row.getLong(0)),
                        "select id from " + table + " where community = $1 order by id limit 1",
                        houses.guest("household").communityId())
                .orElse("1");
    }

    @Test
    void everyDoorLetsInWhomTheTableNamesAndTellsTheOthersWhy() throws IOException {
        Map<String, String> promised = table();
        Map<String, String> found = new LinkedHashMap<>();
        List<String> mute = new ArrayList<>();
        for (Route route : houses.routes()) {
            List<String> row = new ArrayList<>();
            for (String who : PEOPLE.keySet()) {
                HttpResponse<String> answer = knock(route, who);
                boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
                row.add(refused ? "no" : answer.statusCode() == 404 ? "none" : "in");
                if (answer.statusCode() >= 500 || (refused && !answer.body().contains("role=\"alert\""))) {
                    mute.add(route + " " + who + " " + answer.statusCode());
                }
            }
            found.put(route.method() + "," + route.path(), String.join(",", row));
        }
        write(found);
        assertEquals(List.of(), mute, "no sentence, or a fault");
        assertEquals(lines(promised), lines(found));
    }

    @Test
    void theTableListsEveryDoorAndNoOther() throws IOException {
        var routes =
                houses.routes().stream().map(d -> d.method() + "," + d.path()).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(routes), new TreeSet<>(table().keySet()));
    }

    @Test
    void noDoorStandsTwice() {
        List<String> all =
                houses.routes().stream().map(d -> d.method() + " " + d.path()).toList();
        assertEquals(all.size(), new LinkedHashSet<>(all).size(), all.toString());
    }

    @Test
    void inAnUnknownCommunityEveryDoorIsAWall() {
        for (Route route : houses.routes()) {
            if (route.path().contains(":c/") && route.method() == HttpMethod.GET) {
                String path = path(route).replace("/" + code() + "/", "/no-such-place/");
                assertEquals(404, houses.as("committee").get(path).statusCode(), path);
            }
        }
    }

    private static HttpResponse<String> knock(Route route, String who) {
        // A fresh sign-in each time: one of the doors signs out.
        TestBrowser browser = who.equals("stranger") ? houses.stranger() : houses.as(PEOPLE.get(who));
        if (route.method() == HttpMethod.GET) {
            return browser.get(path(route));
        }
        browser.get("/sign-in");
        assertTrue(!browser.csrf().isEmpty());
        return browser.post(path(route), Map.of());
    }

    private static String path(Route route) {
        String kind =
                route.path().startsWith("/screen/") ? "screen" : route.path().replaceFirst("^/c/:c/([a-z]+)/.*", "$1");
        return route.path()
                .replace(":code", "ABCDEFGHJK")
                .replace(":rule", "yard.consult")
                .replace(":method", "irv")
                .replaceFirst(":c\\b", code())
                .replaceFirst(":id\\b", IDS.getOrDefault(kind, "1"))
                .replaceAll(":[a-z]+", "1");
    }

    private static String code() {
        return houses.guest("household").community();
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new LinkedHashMap<>();
        Path file = Path.of("src/test/resources/access.csv");
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(",", 3);
                table.put(parts[0] + "," + parts[1], parts[2]);
            }
        }
        return table;
    }

    private static String lines(Map<String, String> table) {
        return table.entrySet().stream()
                .map(e -> e.getKey() + "," + e.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static void write(Map<String, String> found) throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target/access.csv"),
                "method,path," + String.join(",", PEOPLE.keySet()) + "\n"
                        + found.entrySet().stream()
                                .map(e -> e.getKey() + "," + e.getValue())
                                .collect(Collectors.joining("\n"))
                        + "\n");
    }
}
