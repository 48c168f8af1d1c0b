package pavilion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.ballots.BallotFile;
import pavilion.ballots.BallotFileError;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.method.Contest;
import pavilion.rules.method.Count;
import pavilion.rules.method.Method;
import pavilion.rules.method.TieBreak;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts a file of ballots by a method and prints every round as JSON. */
@Command(name = "count", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class CountCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int WRONG = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--method", required = true, paramLabel = "METHOD", descriptionKey = "flag.count.method")
    private String method;

    @Option(names = "--seats", paramLabel = "N", descriptionKey = "flag.count.seats")
    private @Nullable String seats;

    @Option(names = "--tie-order", split = ",", paramLabel = "A,B", descriptionKey = "flag.count.tie-order")
    private List<String> tieOrder = new ArrayList<>();

    @Option(names = "--tie-seed", paramLabel = "TEXT", descriptionKey = "flag.count.tie-seed")
    private @Nullable String tieSeed;

    @Parameters(paramLabel = "FILE", descriptionKey = "flag.count.file")
    private Path file;

    @Mixin
    private Language language;

    @Override
    public Integer call() {
        try {
            Method counting = Method.of(method);
            int wanted = seats();
            BallotFile ballots = BallotFile.read(file);
            if (ballots.profile().weight() == 0) {
                throw new Refused("ballots.none", file.toString());
            }
            int chosen = chosen(counting, wanted, ballots.seats());
            Contest contest = ballots.contest(counting, chosen, tieBreak(ballots));
            Count count = counting.count(contest);
            PrintWriter out = spec.commandLine().getOut();
            List<Refusal> assumed = ballots.assumed(counting, contest);
            new CountJson(language.messages(), contest, count, assumed).write(out);
            out.flush();
            assumed.forEach(sentence -> err(language.say("ballots.assumed", language.say(sentence))));
            return told(contest, count);
        } catch (BallotFileError mistake) {
            String what = language.say(mistake.refusal());
            return wrong(language.say("ballots.at", file.toString(), mistake.line(), mistake.column(), what));
        } catch (Refused refused) {
            return wrong(language.say(refused.refusal()));
        } catch (IOException e) {
            return wrong(language.say("ballots.unreadable", file.toString()));
        }
    }

    /** The method with a single winner refuses a flag for more seats, and warns if the file asks for more. */
    private int chosen(Method counting, int wanted, int ofFile) {
        if (counting != Method.IRV || Math.max(wanted, ofFile) <= 1) {
            return wanted == 0 ? ofFile : wanted;
        }
        if (wanted > 1) {
            throw new Refused("ballots.one-seat", wanted);
        }
        if (wanted == 0) {
            err(language.say("ballots.one-of", ofFile));
        }
        return 1;
    }

    private int seats() {
        if (seats == null) {
            return 0;
        }
        if (!seats.matches("[1-9]\\d{0,5}")) {
            throw new Refused("ballots.seats", seats);
        }
        return Integer.parseInt(seats);
    }

    private TieBreak tieBreak(BallotFile ballots) {
        if (tieSeed != null && tieSeed.isBlank()) {
            throw new Refused("ballots.tie.seed");
        }
        if (tieSeed != null && !tieOrder.isEmpty()) {
            throw new Refused("ballots.tie.both");
        }
        if (tieSeed != null) {
            return TieBreak.seed(tieSeed, ballots.profile().options());
        }
        if (tieOrder.isEmpty()) {
            return ballots.tieBreak();
        }
        List<Integer> order = new ArrayList<>();
        for (String each : tieOrder) {
            order.add(ballots.option(each.strip()).orElseThrow(() -> new Refused("ballots.tie.name", each)));
        }
        return TieBreak.order(order, ballots.profile().size());
    }

    /** A tie that nobody settled is not an error of the command, but it has to be seen. */
    private int told(Contest contest, Count count) {
        if (count.open()) {
            String level = count.ties().getLast().among().stream()
                    .map(option -> contest.options().get(option).id())
                    .collect(Collectors.joining(", "));
            err(language.say("ballots.tie.open", level));
        }
        return GOOD;
    }

    private int wrong(String sentence) {
        err(sentence);
        return WRONG;
    }

    private void err(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }
}
