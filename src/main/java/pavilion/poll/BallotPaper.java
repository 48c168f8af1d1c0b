package pavilion.poll;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Tokens;
import pavilion.poll.BallotStore.Standing;

/**
 * What one person may do with one ballot: cast it, change it for a while, or see that it stands.
 *
 * @param why key of the sentence that says why not, empty where the ballot can be cast
 */
public record BallotPaper(
        Poll poll,
        PollVoter seat,
        @Nullable String receipt,
        @Nullable String choice,
        @Nullable Instant undoUntil,
        String why) {

    static BallotPaper of(Poll poll, PollVoter seat, List<Standing> all, Instant now, boolean checkedInPerson) {
        Standing standing =
                all.stream().filter(s -> s.voter() == seat.voter()).findFirst().orElse(null);
        if (standing != null) {
            Instant until = standing.at() == null ? null : standing.at().plusSeconds(60L * poll.undoMinutes());
            boolean changeable = poll.open() && until != null && until.isAfter(now);
            return new BallotPaper(
                    poll,
                    seat,
                    standing.receipt(),
                    standing.choice(),
                    changeable ? until : null,
                    changeable ? "" : "poll.why.cast");
        }
        String why = !poll.open()
                ? "poll.why.closed"
                : !seat.present() ? "poll.why.not-present" : !checkedInPerson ? "poll.why.level" : "";
        return new BallotPaper(poll, seat, null, null, null, why);
    }

    public boolean canCast() {
        return why.isEmpty();
    }

    public boolean isCast() {
        return receipt != null;
    }

    public boolean secret() {
        return poll.secret();
    }

    public @Nullable OptionSetView slate() {
        return OptionSetView.of(poll);
    }

    /** What it says where it chose among plans by name; empty otherwise. */
    public String said() {
        return choice == null ? "" : OptionSetView.said(poll, choice);
    }

    /** A key of its own for each time the form is shown: sent twice it is one ballot. */
    public String key() {
        return Tokens.token();
    }
}
