package pavilion.ballots;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Budget;
import pavilion.rules.method.Contest;
import pavilion.rules.method.Method;
import pavilion.rules.method.Profile;
import pavilion.rules.method.TieBreak;

/**
 * The ballots of a file and what they are about.
 *
 * @param seats how many the file says are to be elected; 1 if it does not say
 * @param carries what its ballots hold
 * @param assumed a sentence for whatever the file leaves in doubt and the reader took in one way
 * @param tieBreak the order that the file gives for ties; open if it gives none
 */
public record BallotFile(
        Profile profile,
        Optional<Budget> budget,
        int seats,
        Set<Method.Needs> carries,
        List<Refusal> assumed,
        TieBreak tieBreak) {

    BallotFile(Profile profile, Optional<Budget> budget, int seats, Set<Method.Needs> carries) {
        this(profile, budget, seats, carries, List.of(), TieBreak.open());
    }

    BallotFile assuming(List<Refusal> sentences) {
        return new BallotFile(profile, budget, seats, carries, List.copyOf(sentences), tieBreak);
    }

    BallotFile settling(TieBreak order) {
        return new BallotFile(profile, budget, seats, carries, assumed, order);
    }

    /**
     * @throws BallotFileError where the file does not have the format that its name says
     * @throws IOException if it cannot be read
     */
    public static BallotFile read(Path file) throws IOException {
        Format format = Format.of(file.getFileName().toString());
        try (InputStream in = Files.newInputStream(file)) {
            return read(format, in);
        }
    }

    public static BallotFile read(Format format, InputStream in) {
        return format.read(in);
    }

    /** @throws Refused if these ballots do not hold what the method counts */
    public Contest contest(Method method, int wanted, TieBreak tieBreak) {
        if (!carries.contains(method.needs())) {
            throw new Refused("ballots.unfit." + method.needs().name().toLowerCase(Locale.ROOT), method.id());
        }
        return new Contest(profile, budget, wanted, tieBreak);
    }

    /** What is assumed when this method counts the contest: by the reader, and by the method where the ballots say more or less. */
    public List<Refusal> assumed(Method method, Contest contest) {
        List<Refusal> all = new ArrayList<>(assumed);
        if (method == Method.STV_SCOTTISH) {
            weighing(ballot -> ballot.consecutive() < ballot.size(), "ballots.assumed.gap", all);
        }
        if (method.sharesEqually() && !carries.contains(Method.Needs.TICKS)) {
            all.add(Refusal.of("ballots.assumed.ticks"));
        }
        if (method.spendsByVotes() && carries.contains(Method.Needs.ORDER)) {
            profile.ballots().stream()
                    .filter(ballot -> ballot.size() > 0 && ballot.hasPoints())
                    .mapToLong(ballot -> ballot.points(0))
                    .max()
                    .ifPresent(first -> all.add(Refusal.of("ballots.assumed.points", first)));
        }
        if (tieBreak.by() != TieBreak.By.OPEN) {
            boolean used = contest.tieBreak().by() == tieBreak.by();
            all.add(Refusal.of(used ? "ballots.assumed.tie" : "ballots.assumed.tie-unused"));
        }
        return List.copyOf(all);
    }

    private void weighing(Predicate<Ballot> which, String key, List<Refusal> into) {
        long weight = profile.ballots().stream()
                .filter(which)
                .mapToLong(Ballot::weight)
                .sum();
        if (weight > 0) {
            into.add(Refusal.of(key, profile.shown(weight)));
        }
    }

    /** The place of the option with this id or name; empty if there is none. */
    public Optional<Integer> option(String meant) {
        List<Profile.Option> options = profile.options();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).id().equals(meant)) {
                return Optional.of(i);
            }
        }
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).name().equals(meant)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
