package pavilion.ballots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of fields separated by semicolons; a field may be quoted, with quotation marks doubled inside. Fields end where
 * Python's csv.reader ends them. A field that begins with a quoted word and goes on behind it keeps its quotation marks: they
 * belong to what it says.
 */
final class Fields {
    private final Cursor line;
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Fields(Cursor line) {
        this.line = line;
        line.to(0);
        do {
            starts.add(line.at());
            texts.add(field().strip());
        } while (line.take(';'));
    }

    private String field() {
        if (line.peek() != '"') {
            return plain();
        }
        int start = line.at();
        StringBuilder text = new StringBuilder();
        while (line.take('"')) {
            int end = line.text().indexOf('"', line.at());
            if (end < 0) {
                throw line.mistake(line.text().length(), "ballots.expected.char", "\"");
            }
            text.append(line.text(), line.at(), end);
            line.to(end + 1);
            if (line.peek() == '"') {
                text.append('"');
            }
        }
        return plain().isBlank() ? text.toString() : line.text().substring(start, line.at());
    }

    /** Everything up to the next semicolon. */
    private String plain() {
        int end = line.text().indexOf(';', line.at());
        String text = line.text().substring(line.at(), end < 0 ? line.text().length() : end);
        line.to(line.at() + text.length());
        return text;
    }

    List<String> all() {
        return texts;
    }

    /** The field of a column; empty where the line is shorter. */
    String text(int column) {
        return column < texts.size() ? texts.get(column) : "";
    }

    BigDecimal amount(int column, String name) {
        return line.amount(text(column), start(column), name);
    }

    long whole(int column, String typed) {
        if (!typed.strip().matches("\\d{1,12}")) {
            throw mistake(column, "ballots.pb.mark", typed);
        }
        return Long.parseLong(typed.strip());
    }

    private int start(int column) {
        return column < starts.size() ? starts.get(column) : line.text().length();
    }

    BallotFileError mistake(int column, String key, Object... args) {
        return line.mistake(start(column), key, args);
    }
}
