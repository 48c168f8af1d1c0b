package pavilion.rules.method;

import java.util.List;
import java.util.Optional;

/** What is put to a method: the ballots, the money if projects are chosen, how many are wanted, and how a tie is settled. */
public record Contest(Profile profile, Optional<Budget> budget, int seats, TieBreak tieBreak) {
    public static Contest of(Profile profile, int seats, TieBreak tieBreak) {
        return new Contest(profile, Optional.empty(), seats, tieBreak);
    }

    public static Contest of(Profile profile, Budget budget, TieBreak tieBreak) {
        return new Contest(profile, Optional.of(budget), 1, tieBreak);
    }

    public List<Profile.Option> options() {
        return profile.options();
    }
}
