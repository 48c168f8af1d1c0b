package pavilion.ballots;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Budget;
import pavilion.rules.method.Method;
import pavilion.rules.method.Profile;

/**
 * Pabulib's {@code .pb} (Stolicki, Szufa, Talmon, arXiv 2012.06539): sections META, PROJECTS and VOTES, fields separated by
 * semicolons, the first line of each section naming its columns. Kinds of vote: approval, choose-1, ordinal, cumulative, scoring.
 * An ordinal vote is points as well: max_length for the first place and one less for each further one (scoring_fn Borda).
 */
final class PabulibFile {
    private static final Set<String> TICKS = Set.of("approval", "choose-1");
    private static final Set<String> POINTS = Set.of("cumulative", "scoring");
    private static final String BORDA = "Borda";

    private final Lines lines;
    private final BallotCollector box = new BallotCollector();
    private final Map<String, String> meta = new HashMap<>();
    private final Map<String, Long> metaLines = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Profile.Option> options = new ArrayList<>();
    private final List<BigDecimal> costs = new ArrayList<>();
    private final Map<String, Long> voters = new HashMap<>();
    private BigDecimal budget = BigDecimal.ZERO;
    private String kind = "";
    private int longest;
    private int[] seen = {};
    private long doubled;
    private long beyond;

    PabulibFile(InputStream in) {
        this.lines = new Lines(in);
    }

    BallotFile read() {
        section(line(), "META");
        header("key", "value");
        Cursor line = line();
        while (line != null && !title(line, "PROJECTS")) {
            Fields fields = new Fields(line);
            meta.putIfAbsent(fields.text(0), fields.text(1));
            metaLines.putIfAbsent(fields.text(0), line.line());
            line = line();
        }
        settings();
        section(line, "PROJECTS");
        List<String> columns = header("project_id", "cost");
        for (line = line(); line != null && !title(line, "VOTES"); line = line()) {
            project(new Fields(line), columns);
        }
        if (contradicted("num_projects", options.size())) {
            String typed = meta.get("num_projects");
            throw new BallotFileError(
                    lines.number() + 1, 1, "ballots.pb.promised", "num_projects", typed, options.size());
        }
        section(line, "VOTES");
        columns = header("vote");
        seen = new int[options.size()];
        longest = longest();
        for (line = line(); line != null; line = line()) {
            Fields fields = new Fields(line);
            once(fields, columns.indexOf("voter_id"), line.line());
            vote(fields, columns);
        }
        return file();
    }

    private Cursor line() {
        Cursor line = lines.next();
        while (line != null && line.blank()) {
            line = lines.next();
        }
        return line;
    }

    private static boolean title(Cursor line, String name) {
        return line.text().strip().equals(name);
    }

    private void section(Cursor line, String name) {
        if (line == null || !title(line, name)) {
            throw new BallotFileError(line == null ? lines.number() + 1 : line.line(), 1, "ballots.pb.section", name);
        }
    }

    private List<String> header(String... needed) {
        Cursor line = line();
        List<String> columns = line == null ? List.of() : new Fields(line).all();
        for (String each : needed) {
            if (!columns.contains(each)) {
                throw new BallotFileError(
                        line == null ? lines.number() + 1 : line.line(), 1, "ballots.pb.column", each);
            }
        }
        return columns;
    }

    private BallotFileError wrong(String key, String message, Object... args) {
        return new BallotFileError(metaLines.getOrDefault(key, 2L), key.length() + 2, message, args);
    }

    private void settings() {
        kind = meta.getOrDefault("vote_type", "");
        if (!TICKS.contains(kind) && !POINTS.contains(kind) && !kind.equals("ordinal")) {
            throw wrong("vote_type", "ballots.pb.kind", kind);
        }
        String points = meta.getOrDefault("scoring_fn", BORDA);
        if (kind.equals("ordinal") && !points.equalsIgnoreCase(BORDA)) {
            throw wrong("scoring_fn", "ballots.pb.scoring", points);
        }
        String typed = meta.getOrDefault("budget", "");
        budget = new Cursor("budget;" + typed, metaLines.getOrDefault("budget", 2L))
                .amount(typed, "budget;".length(), "budget");
    }

    /** How many projects a vote may name; where the file does not say, all of them. */
    private int longest() {
        String typed = meta.getOrDefault("max_length", "");
        if (typed.isEmpty()) {
            return options.size();
        }
        if (!typed.matches("[1-9]\\d{0,5}")) {
            throw wrong("max_length", "ballots.pb.max-length", typed);
        }
        return Integer.parseInt(typed);
    }

