package pavilion.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the demo community is generated from: two small files of figures and words, without people. */
record DemoFigures(Map<String, Object> all, List<Courtyard> courtyards) {

    record Courtyard(
            String code,
            String grid5,
            int households,
            int residents,
            int floating,
            int adults,
            boolean old,
            int representatives,
            String governance) {

        /** The last three characters of its code. */
        String number() {
            return code.substring(code.length() - 3);
        }

        static Courtyard of(String line) {
            String[] c = line.split(",");
            return new Courtyard(
                    c[0],
                    c[1],
                    Integer.parseInt(c[2]),
                    Integer.parseInt(c[3]),
                    Integer.parseInt(c[4]),
                    Integer.parseInt(c[5]),
                    c[6].equals("yes"),
                    Integer.parseInt(c[7]),
                    c[8]);
        }
    }

    @SuppressWarnings("unchecked")
    static DemoFigures read() {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text("/demo/community.yaml"));
        List<Courtyard> courtyards = text("/demo/courtyards.csv")
                .lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(Courtyard::of)
                .toList();
        return new DemoFigures((Map<String, Object>) yaml, courtyards);
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(DemoFigures.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> in, String key) {
        return (Map<String, Object>) Objects.requireNonNull(in.get(key), key);
    }

    String text(String section, String key) {
        return map(all, section).get(key).toString();
    }

    int number(String section, String key) {
        return Integer.parseInt(text(section, key));
    }

    @SuppressWarnings("unchecked")
    List<String> list(String section, String key) {
        return (List<String>) map(all, section).get(key);
    }

    Map<String, Object> section(String name) {
        return map(all, name);
    }

    String phrase(String key, Object... args) {
        return text("words", key).formatted(args);
    }

    String value(String key) {
        return all.get(key).toString();
    }

    LocalDate since() {
        return LocalDate.parse(value("since"));
    }

    long seed() {
        return Long.parseLong(value("seed"));
    }
}
