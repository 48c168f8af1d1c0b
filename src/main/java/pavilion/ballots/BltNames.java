package pavilion.ballots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pavilion.rules.Refusal;

/**
 * What stands behind the ballots of a BLT file: a name for each candidate, then a title, then whatever its writer remarks. A name
 * in quotation marks may share its line with others, as B. A. Wichmann's programs read it. Councils publish one line a candidate:
 * the name without quotation marks, or a second text behind it for the party, also doubled inside the first
 * ({@code "Ann Ames ""Pear Party"""}), or the head of a PrefLib file ({@code # ALTERNATIVE NAME 1: Ann Ames}). The title may
 * be missing, and all the names.
 */
final class BltNames {
    private static final String ALTERNATIVE = "# ALTERNATIVE NAME ";

    private final Lines lines;
    private final int candidates;
    private final List<List<Text>> rows = new ArrayList<>();
    private final List<Refusal> assumed = new ArrayList<>();

    /** A text and where it begins. */
    private record Text(String words, boolean quoted, long line, int column) {
        BallotFileError mistake(String key, Object... args) {
            return new BallotFileError(line, column, key, args);
        }
    }

    BltNames(Lines lines, int candidates) {
        this.lines = lines;
        this.candidates = candidates;
    }

    /** What was taken for what. */
    List<Refusal> assumed() {
        return assumed;
    }

    /** @param rest the line on which the ballots end */
    List<String> read(Cursor rest) {
        for (Cursor line = rest; line != null; line = lines.next()) {
            List<Text> row = row(line);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            assumed.add(Refusal.of("ballots.assumed.no-names"));
            return numbers();
        }
        List<String> names = uniform().orElseGet(this::byText);
        for (int i = 0; i < candidates; i++) {
            if (names.get(i).isBlank()) {
                names.set(i, Integer.toString(i + 1));
            }
        }
        return names;
    }

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= candidates; i++) {
            numbers.add(Integer.toString(i));
        }
        return numbers;
    }

    /** The texts of one line: those in quotation marks, then the rest of it, without a remark behind #. */
    private static List<Text> row(Cursor line) {
        List<Text> row = new ArrayList<>();
        line.blanks();
        if (line.at() == 0 && line.text().regionMatches(true, 0, ALTERNATIVE, 0, ALTERNATIVE.length())) {
            int colon = line.text().indexOf(':');
            if (colon >= 0) {
                row.add(text(line, colon + 1));
            }
            return row;
        }
        while (!line.blank() && line.peek() != '#') {
            if (line.peek() == '"') {
                quoted(line, row);
            } else if (!line.take(',')) {
                row.add(text(line, line.at()));
            }
        }
        return row;
    }

    /** A text without quotation marks, to the end of the line. */
    private static Text text(Cursor line, int from) {
        line.to(from);
        int start = line.blanks().at();
        int end = start;
        while (end < line.text().length()
                && !(line.text().charAt(end) == '#'
                        && Character.isWhitespace(line.text().charAt(end - 1)))) {
            end++;
        }
        line.to(line.text().length());
        String words = line.text().substring(start, end).strip().replaceAll("[,\\s]+$", "");
        return at(line, start, words, false);
    }

    private static Text at(Cursor line, int start, String words, boolean quoted) {
        return new Text(words, quoted, line.line(), line.text().codePointCount(0, start) + 1);
    }

    /** A doubled quotation mark inside is one; two texts made so, and nothing else, are a name and a party. */
    private static void quoted(Cursor line, List<Text> row) {
        int start = line.at();
        StringBuilder words = new StringBuilder();
        while (line.take('"')) {
            int close = line.text().indexOf('"', line.at());
            if (close < 0) {
                throw line.mistake(line.text().length(), "ballots.expected.char", "\"");
            }
            words.append(line.text(), line.at(), close);
            line.to(close + 1);
            if (line.peek() == '"') {
                words.append('"');
            }
        }
        List<String> parts = List.of(words.toString().split("\"", -1)).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (words.indexOf("\"") >= 0 && parts.size() == 2) {
            parts.forEach(part -> row.add(at(line, start, part, true)));
        } else {
            row.add(at(line, start, words.toString(), true));
        }
    }

    /** One line a candidate, each with as many texts: one, or two of which the second is the party. */
    private Optional<List<String>> uniform() {
        int texts = rows.getFirst().size();
        if (rows.size() < candidates
                || texts > 2
                || rows.subList(0, candidates).stream().anyMatch(row -> row.size() != texts)) {
            return Optional.empty();
        }
        List<String> names = column(0);
        if (texts == 2) {
            List<String> second = column(1);
            boolean partyFirst = repeats(names) && !repeats(second);
            assumed.add(Refusal.of(partyFirst ? "ballots.assumed.party-first" : "ballots.assumed.party"));
            names = partyFirst ? second : names;
        }
        title(rows.size() > candidates, rows.size() - candidates - 1);
        return Optional.of(names);
    }

    private List<String> column(int place) {
        return new ArrayList<>(rows.subList(0, candidates).stream()
                .map(row -> row.get(place).words())
                .toList());
    }

    private static boolean repeats(List<String> names) {
        return names.stream().distinct().count() < names.size();
    }

    private void title(boolean there, int remarks) {
        if (!there) {
            assumed.add(Refusal.of("ballots.assumed.no-title"));
        } else if (remarks > 0) {
            assumed.add(Refusal.of("ballots.assumed.remarks", remarks));
        }
    }

    /** Text after text, whatever stands on a line; remarks begin on a line of their own. */
    private List<String> byText() {
        List<Text> all = rows.stream().flatMap(List::stream).toList();
        if (all.size() < candidates) {
            throw new BallotFileError(lines.number() + 1, 1, "ballots.blt.names", candidates, all.size());
        }
        for (Text name : all.subList(0, candidates)) {
            if (!name.quoted()) {
                throw name.mistake("ballots.blt.quote");
            }
        }
        onePerLineAgrees(all);
        boolean titled = all.size() > candidates;
        List<Text> remarks = all.subList(Math.min(all.size(), candidates + 1), all.size());
        if (!remarks.isEmpty()
                && remarks.getFirst().line() == all.get(candidates).line()) {
            throw remarks.getFirst().mistake("ballots.blt.after");
        }
        title(titled, (int) remarks.stream().map(Text::line).distinct().count());
        return new ArrayList<>(
                all.subList(0, candidates).stream().map(Text::words).toList());
    }

    /** Where the lines would do for the candidates as well, a second text may be a party or the next name: nobody can tell. */
    private void onePerLineAgrees(List<Text> all) {
        boolean lineEach = rows.size() >= candidates
                && rows.subList(0, candidates).stream().allMatch(row -> row.size() <= 2);
        for (int i = 0; lineEach && i < candidates; i++) {
            if (!all.get(i).equals(rows.get(i).getFirst())) {
                throw all.get(i).mistake("ballots.blt.name-or-party");
            }
        }
    }
}
