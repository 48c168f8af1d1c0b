package pavilion.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pavilion.rules.Refusal;
import pavilion.rules.method.Contest;
import pavilion.rules.method.Count;
import pavilion.text.Messages;

/** A count as a page shows it: who is in, the order, each tie, what was assumed, each round. */
record CountView(
        String winners, String ranking, List<String> ties, boolean open, List<String> assumed, List<Round> rounds) {
    record Round(int number, String sentence, List<Line> lines) {}

    record Line(String name, String figure, String fate) {}

    static CountView of(Messages messages, String lang, Contest contest, Count count, List<Refusal> assumed) {
        String comma = messages.say(lang, "book.comma");
        return new CountView(
                names(contest, count.winners(), comma),
                count.ranking().stream()
                        .map(level -> names(contest, level, " = "))
                        .collect(Collectors.joining(" > ")),
                count.ties().stream()
                        .map(tie -> messages.say(
                                lang,
                                "book.tie." + tie.by().name().toLowerCase(Locale.ROOT),
                                tie.round(),
                                names(contest, tie.among(), comma),
                                tie.chosen() < 0
                                        ? ""
                                        : contest.options().get(tie.chosen()).name()))
                        .toList(),
                count.open(),
                assumed.stream()
                        .map(each -> messages.say(lang, "ballots.assumed", messages.say(lang, each)))
                        .toList(),
                count.rounds().stream()
                        .map(round -> round(messages, lang, contest, round))
                        .toList());
    }

    private static Round round(Messages messages, String lang, Contest contest, Count.Round round) {
        return new Round(
                round.number(),
                messages.say(lang, round.key(), round.args().toArray()),
                round.lines().stream()
                        .map(line -> new Line(
                                contest.options().get(line.option()).name(),
                                line.figure(),
                                line.fate() == Count.Fate.STANDS
                                        ? ""
                                        : "book.fate." + line.fate().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static String names(Contest contest, List<Integer> options, String between) {
        return options.stream()
                .map(option -> contest.options().get(option).name())
                .collect(Collectors.joining(between));
    }
}
