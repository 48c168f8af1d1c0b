package pavilion.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import pavilion.bench.BenchCommunity.OpenPoll;
import pavilion.rehearse.Latencies;
import pavilion.rehearse.LoadClient;

/** A resident's pages on the full community: how many bytes are sent, and how long the server takes. */
final class PageRun {
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");
    private static final int WARM_UP = 100;

    private final BenchTarget target;
    private final BenchCommunity community;
    private final BenchPlan plan;
    private final HttpClient client;
    private final String cookie;

    PageRun(BenchTarget target, BenchCommunity community, LoadClient load, BenchPlan plan, String token) {
        this.target = target;
        this.community = community;
        this.plan = plan;
        this.client = load.vertx().createHttpClient(new HttpClientOptions().setMaxHeaderSize(16 << 10));
        this.cookie = BenchCommunity.cookie(token);
    }

    private record FetchedPage(int status, Buffer body, boolean gzip) {
        String text() {
            if (!gzip) {
                return body.toString();
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<Figure> run(OpenPoll poll) {
        String at = "/c/" + community.home.code();
        List<Figure> figures = new ArrayList<>();
        for (String page : List.of(
                at + "/today",
                at + "/matters",
                at + "/matters/" + poll.matter(),
                at + "/sessions/" + poll.session(),
                at + "/register")) {
            page(page, figures);
        }
        return figures;
    }

    private void page(String path, List<Figure> figures) {
        FetchedPage first = get(path);
        if (first.status() != 200) {
            figures.add(Figure.most("page.missing", path, "", first.status(), 200, new JsonObject().put("path", path)));
            return;
        }
        long bytes = first.body().length();
        Set<String> assets = new LinkedHashSet<>();
        Matcher matcher = ASSET.matcher(first.text());
        while (matcher.find()) {
            assets.add(matcher.group(1));
        }
        for (String asset : assets) {
            bytes += get(asset).body().length();
        }
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM_UP + plan.pageRequests(); i++) {
            long began = System.nanoTime();
            get(path);
            if (i >= WARM_UP) {
                latencies.add(System.nanoTime() - began);
            }
        }
        JsonObject raw = latencies
                .toJson()
                .put("path", path)
                .put("html_bytes", first.body().length())
                .put("first_visit_bytes", bytes)
                .put("requests", 1 + assets.size());
        String name = path.replaceAll("/c/[^/]+", "").replaceAll("[0-9]+", "…");
        figures.add(Figure.most("page.time", name, "ms", latencies.millis(0.95), 50, raw));
        figures.add(Figure.most("page.first", name, "KB", bytes / 1024.0, 60, new JsonObject()));
        figures.add(Figure.most("page.again", name, "KB", first.body().length() / 1024.0, 15, new JsonObject()));
    }

    private FetchedPage get(String path) {
        return LoadClient.within(
                Duration.ofSeconds(20),
                client.request(HttpMethod.GET, target.port(), "127.0.0.1", path)
                        .compose(request -> request.putHeader("Cookie", cookie)
                                .putHeader("Accept-Encoding", "gzip")
                                .putHeader("Accept-Language", "zh-CN,zh;q=0.9")
                                .send()
                                .compose(this::got)));
    }

    private io.vertx.core.Future<FetchedPage> got(HttpClientResponse response) {
        boolean gzip = "gzip".equals(response.getHeader("Content-Encoding"));
        return response.body().map(body -> new FetchedPage(response.statusCode(), body, gzip));
    }
}
