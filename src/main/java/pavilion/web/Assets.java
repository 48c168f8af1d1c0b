package pavilion.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import pavilion.rules.Sha256;

/**
 * The files of {@code webroot/}, read once. All style sheets go out as one; addresses carry a version made of the bytes,
 * so that a browser can cache them for ever.
 */
public final class Assets {
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private record File(String type, Buffer plain, Buffer gzip) {}

    private final Map<String, File> files = new HashMap<>();
    private final String version;

    public Assets() {
        StringBuilder css = new StringBuilder();
        for (String name : lines("/webroot/css/order.txt")) {
            css.append(read("/webroot/css/" + name));
        }
        add("pavilion.css", css.toString());
        for (String name : lines("/webroot/files.txt")) {
            add(name.substring(name.lastIndexOf('/') + 1), read("/webroot/" + name));
        }
        StringBuilder all = new StringBuilder();
        files.keySet().stream().sorted().forEach(name -> all.append(files.get(name).plain));
        version = Sha256.of(all.toString()).substring(0, 10);
    }

    public String version() {
        return version;
    }

    private void add(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
        files.put(name, new File(type, Buffer.buffer(bytes), Buffer.buffer(gzip(bytes))));
    }

    public void serve(RoutingContext context) {
        File file = files.get(context.pathParam("file"));
        if (file == null) {
            context.response().setStatusCode(404).end();
            return;
        }
        var response = context.response()
                .putHeader("Content-Type", file.type)
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Cache-Control", "public, max-age=31536000, immutable");
        String accepted = context.request().getHeader("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").end(file.gzip);
        } else {
            response.putHeader("Content-Encoding", "identity").end(file.plain);
        }
    }

    private static Iterable<String> lines(String name) {
        return read(name).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private static String read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
