package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.stream.Collectors;
import pavilion.rules.Sha256;

/**
 * The receipts that the acts of a poll name, as the closing act sums them up: how many voters were told that they had taken
 * part, and SHA-256 of their receipts, sorted, joined by line feeds. The acts themselves are not exported: they say when each
 * receipt was given, and with it whose a named ballot may be.
 */
public record Receipts(int count, String sha256) {
    public static Receipts of(Collection<String> receipts) {
        return new Receipts(
                receipts.size(), Sha256.of(receipts.stream().sorted().collect(Collectors.joining("\n"))));
    }

    static Receipts of(JsonObject json) {
        return new Receipts(Math.toIntExact(Export.whole(json, "count")), Export.text(json, "sha256"));
    }

    public JsonObject toJson() {
        return new JsonObject().put("count", count).put("sha256", sha256);
    }
}
