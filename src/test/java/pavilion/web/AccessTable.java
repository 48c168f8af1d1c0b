package pavilion.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The rows of {@code access.csv}, with the comments between them, so that it can be written again as it was. */
record AccessTable(List<String> people, List<String> lines, List<Row> rows) {
    private static final int BEFORE_PEOPLE = 3;

    /**
     * @param given values of path variables, of the query or of the form: {@code id={matter}&reason=x}
     * @param cells one a person
     */
    record Row(String method, String path, String given, List<String> cells) {
        String address() {
            return method + " " + path;
        }

        /** An address that does not exist, for anybody. */
        boolean nobody() {
            return cells.stream().allMatch("none"::equals);
        }

        private String line(List<String> found) {
            return method + "," + path + "," + given + "," + String.join(",", found);
        }

        @Override
        public String toString() {
            return address() + (given.isEmpty() ? "" : " with " + given);
        }
    }

    static AccessTable read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> people = null;
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> parts = Arrays.asList(line.split(",", -1));
            if (people == null) {
                people = parts.subList(BEFORE_PEOPLE, parts.size());
            } else if (parts.size() != BEFORE_PEOPLE + people.size()) {
                throw new IllegalArgumentException(
                        "not " + (BEFORE_PEOPLE + people.size()) + " columns in " + file + ": " + line);
            } else {
                rows.add(new Row(parts.get(0), parts.get(1), parts.get(2), parts.subList(BEFORE_PEOPLE, parts.size())));
            }
        }
        return new AccessTable(people == null ? List.of() : people, lines, rows);
    }

    /** The same table with other cells. */
    String with(Map<Row, List<String>> found) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        boolean head = true;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#") || head) {
                text.append(line).append('\n');
                head &= line.isBlank() || line.startsWith("#");
            } else {
                Row row = rows.get(next++);
                text.append(row.line(found.get(row))).append('\n');
            }
        }
        return text.toString();
    }
}
