package pavilion.poll;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Tokens;
import pavilion.rules.Condition;
import pavilion.rules.Rule;

/**
 * What one person may do with one ballot: cast it, change it for a while, or see that it stands.
 *
 * @param why key of the sentence that says why not, empty where the ballot can be cast
 * @param passes what its rule asks of the votes
 */
public record VoterBallot(
        Poll poll,
        PollVoter voter,
        @Nullable String receipt,
        @Nullable String choice,
        @Nullable Instant undoUntil,
        String why,
        Condition passes) {

    /** @param level of the person who would cast it, as {@link pavilion.identity.CurrentUser} has it */
    static VoterBallot of(Poll poll, PollVoter voter, List<StandingBallot> cast, Instant now, Rule rule, int level) {
        Condition passes = rule.pass();
        boolean checkedInPerson = !new KnownPoll(poll, rule.binding()).needsCheck(level);
        StandingBallot standing = cast.stream()
                .filter(each -> each.voter() == voter.voter())
                .findFirst()
                .orElse(null);
        if (standing == null) {
            return new VoterBallot(poll, voter, null, null, null, whyNot(poll, voter, now, checkedInPerson), passes);
        }
        Instant until = standing.at() == null ? null : standing.at().plusSeconds(60L * poll.undoMinutes());
        boolean changeable = poll.open() && !poll.over(now) && !voter.left() && until != null && until.isAfter(now);
        return new VoterBallot(
                poll,
                voter,
                standing.receipt(),
                standing.choice(),
                changeable ? until : null,
                changeable ? "" : poll.isVoid() ? "poll.why.void" : "poll.why.cast",
                passes);
    }

    private static String whyNot(Poll poll, PollVoter voter, Instant now, boolean checkedInPerson) {
        if (!poll.open() || poll.over(now)) {
            return poll.isVoid() ? "poll.why.void" : "poll.why.closed";
        }
        if (!voter.present()) {
            return "poll.why.not-present";
        }
        if (voter.left()) {
            return "poll.why.left";
        }
        return checkedInPerson ? "" : "poll.why.level";
    }

    public boolean canCast() {
        return why.isEmpty();
    }

    public boolean isCast() {
        return receipt != null;
    }

    /** Whether it counts, or will when the poll is closed. */
    public boolean counts() {
        return isCast() && !poll.isVoid();
    }

    /** Whether one of several ways to pass is enough. */
    public boolean anyPasses() {
        return passes instanceof Condition.Any && passes.thresholds().size() > 1;
    }

    /** What must be reached to pass, a line each; none where plans are chosen from, since each is decided by itself. */
    public List<PassLine> passLines() {
        return optionSet() != null
                ? List.of()
                : passes.thresholds().stream().map(PassLine::of).toList();
    }

    /** Key of the sentence beside its receipt. */
    public String cast() {
        return poll.isVoid() ? "poll.receipt.void" : poll.open() ? "poll.counted.more" : "poll.receipt.closed";
    }

    public String secrecy() {
        return PollStore.lower(poll.secrecy());
    }

    public @Nullable OptionSetView optionSet() {
        return OptionSetView.of(poll);
    }

    /** The choice by the names of the plans; empty where it is a plain answer or not known. */
    public String said() {
        return choice == null ? "" : OptionSetView.said(poll, choice);
    }

    /** A key of its own for each time the form is shown: sent twice it is one ballot. */
    public String key() {
        return Tokens.token();
    }
}
