package pavilion.bench;

import io.vertx.core.json.JsonObject;

/**
 * One measured figure, a line of the table.
 *
 * @param key of its name in the messages; also its name in JSON
 * @param detail set into the name, such as a page's address; empty where there is none
 * @param product as measured
 * @param ceiling what the machine does at best in the same run; not a number where there is none
 * @param bar what it is held to: of the ratio where {@code ofRatio}, else of the product; not a number where there is none
 * @param atLeast the bar is a least, not a most
 */
record Figure(
        String key,
        String detail,
        String unit,
        double product,
        double ceiling,
        double bar,
        boolean ofRatio,
        boolean atLeast,
        JsonObject raw) {

    /** At most {@code bar}, whatever the machine can do. */
    static Figure most(String key, String detail, String unit, double product, double bar, JsonObject raw) {
        return new Figure(key, detail, unit, product, Double.NaN, bar, false, false, raw);
    }

    /** For information, without a bar. */
    static Figure info(String key, String unit, double product) {
        return new Figure(key, "", unit, product, Double.NaN, Double.NaN, false, true, new JsonObject());
    }

    static Figure exactly(String key, String unit, double product, double bar, JsonObject raw) {
        return new Figure(key, "", unit, product, Double.NaN, bar, false, true, raw);
    }

    Figure beside(double ceiling) {
        return new Figure(key, detail, unit, product, ceiling, bar, ofRatio, atLeast, raw);
    }

    double ratio() {
        return product / ceiling;
    }

    boolean held() {
        return !Double.isNaN(bar);
    }

    boolean ok() {
        if (!held()) {
            return true;
        }
        double value = ofRatio ? ratio() : product;
        return atLeast ? value >= bar : value <= bar;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("figure", key)
                .put("unit", unit)
                .put("product", finite(product))
                .put("ceiling", finite(ceiling))
                .put("ratio", finite(ratio()))
                .put("bar", held() ? (atLeast ? ">= " : "<= ") + bar + (ofRatio ? " x" : "") : "none")
                .put("ok", ok())
                .put("raw", raw);
        return detail.isEmpty() ? json : json.put("detail", detail);
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) (Math.round(value * 10_000) / 10_000.0) : "none";
    }
}
