package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The figures as a table for people who do not know how they were measured. */
public final class BenchTable {
    private final ResourceBundle words;

    public BenchTable(ResourceBundle words) {
        this.words = words;
    }

    public List<String> lines(Bench bench) {
        JsonObject m = bench.machine();
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "bench.machine",
                m.getInteger("cores"),
                m.getLong("memory_mb") / 1024.0,
                m.getString("os"),
                m.getString("jdk")));
        if (m.containsKey("durability")) {
            lines.add(say("bench.database", m.getString("postgresql"), m.getString("durability")));
            lines.add(say("bench.load"));
        }
        lines.add("");
        lines.add(row(
                "bench.column.what",
                "bench.column.product",
                "bench.column.ceiling",
                "bench.column.ratio",
                "bench.column.bar",
                "bench.column.verdict"));
        for (Figure figure : bench.figures()) {
            lines.add(line(
                    say("bench.figure." + figure.key(), figure.detail()),
                    number(figure.product()) + " " + figure.unit(),
                    number(figure.ceiling()),
                    number(figure.ratio()),
                    bar(figure),
                    figure.held() ? say(figure.ok() ? "bench.ok" : "bench.short") : ""));
        }
        lines.add("");
        long missed = bench.figures().stream().filter(f -> !f.ok()).count();
        lines.add(missed == 0 ? say("bench.all-ok") : say("bench.some-short", missed));
        return lines;
    }

    private String bar(Figure figure) {
        if (!figure.held()) {
            return "";
        }
        return (figure.atLeast() ? "≥ " : "≤ ") + number(figure.bar()) + (figure.ofRatio() ? " ×" : "");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = Math.abs(value) >= 100 || value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%,.0f" : Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }

    private String row(String... keys) {
        String[] cells = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            cells[i] = words.getString(keys[i]);
        }
        return line(cells);
    }

    private static String line(String... cells) {
        return String.format(Locale.ROOT, "%-58s %13s %9s %7s %9s  %s", (Object[]) cells)
                .stripTrailing();
    }

    private String say(String key, Object... args) {
        return String.format(Locale.ROOT, words.getString(key), args);
    }
}
