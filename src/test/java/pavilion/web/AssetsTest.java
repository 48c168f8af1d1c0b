package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssetsTest {
    static WebFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new WebFixture(false, 100);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void styleGoesOutAsOneFileKeptForEver() {
        HttpResponse<byte[]> answer = fixture.browser().bytes("/static/0/pavilion.css");
        assertEquals(200, answer.statusCode());
        assertEquals("text/css; charset=utf-8", header(answer, "content-type"));
        assertTrue(header(answer, "cache-control").contains("immutable"));
        String css = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(css.contains("--paper") && css.contains("@media print"), "one of the sheets is missing");
    }

    @Test
    void whoTakesGzipGetsTheSameSmaller() throws IOException {
        byte[] plain = fixture.browser().bytes("/static/0/pavilion.css").body();
        HttpResponse<byte[]> packed = fixture.browser().bytes("/static/0/pavilion.css", "Accept-Encoding", "gzip, br");
        assertEquals("gzip", header(packed, "content-encoding"));
        assertEquals("Accept-Encoding", header(packed, "vary"));
        assertTrue(packed.body().length < plain.length / 2);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(plain, in.readAllBytes());
        }
    }

    @Test
    void onlyWhatIsListedIsServed() {
        for (String path : new String[] {
            "/static/0/order.txt",
            "/static/0/..%2f..%2flogback.xml",
            "/static/0/%2e%2e",
            "/static/../../etc/passwd",
            "/static/0/"
        }) {
            assertEquals(404, fixture.browser().get(path).statusCode(), path);
        }
    }

    @Test
    void theAddressChangesWithTheBytesAndOnlyWithThem() {
        assertEquals(new Assets().version(), new Assets().version());
        assertTrue(new Assets().version().matches("[0-9a-f]{10}"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
