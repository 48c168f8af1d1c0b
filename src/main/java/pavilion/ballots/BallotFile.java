package pavilion.ballots;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pavilion.rules.Refused;
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
 */
public record BallotFile(Profile profile, Optional<Budget> budget, int seats, Set<Method.Needs> carries) {

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
