package pavilion.walk;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Somebody's browser without script; follows nothing by itself. */
final class WalkBrowser {
    static final AtomicLong GETS = new AtomicLong();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SIGN_IN = "pavilion";

    private final WalkedServer server;
    private final String language;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    WalkBrowser(WalkedServer server, String language) {
        this.server = server;
        this.language = language;
    }

    void signedInBy(String token) {
        cookies.put(SIGN_IN, token);
    }

    boolean signedIn() {
        return cookies.containsKey(SIGN_IN);
    }

    void forget() {
        cookies.clear();
    }

    PageAnswer get(String path) {
        GETS.incrementAndGet();
        return send(request(path).GET());
    }

    PageAnswer post(String path, List<FormEntry> entries, boolean multipart) {
        HttpRequest.Builder request = request(path);
        if (multipart) {
            String edge = "edge-between-the-parts";
            return send(request.header("Content-Type", "multipart/form-data; boundary=" + edge)
                    .POST(BodyPublishers.ofByteArray(FormEntry.multipart(entries, edge))));
        }
        return send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormEntry.urlencoded(entries))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.process().uri(path))
                .timeout(PATIENCE)
                .header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private PageAnswer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = server.send(request.build());
        for (String cookie : answer.headers().allValues("set-cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        String type = answer.headers().firstValue("content-type").orElse("");
        return new PageAnswer(
                answer.statusCode(),
                type.split(";", 2)[0].strip(),
                answer.headers().firstValue("location").orElse(null),
                answer.body());
    }
}
