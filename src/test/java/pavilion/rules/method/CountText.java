package pavilion.rules.method;

import java.util.List;
import java.util.stream.Collectors;

/** A count as text, whole, so that a test pins every figure, every fate and every tie of it. */
final class CountText {
    private CountText() {}

    static String of(Contest contest, Count count) {
        StringBuilder text =
                new StringBuilder("in ").append(count.winners().isEmpty() ? "nobody" : names(contest, count.winners()));
        if (!count.ranking().isEmpty()) {
            text.append("\nrank ").append(ranking(contest, count));
        }
        for (Count.Tie tie : count.ties()) {
            text.append("\ntie ")
                    .append(tie.round())
                    .append(' ')
                    .append(names(contest, tie.among()))
                    .append(" -> ")
                    .append(tie.chosen() < 0 ? "?" : name(contest, tie.chosen()))
                    .append(' ')
                    .append(tie.by());
        }
        for (Count.Round round : count.rounds()) {
            text.append('\n')
                    .append(round.number())
                    .append(' ')
                    .append(round.key().substring("method.round.".length()))
                    .append(round.args().isEmpty() ? "" : " " + round.args())
                    .append(':');
            for (Count.Line line : round.lines()) {
                text.append(' ')
                        .append(name(contest, line.option()))
                        .append(' ')
                        .append(line.figure())
                        .append(
                                switch (line.fate()) {
                                    case ELECTED -> "+";
                                    case OUT -> "-";
                                    case STANDS -> "";
                                })
                        .append(';');
            }
        }
        return text.toString();
    }

    static String ranking(Contest contest, Count count) {
        return count.ranking().stream()
                .map(level -> level.stream().map(o -> name(contest, o)).collect(Collectors.joining("=")))
                .collect(Collectors.joining(">"));
    }

    static String names(Contest contest, List<Integer> options) {
        return options.stream().map(o -> name(contest, o)).collect(Collectors.joining(" "));
    }

    private static String name(Contest contest, int option) {
        return contest.options().get(option).id();
    }
}
