package pavilion.server;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The invented data that the style page shows, from one file per language beside its template. */
final class StyleGuide {
    private StyleGuide() {}

    static Map<String, Object> of(String lang) {
        try (InputStream in = StyleGuide.class.getResourceAsStream("/templates/style." + lang + ".json")) {
            if (in == null) {
                throw new IllegalStateException(lang);
            }
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getMap();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