    private void project(Fields fields, List<String> columns) {
        int at = columns.indexOf("project_id");
        String id = fields.text(at);
        if (id.isEmpty() || places.putIfAbsent(id, options.size()) != null) {
            throw fields.mistake(at, "ballots.pb.project-twice", id);
        }
        int cost = columns.indexOf("cost");
        BigDecimal amount = fields.amount(cost, "cost");
        if (amount.signum() == 0) {
            throw fields.mistake(cost, "ballots.pb.amount", "cost", fields.text(cost));
        }
        costs.add(amount);
        int name = columns.indexOf("name");
        options.add(new Profile.Option(id, name < 0 || fields.text(name).isEmpty() ? id : fields.text(name)));
    }

    /** If the file names the voters, each may vote once. */
    private void once(Fields fields, int at, long line) {
        String voter = at < 0 ? "" : fields.text(at);
        Long before = voter.isEmpty() ? null : voters.putIfAbsent(voter, line);
        if (before != null) {
            throw fields.mistake(at, "ballots.pb.voter-twice", voter, before);
        }
    }

    private void vote(Fields fields, List<String> columns) {
        int at = columns.indexOf("vote");
        String typed = fields.text(at);
        String[] ids = typed.isEmpty() ? new String[0] : typed.split(",", -1);
        long[] points =
                POINTS.contains(kind) ? points(fields, columns.indexOf("points"), ids.length) : new long[ids.length];
        int[] order = new int[ids.length];
        int number = box.size() + 1;
        int size = 0;
        for (int i = 0; i < ids.length; i++) {
            Integer place = places.get(ids[i].strip());
            if (place == null) {
                throw fields.mistake(at, "ballots.pb.unknown", ids[i].strip());
            }
            if (seen[place] != number) {
                seen[place] = number;
                points[size] = points[i];
                order[size++] = place;
            }
        }
        if (kind.equals("choose-1") && size > 1) {
            throw fields.mistake(at, "ballots.pb.one", size);
        }
        doubled += size < ids.length ? 1 : 0;
        box.add(ballot(Arrays.copyOf(order, size), Arrays.copyOf(points, size)), BigDecimal.ONE);
    }

    private static long[] points(Fields fields, int column, int projects) {
        String typed = column < 0 ? "" : fields.text(column);
        String[] points = typed.isEmpty() ? new String[0] : typed.split(",", -1);
        if (points.length != projects) {
            throw fields.mistake(Math.max(0, column), "ballots.pb.points", projects, points.length);
        }
        return Arrays.stream(points)
                .mapToLong(each -> fields.whole(column, each))
                .toArray();
    }

    private Ballot ballot(int[] order, long[] points) {
        if (TICKS.contains(kind)) {
            return Ballot.approving(1, order);
        }
        if (POINTS.contains(kind)) {
            return Ballot.marked(1, order, points);
        }
        beyond += order.length > longest ? 1 : 0;
        Arrays.setAll(points, place -> Math.max(0, longest - place));
        return Ballot.flat(1, order, points);
    }

    private boolean contradicted(String key, int found) {
        String typed = meta.get(key);
        return typed != null && !typed.equals(String.valueOf(found));
    }

    private List<Refusal> assumed() {
        List<Refusal> assumed = new ArrayList<>();
        if (contradicted("num_votes", box.size())) {
            assumed.add(Refusal.of("ballots.assumed.votes", meta.get("num_votes"), box.size()));
        }
        if (doubled > 0) {
            assumed.add(Refusal.of(
                    POINTS.contains(kind) ? "ballots.assumed.twice-marked" : "ballots.assumed.twice", doubled));
        }
        if (beyond > 0) {
            assumed.add(Refusal.of("ballots.assumed.beyond", beyond, longest));
        }
        return assumed;
    }

    private BallotFile file() {
        int decimals = Math.max(
                budget.scale(), costs.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        Budget money;
        try {
            money = new Budget(
                    budget.movePointRight(decimals).longValueExact(),
                    costs.stream()
                            .map(each -> each.movePointRight(decimals).longValueExact())
                            .toList(),
                    decimals);
        } catch (ArithmeticException | Refused tooMuch) {
            throw wrong("budget", "method.refused.money");
        }
        Set<Method.Needs> carries = EnumSet.of(Method.Needs.MONEY);
        carries.add(
                TICKS.contains(kind)
                        ? Method.Needs.TICKS
                        : POINTS.contains(kind) ? Method.Needs.MARKS : Method.Needs.ORDER);
        return new BallotFile(box.profile(options, 0, lines.number()), Optional.of(money), 1, carries)
                .assuming(assumed());
    }
}
