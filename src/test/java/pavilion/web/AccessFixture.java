package pavilion.web;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pavilion.demo.DemoAccount;
import pavilion.demo.DemoDatabase;
import pavilion.identity.Tokens;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** Asks for one row of the access table as one person. */
final class AccessFixture {
    /** Addresses that are no routes of a package: sockets, files, and the port for the machine itself. */
    static final Set<String> BESIDE_THE_ROUTES =
            Set.of("SOCKET /live", "GET /static/0/pavilion.css", "MACHINE /health", "MACHINE /metrics");

    private static final Pattern SENTENCE =
            Pattern.compile("(?s)(?:role=\"alert\"|class=\"(?:sentence|error)\")[^>]*>(.*?)</(?:p|section|span|div)>");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");
    /** Columns that are called otherwise than the part in the demo. */
    private static final Map<String, String> PARTS =
            Map.of("stranger", "household", "resident", "household", "outsider", "stranger", "unchecked", "new");

    private static final HttpClient SOCKETS = HttpClient.newHttpClient();
    private final TestServers servers;
    private final AccessValues values;
    private final TypedTextFixture typed;
    private final String community;

    /**
     * @param fault what must not be, in words; empty if all is well
     * @param said the sentence of a refusal
     */
    record Outcome(String cell, String fault, String said) {}

    AccessFixture(TestServers servers) {
        this.servers = servers;
        this.values = new AccessValues(servers);
        this.typed = new TypedTextFixture(servers.routes(), servers.url());
        this.community = servers.guest("household").community();
    }

    TypedTextFixture typed() {
        return typed;
    }

    Outcome ask(AccessTable.Row row, String person) {
        try {
            DemoAccount account = servers.guest(part(person));
            Map<String, String> fields = fields(row.given()
                    .replace("{own-name}", account.name())
                    .replace("{check-in-pass}", values.pass(account.person())));
            String path = path(row, fields);
            return switch (row.method()) {
                case "GET" -> page(browser(person), path + query(fields));
                case "MACHINE" -> outcome(new TestBrowser(servers.application().managementUrl()).get(path));
                case "SOCKET" -> socket(browser(person), path + query(fields));
                default -> form(row, browser(person), path, fields);
            };
        } catch (RuntimeException e) {
            return new Outcome("fault", e.toString(), "");
        }
    }

    private Outcome page(TestBrowser browser, String address) {
        HttpResponse<String> answer = browser.get(address);
        if (answer.statusCode() == 200) {
            typed.page(browser, address, answer.body());
        }
        return outcome(answer);
    }

    private Outcome form(AccessTable.Row row, TestBrowser browser, String path, Map<String, String> fields) {
        HttpResponse<String> answer = post(row, browser, path, fields);
        Outcome outcome = outcome(answer);
        List<String> lost = outcome.cell().equals("held") ? typed.missing(path, fields, answer) : List.of();
        return lost.isEmpty() ? outcome : new Outcome(outcome.cell(), "the refusal has lost " + lost, outcome.said());
    }

    /** Whoever is not signed in has the name of a resident to sign in with. */
    private static String part(String person) {
        return PARTS.getOrDefault(person, person);
    }

    // A fresh sign-in each time: one of the addresses signs out.
    private TestBrowser browser(String person) {
        return person.equals("stranger") ? servers.stranger() : servers.as(part(person));
    }

    private HttpResponse<String> post(
            AccessTable.Row row, TestBrowser browser, String path, Map<String, String> fields) {
        if (row.path().endsWith("/presence")) {
            return message(browser, path, fields);
        }
        String token = browser.cookies().get("pavilion");
        if (token == null) {
            browser.get("/sign-in");
        } else {
            fields.put("csrf", values.csrf(token));
        }
        return fields.containsKey("file")
                ? browser.upload(path, fields, "roll.csv", fields.get("file").getBytes(StandardCharsets.UTF_8))
                : browser.post(path, fields);
    }

    /** What another check-in system sends, signed with the key of the session unless the row says otherwise. */
    private HttpResponse<String> message(TestBrowser browser, String path, Map<String, String> fields) {
        String body = new JsonObject()
                .put("code", fields.get("code"))
                .put("way", fields.get("way"))
                .put("at", DemoDatabase.CLOCK.instant().toString())
                .encode();
        String signature = fields.getOrDefault("signature", Tokens.signature(values.of("hook-key"), body));
        return browser.post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), "X-Signature", signature);
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String cell = switch (status) {
            case 401, 403 -> "no";
            case 404 -> "none";
            default -> status < 400 ? "in" : "held";
        };
        Matcher sentence = SENTENCE.matcher(answer.body());
        String said =
                sentence.find() ? sentence.group(1).replaceAll("<[^>]*>", " ").strip() : "";
        boolean mute = (cell.equals("no") || cell.equals("held")) && said.isEmpty();
        return new Outcome(cell, status >= 500 || mute ? "status " + status + " without a sentence" : "", said);
    }

    private Outcome socket(TestBrowser browser, String path) {
        WebSocket.Builder builder = SOCKETS.newWebSocketBuilder();
        if (!browser.cookies().isEmpty()) {
            builder.header("Cookie", "pavilion=" + browser.cookies().get("pavilion"));
        }
        try {
            builder.buildAsync(URI.create(servers.url().replace("http:", "ws:") + path), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return new Outcome("in", "", "");
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused
                    && refused.getResponse().statusCode() == 403) {
                return new Outcome("no", "", "");
            }
            return new Outcome("held", e.getCause().toString(), "");
        }
    }

    private Map<String, String> fields(String given) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : given.isEmpty() ? new String[0] : given.split("&")) {
            String[] both = pair.split("=", 2);
            fields.put(filled(both[0]), filled(URLDecoder.decode(both[1], StandardCharsets.UTF_8)));
        }
        return fields;
    }

    private String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.of(found.group(1))));
    }

    private String path(AccessTable.Row row, Map<String, String> fields) {
        String path = row.path().replaceFirst(":c\\b", community);
        for (Matcher variable = Pattern.compile(":([a-z]+)").matcher(path); variable.find(); ) {
            String name = variable.group(1);
            String value = fields.remove(name);
            path = path.replaceFirst(":" + name + "\\b", value == null ? filled("{" + kind(row.path()) + "}") : value);
        }
        return path;
    }

    // /c/:c/sessions/:id/... is the first session, if the row does not say which.
    private static String kind(String path) {
        return path.startsWith("/screen/")
                ? "session"
                : path.replaceFirst("^/c/:c/([a-z]+)s/.*", "$1").replaceFirst("^/.*", "matter");
    }

    private static String query(Map<String, String> fields) {
        return fields.isEmpty()
                ? ""
                : "?"
                        + TestBrowser.encode(fields)
                                .replace("+", "%20")
                                .replace(URLEncoder.encode("/", StandardCharsets.UTF_8), "/");
    }
}
